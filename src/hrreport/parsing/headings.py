"""Which blocks are headings, and of what.

A heading is known by its form (a heading element, a paragraph all bold or italic), by its number
or letter, or by its title where the outline knows it; a paragraph without any form of its own
needs the outline's word, so that a cross-reference in running text never becomes a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from hrreport.parsing.blocks import HEADINGS, Block
from hrreport.parsing.casing import is_capitals
from hrreport.parsing.outline import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.parsing.outline import Expected, Outline

Kind = Literal["section", "summary", "letter", "title"]
"""What makes it a heading: a number, the summary's title, a letter, or nothing but its title."""

_NUMBERED = re.compile(r"section\s+(\d{1,2})\s*(?:[.:)–—-]+\s*|\s+|$)(.*)", re.IGNORECASE | re.DOTALL)
_LETTERED = re.compile(r"([A-Za-z])\s*[.)]\s*(?![A-Za-z]\.)(\S.*)", re.DOTALL)
_BARE_LETTER = re.compile(r"([A-Za-z])\s*[.)]")
_SUMMARY = "executive summary"
_REPORT_TITLE = re.compile(r"\b(?:human rights report|country reports? on human rights practices)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!][”’\")\]]*(?:\s|$)")
_LONGEST_TITLE = 300
_MOST_WORDS = 45
_FEWEST_CAPITALS = 4
_BOLD, _SLANTED = 1, 2


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a page."""

    kind: Kind
    title: str
    """Without number, letter, and the stop or colon after it; in the page's case."""
    label: str = ""
    """Its number, or its letter in lower case."""
    form: str = ""
    """How it is marked: "h2".."h6", "bold", "italic", "capitals", or empty for none."""
    printed: str = ""
    anchor: str = ""
    """The id of its element."""
    expected: Expected | None = None
    """What the outline has for it."""
    near: str = ""
    """The outline's place that it stands at: its own, or that of the last heading that is known."""
    level: int = 0
    """2 to 5; 0 while it is not settled."""


Line = Heading | Block


def form_of(block: Block) -> str:
    """Return how a block is marked as a heading, or empty where it is not.

    >>> form_of(Block("p", "Women", emphasis=((0, 5, 1),)))
    'bold'
    """
    if block.tag in HEADINGS:
        return block.tag
    if block.item or block.all_linked:
        return ""
    end, style = block.lead
    if end and not block.text[end:].strip(" .:"):
        return "bold" if style & _BOLD else "italic"
    return "capitals" if len(block.text) >= _FEWEST_CAPITALS and is_capitals(block.text) else ""


def is_titlelike(text: str) -> bool:
    """Tell a title from a sentence: it is short, and no sentence ends in it or on it.

    >>> is_titlelike("Political Prisoners and Detainees"), is_titlelike("Nobody was hurt.")
    (True, False)
    """
    if len(text) > _LONGEST_TITLE or text.count(" ") >= _MOST_WORDS:
        return False
    return not _SENTENCE.search(text) and not text.endswith((";", ","))


def is_report_title(text: str) -> bool:
    """Tell the title of a report: "Kazakhstan 2024 Human Rights Report".

    >>> is_report_title("2023 Country Reports on Human Rights Practices: Andorra")
    True
    """
    return bool(_REPORT_TITLE.search(text)) and is_titlelike(text)


def _bare(title: str) -> str:
    return title.strip().rstrip(":").rstrip().removesuffix(".").strip()


@dataclass(slots=True)
class HeadingReader:
    """Tells headings from text, one block after another, knowing where in the outline it stands."""

    outline: Outline
    plain: bool
    """Whether headings without any form are to be looked for with an unknown title, too."""
    section: str = ""
    """The number of the section it is in, as the outline counts; "summary" in the summary."""
    place: str = ""
    """The outline's place of the last heading that it knows."""
    waiting: list[Block] = field(default_factory=list)
    """A number or a letter whose title is to follow in a block of its own."""

    def lines(self, blocks: Iterable[Block]) -> Iterator[Line]:
        """Yield the headings and the text of a page, in order."""
        for block in blocks:
            for part in _split_at_break(block, self):
                yield from self._line(part)
        yield from self._give_up_waiting()

    def _line(self, block: Block) -> Iterator[Line]:
        if self.waiting:
            joined = self._joined(block)
            if joined is not None:
                self.waiting.clear()
                yield joined
                return
            yield from self._give_up_waiting()
        if _is_bare_label(block, self.section):
            self.waiting.append(block)
            return
        yield self.heading(block) or block

    def _joined(self, block: Block) -> Heading | None:
        """Return the heading that a number or letter and the title in the next block make."""
        first = self.waiting[0]
        form = form_of(block) or form_of(first)
        if not is_titlelike(block.text):
            return None
        text = f"{first.text} {block.text}"
        found = self._numbered(text, form or "plain") or self._lettered(text, form or "plain")
        return found and _described(found, form, text, first.anchor or block.anchor)

    def _give_up_waiting(self) -> Iterator[Line]:
        for block in self.waiting:
            form = form_of(block)
            number = _NUMBERED.fullmatch(block.text)
            if form and number:
                self.section = number[1]
                yield Heading("section", block.text, number[1], form, block.text, block.anchor, near=self.section)
            else:
                yield block
        self.waiting.clear()

    def heading(self, block: Block) -> Heading | None:
        """Return the heading that a block is, or none."""
        text, form = block.text, form_of(block)
        if len(text) > _LONGEST_TITLE or (not form and block.item):
            return None
        found = self._numbered(text, form) or self._summary(text, form) or self._lettered(text, form)
        found = found or self._titled(text, form)
        return found and _described(found, form, text, block.anchor)

    def _numbered(self, text: str, form: str) -> Heading | None:
        match = _NUMBERED.fullmatch(text)
        if not match or not match[2]:
            return None
        number, title = str(int(match[1])), _bare(match[2])
        sections = [h for h in self.outline.headings if h.numbered]
        expected = self._expected(title, sections, number)
        if not expected and (not is_titlelike(title) or not (form or self._takes_plain(title))):
            return None
        self.section = expected.section if expected else number
        self.place = self.section
        return Heading("section", title, number, expected=expected, near=self.place)

    def _summary(self, text: str, form: str) -> Heading | None:
        title = _bare(text)
        summary = next((h for h in self.outline.headings if h.place == "summary"), None)
        if key(title) != _SUMMARY and not (form and summary and key(title) == key(summary.title) and not self.section):
            return None
        self.section = self.place = "summary"
        return Heading("summary", title, expected=summary, near=self.place)

    def _lettered(self, text: str, form: str) -> Heading | None:
        match = _LETTERED.fullmatch(text)
        if not match:
            return None
        letter, title = match[1].lower(), _bare(match[2])
        letters = [h for h in self.outline.headings if h.lettered and self._is_here(h)]
        expected = self._expected(title, letters, f"{self.section}.{letter}")
        if not expected and (not is_titlelike(title) or not (form or self._takes_plain(title))):
            return None
        self.place = expected.place if expected else f"{self.section}.{letter}"
        return Heading("letter", title, letter, expected=expected, near=self.place)

    def _expected(self, title: str, among: Sequence[Expected], place: str) -> Expected | None:
        """Return what the outline has for a title, which may differ more where the place is the same."""
        exact = next((h for h in self.outline.exact(title) if h in among), None)
        if exact or not self.outline.fixed:
            return exact
        return self.outline.alike(title, among) or self.outline.alike_in_place(title, place)

    def _takes_plain(self, title: str) -> bool:
        """Tell whether a numbered or lettered title may stand without form and without the outline's word."""
        return self.plain and not self.outline.fixed and len(title) >= _FEWEST_CAPITALS

    def _is_here(self, heading: Expected) -> bool:
        """Tell whether a heading of the outline may stand in this section."""
        return heading.section == self.section or not self.outline.fixed

    def _titled(self, text: str, form: str) -> Heading | None:
        """Return a heading without number or letter; one without a form must have a title known here."""
        title = _bare(text)
        if not title:
            return None
        if text.endswith(":") and form not in HEADINGS:
            return None  # a run-in label on a line of its own
        expected = self._known_title(title, form)
        if not expected and not self._may_be_unknown(text, form):
            return None
        if expected:
            self.place = expected.place
        return Heading("title", title, expected=expected, near=self.place)

    def _may_be_unknown(self, text: str, form: str) -> bool:
        if form in HEADINGS:
            return is_titlelike(text) or text.count(" ") < _MOST_WORDS // 2
        if not form or not self.section or not is_titlelike(text):
            return False
        return self.plain if form == "capitals" else self.section != "summary"

    def _known_title(self, title: str, form: str) -> Expected | None:
        exact = [h for h in self.outline.exact(title) if not h.numbered and self._is_here(h)]
        if exact:
            return min(exact, key=lambda h: (h.lettered, h.place.partition("/")[0] != self.place.partition("/")[0]))
        if not form or not self.outline.fixed:
            return None
        return self.outline.alike(title, [h for h in self.outline.headings if "/" in h.place and self._is_here(h)])


def _described(heading: Heading, form: str, printed: str, anchor: str) -> Heading:
    form = "" if form == "plain" else form
    return replace(heading, form=form, printed=printed, anchor=anchor)


def _is_bare_label(block: Block, section: str) -> bool:
    """Tell a number or letter that stands alone in its block."""
    match = _NUMBERED.fullmatch(block.text)
    if match and not match[2]:
        return True
    return bool(section) and bool(_BARE_LETTER.fullmatch(block.text))


def _split_at_break(block: Block, reader: HeadingReader) -> Sequence[Block]:
    """Return a heading and the text below it apart where only a line break is between them."""
    if not block.breaks or block.tag in HEADINGS:
        return (block,)
    end, _ = block.lead
    at = next((b for b in block.breaks if 0 <= b - end <= 1), None)
    if at is None or not 0 < end < len(block.text):
        return (block,)
    first = block.text[:end]
    labelled = _NUMBERED.fullmatch(first) or _LETTERED.fullmatch(first)
    if labelled:
        is_heading = is_titlelike(labelled[2])
    else:
        is_heading = bool(reader.outline.exact(first)) or reader.outline.knows_label(first)
    return (part(block, 0, end), part(block, at, len(block.text))) if is_heading else (block,)


def part(block: Block, start: int, end: int) -> Block:
    """Return a stretch of a block as a block, without white space at its ends."""
    start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
    text = block.text[start:end].rstrip()
    end = start + len(text)
    links = tuple(
        type(link)(max(link.start, start) - start, min(link.end, end) - start, link.url)
        for link in block.links
        if link.start < end and link.end > start
    )
    emphasis = tuple(
        (max(a, start) - start, min(b, end) - start, e) for a, b, e in block.emphasis if a < end and b > start
    )
    breaks = tuple(b - start for b in block.breaks if start < b < end)
    return Block(block.tag, text, links, emphasis, breaks, block.anchor, block.item)
