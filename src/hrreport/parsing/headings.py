"""Headings: which blocks are headings, and of which section.

A heading is known by its form (a heading element, a paragraph all bold or italic), by its number
or letter, or by its title where the outline knows it; a paragraph without any form of its own
needs the outline's word, so that a cross-reference in running text never becomes a heading.
"""

from __future__ import annotations

from dataclasses import field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from hrreport.parsing.blocks import Block
from hrreport.parsing.elements import HEADINGS
from hrreport.parsing.outline import beginning_of, key
from hrreport.parsing.titles import (
    BARE_LETTER,
    LETTERED,
    LONGEST_TITLE,
    MOST_WORDS,
    NUMBERED,
    SENTENCE_END,
    bare,
    form_of,
    is_capitals,
    is_page_foot,
    is_prose,
    is_title_case,
    is_titlelike,
    pieces,
    split_at_break,
    starts_after_address,
)
from hrreport.values import dataclass

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.parsing.outline import Outline, OutlineHeading

Kind = Literal["section", "summary", "letter", "title"]
"""What makes it a heading: a number, the summary's title, a letter, or nothing but its title."""

_SUMMARY = "executive summary"
_FEWEST_LETTERS = 4
_FEW_WORDS = 10


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
    expected: OutlineHeading | None = None
    """What the outline has for it."""
    near: str = ""
    """The outline's place that it stands at: its own, or that of the last heading that is known."""
    level: int = 0
    """2 to 5; 0 while it is not settled."""
    repaired: str = ""
    """What was put right in reading it: "letter" where it is printed without one, "address" where one precedes it."""


Line = Heading | Block
_Labelled = tuple["re.Pattern[str]", "Sequence[OutlineHeading]"]


@dataclass(slots=True)
class HeadingReader:
    """Tells headings from text, one block after another, knowing where in the outline it stands."""

    outline: Outline
    plain: bool
    """Whether headings without any form are to be looked for with an unknown title, too."""
    shapes: bool = False
    """Whether a paragraph is a heading, too, that only has the shape of one: the page has no other marks."""
    section: str = ""
    """The number of the section it is in, as the outline counts; "summary" in the summary."""
    place: str = ""
    """The outline's place of the last heading that it knows."""
    letter: str = ""
    """The letter of the last lettered heading in its section."""
    after: Block | None = None
    """The block after the one that is being read."""
    waiting: Block | None = None
    """A number or a letter whose title is to follow in a block of its own."""
    _labeled_in: dict[str, tuple[_Labelled, _Labelled]] = field(default_factory=dict)
    """What `_labeled` returned, by section: it is asked for every block."""

    def lines(self, blocks: Iterable[Block]) -> Iterator[Line]:
        """Yield the headings and the text of a page, in order."""
        for block, self.after in pairwise((*blocks, None)):
            if block:
                for piece in pieces(block, self):
                    for line in (piece,) if self.shapes else split_at_break(piece, self):
                        yield from self._line(line)
        yield from self._give_up_waiting()

    def _line(self, block: Block) -> Iterator[Line]:
        if joined := self._joined(block):
            self.waiting = None
            yield joined
            return
        yield from self._give_up_waiting()
        label = NUMBERED.fullmatch(block.text)
        if (label and not label[2]) or (self.section and BARE_LETTER.fullmatch(block.text)):
            self.waiting = block
        else:
            yield self.heading(block) or block

    def _joined(self, block: Block) -> Heading | None:
        """Return the heading that a number or letter that waits and the title in the next block make."""
        first = self.waiting
        if not first or not is_titlelike(bare(block.text) if block.tag in HEADINGS else block.text):
            return None
        form = form_of(block) or form_of(first)
        text = f"{first.text} {block.text}"
        found = self._numbered(text, form or "plain") or self._lettered(text, form or "plain")
        return found and replace(found, form=form, printed=text, anchor=first.anchor or block.anchor)

    def _give_up_waiting(self) -> Iterator[Line]:
        block, self.waiting = self.waiting, None
        if not block:
            return
        form, number = form_of(block), NUMBERED.fullmatch(block.text)
        if form and number:
            self.section = number[1]
            yield Heading("section", block.text, number[1], form, block.text, block.anchor, near=self.section)
        else:
            yield block

    def heading(self, block: Block) -> Heading | None:
        """Return the heading that a block is, or none."""
        text, form = block.text, form_of(block)
        if len(text) > LONGEST_TITLE or (not form and block.item) or is_page_foot(text):
            return None
        found = self._numbered(text, form) or self._summary(text, form, block.anchor) or self._lettered(text, form)
        found = found or self._after_address(text, form) or self._titled(text, form)
        return found and replace(found, form=form, printed=text, anchor=block.anchor)

    def _after_address(self, text: str, form: str) -> Heading | None:
        """Return the heading, known to the outline, that an address is pasted before."""
        for start in starts_after_address(text) if form in HEADINGS else ():
            rest = text[start:]
            found = self._lettered(rest, form) or self._titled(rest, form)
            if found and found.expected:
                return replace(found, repaired="address")
        return None

    def _numbered(self, text: str, form: str) -> Heading | None:
        match = NUMBERED.fullmatch(text)
        if not match or not match[2]:
            return None
        number, title = str(int(match[1])), bare(match[2])
        (_, sections), _ = self._labeled()
        expected = self._expected(title, sections, number, form)
        follows = self.shapes and number == str(int(self.section or 0) + 1 if self.section.isdigit() else 1)
        if not expected and not self._may_follow(title, form, follows):
            return None
        self.section = expected.section if expected else number
        self.letter = ""
        self.place = self.section
        return Heading("section", title, number, expected=expected, near=self.place)

    def _summary(self, text: str, form: str, anchor: str) -> Heading | None:
        title = bare(text)
        summary = next((h for h in self.outline.headings if h.place == "summary"), None)
        named = form and summary and key(title) == key(summary.title) and not self.section
        if key(title) != _SUMMARY and not named:
            if form not in HEADINGS or not anchor.endswith("exec-summary"):  # whatever its title is
                return None
            title = summary.title if summary else title
        self.section = self.place = "summary"
        return Heading("summary", title, expected=summary, near=self.place)

    def _lettered(self, text: str, form: str) -> Heading | None:
        match = LETTERED.fullmatch(text)
        if not match:
            return None
        letter, title = match[1].lower(), bare(match[2])
        _, (_, letters) = self._labeled()
        expected = self._expected(title, letters, f"{self.section}.{letter}", form)
        follows = self.shapes and self.section.isdigit() and letter == chr(ord(self.letter or "`") + 1)
        if not expected and not self._may_follow(title, form, follows):
            return None
        self.letter = letter
        self.place = expected.place if expected else f"{self.section}.{letter}"
        return Heading("letter", title, letter, expected=expected, near=self.place)

    def _expected(self, title: str, among: Sequence[OutlineHeading], place: str, form: str) -> OutlineHeading | None:
        """Return what the outline has for a title, which may differ more where the place is the same."""
        exact = next((h for h in self.outline.exact(title) if h in among), None)
        if exact or not self.outline.fixed:
            return exact
        alike = self.outline.alike(title, among)
        if alike or not (form or is_capitals(title) or is_title_case(title)):
            return alike
        return self.outline.alike_in_place(title, place)

    def _may_follow(self, title: str, form: str, follows: bool) -> bool:
        """Return whether a title that the outline does not have may stand after a number or letter."""
        plain = self.plain and not self.outline.fixed and len(title) >= _FEWEST_LETTERS
        return is_titlelike(title) and bool(form or plain or (follows and is_title_case(title)))

    def likeness(self, text: str) -> float:
        """Return how like a heading that may stand here a text is, from 0 to 1."""
        for pattern, among in self._labeled():
            if match := pattern.fullmatch(text):
                return self.outline.likeness(bare(match[2]), among) if match[2] else 0.0
        unlabeled = text[:1].isupper() and not SENTENCE_END.search(text) and self._known_title(bare(text), "")
        return 1.0 if unlabeled or key(text) == _SUMMARY or self._banner(text) else 0.0

    def beginning(self, text: str) -> int:
        """Return the end of the numbered or lettered heading, in the outline's words, that a text begins with, or 0."""
        for pattern, among in self._labeled():
            if match := pattern.fullmatch(text):
                ends = (beginning_of(match[2], wording) for heading in among for wording in heading.titles)
                found = max(ends, default=0)
                return match.start(2) + found if found else 0
        return 0

    def _labeled(self) -> tuple[_Labelled, _Labelled]:
        """Return the patterns of headings with number or letter, each with those that may stand here."""
        if self.section not in self._labeled_in:
            numbered = [h for h in self.outline.headings if h.numbered]
            lettered = [h for h in self.outline.headings if h.lettered and self._is_here(h)]
            self._labeled_in[self.section] = (NUMBERED, numbered), (LETTERED, lettered)
        return self._labeled_in[self.section]

    def _banner(self, text: str) -> OutlineHeading | None:
        return next((h for h in self.outline.exact(text) if h.banner), None)

    def _is_here(self, heading: OutlineHeading) -> bool:
        """Return whether a heading of the outline may stand in this section."""
        return heading.section == self.section or not self.outline.fixed

    def _titled(self, text: str, form: str) -> Heading | None:
        """Return a heading without number or letter; one without a form must have a title known here."""
        title = bare(text)
        if not title:
            return None
        if text.endswith(":") and form not in HEADINGS:
            return None  # a run-in label on a line of its own
        expected = self._banner(title) or self._known_title(title, form)
        if not expected and not self._may_be_unknown(text, form) and not self._has_shape(text, title):
            return None
        if expected:
            self.place = expected.place
            lettered = self.outline.fixed and expected.lettered and expected.section == self.section
            if form in HEADINGS and lettered and expected.place[-1] > self.letter:  # printed without the letter
                self.letter = expected.place[-1]
                return Heading("letter", title, self.letter, expected=expected, near=self.place, repaired="letter")
        return Heading("title", title, expected=expected, near=self.place)

    def _may_be_unknown(self, text: str, form: str) -> bool:
        if form in HEADINGS:
            return is_titlelike(text) or text.count(" ") < MOST_WORDS // 2
        if not form or not self.section or not is_titlelike(text):
            return False
        return self.plain if form == "capitals" else self.section != "summary"

    def _has_shape(self, text: str, title: str) -> bool:
        """Return whether an unmarked block is a heading by place and shape: a few words in title case above prose."""
        if not self.shapes or not self.section.isdigit() or not is_title_case(title) or not is_titlelike(text):
            return False
        few = 1 <= text.count(" ") < _FEW_WORDS and ":" not in text
        return self._is_above_prose() and (few or self.outline.holder(title, self.place) is not None)

    def _is_above_prose(self) -> bool:
        return self.after is not None and is_prose(self.after)

    def _known_title(self, title: str, form: str) -> OutlineHeading | None:
        exact = [h for h in self.outline.exact(title) if not h.numbered and self._is_here(h)]
        if exact and not form and title[:1].islower():
            return None  # the last words of a sentence
        if exact:
            return min(exact, key=lambda h: (h.lettered, h.place.partition("/")[0] != self.place.partition("/")[0]))
        marked = form or (self.shapes and is_title_case(title) and self._is_above_prose())
        if not marked or not self.outline.fixed:
            return None
        return self.outline.alike(title, [h for h in self.outline.headings if "/" in h.place and self._is_here(h)])
