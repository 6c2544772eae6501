"""Titles: how they look, how they differ from sentences, and where one is printed in one block with its text.

A heading is cut from its text at a line break, at the end of bold type, or, in the older pages, without a mark: only
where the words are, as a whole, those of a heading that the outline has for this place, and where a sentence has ended
before them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport.parsing.blocks import part
from hrreport.parsing.elements import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hrreport.parsing.blocks import Block
    from hrreport.parsing.headings import HeadingReader

NUMBERED = re.compile(r"section\s+(\d{1,2})\s*(?:[.:)–—-]+\s*|\s+|$)(.*)", re.IGNORECASE | re.DOTALL)
LETTERED = re.compile(r"([A-Za-z])\s*[.)]\s*(?![A-Za-z]\.)(\S.*)", re.DOTALL)
BARE_LETTER = re.compile(r"([A-Za-z])\s*[.)]")
"""A title with its number or letter, and a letter alone."""
LONGEST_TITLE = 300
MOST_WORDS = 45
SENTENCE_END = re.compile(r"[.?!][”’\")\]]*(?:\s|$)")

_REPORT_TITLE = re.compile(r"\b(?:human rights report|country reports? on human rights practices)\b", re.IGNORECASE)
_PAGE_FOOT = re.compile(r"\s*(?:(?:sensitive\s+but|unclassified|page\b.*\\\*\s*mergeformat)\W*)+\d*\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_AFTER_ADDRESS = re.compile(r"(?<=[/a-z])(?:[A-Z]|(?<=/)[a-z]\.\s)")
_FEWEST_CAPITALS = 4
_SHORTEST_PROSE = 50
_BOLD = 1
_SMALL = frozenset(
    "a an and as at by for from in into of on or the to with within against per than via nor but".split()
)
_WORD = re.compile(r"[^\s/]+|/|\s+")
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")
_NOTE = re.compile(
    r"[\[(*]*\s*(?:editor[’']?s[’']? note|note|correction|corrigend|errat|addendum)\w*\s*[:.\])—–-]|"
    r"[\[(*]*\s*this (?:report|page) (?:has been|was) (?:updated|corrected|revised)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.?!:][”’\"')\]]*\s*$")
_GOES_ON = re.compile(r"\s*[A-Z“\"‘\[(\d]")
_LABEL_MARK = re.compile(r"\s*[:–—-]")
_APPENDED = re.compile(r"[.?!][”’\"')\]]*\s+(?=(?:[a-z]\.\s+)?[A-Z][^.?!]*$)")
_MOST_LINES = 4
"""Lines that a heading may be wrapped over."""
_SURE = 0.9
_FEWEST_AFTER = 20
_MARKS = ",.;:()[]“”\"'’‘!? \t/"


def form_of(block: Block) -> str:
    """Return how a block is marked as a heading, or empty where it is not.

    >>> from hrreport.parsing.blocks import Block
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
    """Return whether words look like a title: short, and no sentence ends in or with them.

    >>> is_titlelike("Political Prisoners and Detainees"), is_titlelike("Nobody was hurt.")
    (True, False)
    """
    if len(text) > LONGEST_TITLE or text.count(" ") >= MOST_WORDS:
        return False
    return not SENTENCE_END.search(text) and not text.endswith((";", ","))


def is_report_title(text: str) -> bool:
    """Return whether a line is the title of a report: "Kazakhstan 2024 Human Rights Report".

    >>> is_report_title("2023 Country Reports on Human Rights Practices: Andorra")
    True
    """
    return bool(_REPORT_TITLE.search(text)) and is_titlelike(text)


def bare(title: str) -> str:
    """Return a title without the stop or colon after it.

    >>> bare("Worker Rights.")
    'Worker Rights'
    """
    return title.strip().rstrip(":").rstrip().removesuffix(".").strip()


def is_prose(block: Block) -> bool:
    """Return whether a text is a paragraph of sentences."""
    return len(block.text) >= _SHORTEST_PROSE and bool(SENTENCE_END.search(block.text[-4:]))


def is_note(text: str) -> bool:
    """Return whether a paragraph is an editorial note on the report.

    >>> is_note("Note: This report was updated on 3 May."), is_note("Notes were taken.")
    (True, False)
    """
    return bool(_NOTE.match(text))


def is_page_foot(text: str) -> bool:
    r"""Return whether a text is the foot of a page of the draft, which was set as part of the report.

    >>> is_page_foot("SENSITIVE BUT UNCLASSIFIED"), is_page_foot("PAGE \\* MERGEFORMAT 1"), is_page_foot("Women")
    (True, True, False)
    """
    return bool(_PAGE_FOOT.fullmatch(text))


def starts_after_address(text: str) -> tuple[int, ...]:
    """Return where the words of a heading may begin that has an address pasted before it, the first first.

    >>> starts_after_address("https://www.state.gov/reports/Trafficking in Persons")
    (30,)
    """
    address = _ADDRESS.match(text)
    return tuple(found.start() for found in _AFTER_ADDRESS.finditer(text, 0, address.end() + 2)) if address else ()


def is_capitals(title: str) -> bool:
    """Return whether a title is printed in capitals.

    >>> is_capitals("B. DISAPPEARANCE"), is_capitals("IDPs")
    (True, False)
    """
    return any(c.isupper() for c in title) and not any(c.islower() for c in title)


def is_title_case(title: str) -> bool:
    """Return whether words are in title case: all but the small ones begin with a capital.

    >>> is_title_case("Role of the Police"), is_title_case("Role of the police")
    (True, False)
    """
    words = _LETTERS.findall(title)
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)


def recased(title: str, titles: Sequence[str], acronyms: Callable[[], Iterable[str]] = tuple) -> str:
    """Return a title printed in capitals with the case of titles that are known.

    A word that none of them has is taken for an acronym where the text around prints it so, else
    it gets a capital, or none where it is a small word.

    Args:
        title: The title in capitals.
        titles: Titles that show the case of words, the best first.
        acronyms: Gives words of the text that have more than one capital; asked only at need.

    >>> recased("STATUS OF DISPLACED PERSONS (IDPS)", ["Displaced Persons (IDPs)"])
    'Status of Displaced Persons (IDPs)'
    """
    known = _cases(tuple(titles))
    shown: list[str] = []
    for word in _WORD.findall(title):
        core = word.strip(_MARKS)
        if not core:
            shown.append(word)
            continue
        case = known.get(core.upper()) or _case(core, acronyms)
        if not any(shown):
            case = case if any(c.isupper() for c in case) else _capitalized(case)
        shown.append(word.replace(core, case, 1))
    return "".join(shown)


def _case(word: str, acronyms: Callable[[], Iterable[str]]) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    return next((a for a in acronyms() if a.upper() == word), "") or _capitalized(word)


def _capitalized(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


@cache
def _cases(titles: tuple[str, ...]) -> dict[str, str]:
    cases: dict[str, str] = {}
    for title in titles:
        for word in _WORD.findall(title):
            core = word.strip(_MARKS)
            cases.setdefault(core.upper(), core)
    return cases


# -- titles inside a block -----------------------------------------------------------------


def pieces(block: Block, reader: HeadingReader) -> Iterator[Block]:
    """Yield a block in pieces, each a heading or text; what was yielded must be read before the next is asked for."""
    rest: Block | None = block
    while rest:
        found = _seam(rest, reader)
        if not found:
            yield rest
            return
        start, end = found
        if start:
            yield part(rest, 0, start)
        yield part(rest, start, end)
        rest = part(rest, end, len(rest.text)) if rest.text[end:].strip() else None


def _seam(block: Block, reader: HeadingReader) -> tuple[int, int] | None:
    """Return where the first heading in a block begins and ends, or none if there is none or nothing beside it."""
    ways = (_broken, _emphasized, _run_on, _appended)
    return min((seam for way in ways if (seam := way(block, reader))), default=None)


def _broken(block: Block, reader: HeadingReader) -> tuple[int, int] | None:
    """Find whole lines that are a heading."""
    if not block.breaks:
        return None
    ends = (*block.breaks, len(block.text))
    for at, start in enumerate((0, *block.breaks)):
        if start and not _ENDED.search(block.text, max(0, start - 10), start):
            continue
        best, last = 0.0, 0
        for end in ends[at : at + _MOST_LINES]:
            line = block.text[start:end].strip()
            if len(line) > LONGEST_TITLE:
                break
            if line and (likeness := reader.likeness(line)) > best:
                best, last = likeness, end
        if best >= _SURE and (start, last) != (0, len(block.text)):
            return start, last
    return None


def _emphasized(block: Block, reader: HeadingReader) -> tuple[int, int] | None:
    """Find emphasized words that are a heading, at the beginning or the end of a block or between sentences."""
    text = block.text
    for start, end in block.stretches:
        if (start, end) == (0, len(text)) or _LABEL_MARK.match(text, end) or end - start > LONGEST_TITLE:
            continue
        if start and reader.likeness(text[:start].strip()) >= _SURE:
            return 0, start
        alone = not text[:start].strip() or _ENDED.search(text, 0, start)
        goes_on = not text[end:].strip() or _GOES_ON.match(text, end)
        if alone and goes_on and reader.likeness(text[start:end].strip()) >= _SURE:
            return start, end
    return None


def split_at_break(block: Block, reader: HeadingReader) -> Sequence[Block]:
    """Return a heading and the text below it apart where only a line break is between them."""
    if not block.breaks or block.tag in HEADINGS:
        return (block,)
    marked, _ = block.lead
    end = marked or len(block.text[: block.breaks[0]].rstrip())
    at = next((b for b in block.breaks if 0 <= b - end <= 1), None)
    if at is None or not 0 < end < len(block.text):
        return (block,)
    first = block.text[:end]
    labeled = NUMBERED.fullmatch(first) or LETTERED.fullmatch(first)
    if not marked:
        is_heading = reader.likeness(first) == 1
    elif labeled:
        is_heading = is_titlelike(labeled[2])
    else:
        is_heading = bool(reader.outline.exact(first)) or reader.outline.knows_label(first)
    return (part(block, 0, end), part(block, at, len(block.text))) if is_heading else (block,)


def _run_on(block: Block, reader: HeadingReader) -> tuple[int, int] | None:
    """Find a heading at the beginning of a block that its text follows without any mark."""
    text = block.text
    end = reader.beginning(text)
    if not end or len(text) - end < _FEWEST_AFTER or not _ENDED.search(text, len(text) - 10):
        return None
    return (0, end) if _GOES_ON.match(text, end) and not is_capitals(text[end:]) else None


def _appended(block: Block, reader: HeadingReader) -> tuple[int, int] | None:
    """Find a heading at the end of a block, after its last sentence, without any mark."""
    found = None if block.tag in HEADINGS else _APPENDED.search(block.text)
    if found and reader.likeness(block.text[found.end() :]) >= _SURE:
        return found.end(), len(block.text)
    return None
