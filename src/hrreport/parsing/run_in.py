"""Run-in headings and labels: those that are printed in one block with the text that they stand above.

A label names what its paragraph is about, before a colon. A heading is cut from its text at a line break, at the end
of bold type, or, in the older pages, without a mark: only where the words are, as a whole, those of a heading that
the outline has for this place, and where a sentence has ended before them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.parsing.blocks import part
from hrreport.parsing.elements import HEADINGS
from hrreport.parsing.titles import LETTERED, NUMBERED, is_capitals, is_titlelike
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrreport.parsing.blocks import Block
    from hrreport.parsing.headings import HeadingReader

Topics = tuple[str, ...]

_PLAIN = re.compile(r"([^\W\d_][^:.?!;]{2,140}?)\s*:(?=\s|$)")
_AFTER = re.compile(r"\s*[:.–—-]+\s*")
_MOST_WORDS = 18
_LONGEST_LABEL = 160
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
_LONGEST_HEADING = 300
_SURE = 0.9
_FEWEST_AFTER = 20


@dataclass(frozen=True, slots=True)
class RunIn:
    """A run-in label, and where the paragraph's own text begins."""

    label: str
    topics: Topics
    end: int


def is_note(text: str) -> bool:
    """Return whether a paragraph is an editorial note on the report.

    >>> is_note("Note: This report was updated on 3 May."), is_note("Notes were taken.")
    (True, False)
    """
    return bool(_NOTE.match(text))


def split_run_in(
    block: Block, topics_here: Callable[[str], Topics | None], topics_anywhere: Callable[[str], Topics | None]
) -> RunIn | None:
    """Return the run-in label at the start of a block, or none.

    Emphasised words with a colon are a label; so are words without emphasis, or with a full stop
    or a dash, that the outline knows as one.

    Args:
        block: The block.
        topics_here: The topics of a label known in this section, ``None`` for any other.
        topics_anywhere: The same for the whole outline.
    """
    end, _ = block.lead
    if end:
        return _emphasized_label(block.text, end, topics_anywhere)
    if block.item:
        return None
    found = _PLAIN.match(block.text)
    topics = topics_here(found[1]) if found else None
    if found is None or topics is None:
        return None
    return RunIn(found[1].rstrip(), topics, found.end())


def _emphasized_label(text: str, end: int, topics_of: Callable[[str], Topics | None]) -> RunIn | None:
    lead = text[:end].rstrip()
    inside, colon, rest = lead.partition(":")
    after = _AFTER.match(text, end)
    known: Topics | None = None
    if colon and not rest.strip():
        label, stop = inside, len(inside) + 1
        certain = True
    elif not colon and after and ":" in after[0]:
        label, stop, certain = lead, after.start() + after[0].index(":") + 1, True
    elif colon:
        label, stop, certain = inside, len(inside) + 1, False
    else:
        label, stop, certain = lead.rstrip(" .–—-"), after.end() if after else end, False
        if len(label) == len(lead) and not after:
            return None
    label = label.strip()
    if not label or len(label) > _LONGEST_LABEL or label.count(" ") >= _MOST_WORDS:
        return None
    known = topics_of(label)
    if known is None and not certain:
        return None
    return RunIn(label, known or (), stop)


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
            if len(line) > _LONGEST_HEADING:
                break
            if line and (likeness := reader.likeness(line)) > best:
                best, last = likeness, end
        if best >= _SURE and (start, last) != (0, len(block.text)):
            return start, last
    return None


def _emphasized(block: Block, reader: HeadingReader) -> tuple[int, int] | None:
    """Find emphasized words that are a heading, at the beginning or the end of a block or between sentences."""
    text = block.text
    for start, end in stretches(block):
        if (start, end) == (0, len(text)) or _LABEL_MARK.match(text, end) or end - start > _LONGEST_HEADING:
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


def stretches(block: Block) -> Iterator[tuple[int, int]]:
    """Yield where emphasis begins and ends, in order, stretches with nothing but white space between them as one."""
    start = end = -1
    for a, b, _ in block.emphasis:
        if start >= 0 and not block.text[end:a].strip():
            end = b
            continue
        if start >= 0:
            yield start, end
        start, end = a, b
    if start >= 0:
        yield start, end


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
