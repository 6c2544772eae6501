"""Run-on headings: split a heading from its text at a line break, at the end of bold type, or without a mark.

The older pages have many of these. A seam is cut only where the words are, as a whole, those of a
heading that the outline has for this place, and where a sentence has ended before them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from hrreport.parsing.blocks import part
from hrreport.parsing.casing import is_capitals
from hrreport.parsing.exclusions import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.parsing.blocks import Block

_ENDED = re.compile(r"[.?!:][”’\"')\]]*\s*$")
_GOES_ON = re.compile(r"\s*[A-Z“\"‘\[(\d]")
_LABEL_MARK = re.compile(r"\s*[:–—-]")
_APPENDED = re.compile(r"[.?!][”’\"')\]]*\s+(?=(?:[a-z]\.\s+)?[A-Z][^.?!]*$)")
_MOST_LINES = 4
"""Lines that a heading may be wrapped over."""
_LONGEST = 300
_SURE = 0.9
_FEWEST_AFTER = 20


class HeadingCues(Protocol):
    """Evidence that words are a heading, at the current position."""

    def likeness(self, text: str) -> float:
        """Return how like a heading that may stand here a text is, from 0 to 1."""
        ...

    def beginning(self, text: str) -> int:
        """Return the end of the numbered or lettered heading, in the outline's words, that a text begins with, or 0."""
        ...


def pieces(block: Block, reader: HeadingCues) -> Iterator[Block]:
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


def _seam(block: Block, reader: HeadingCues) -> tuple[int, int] | None:
    """Return where the first heading in a block begins and ends, or none if there is none or nothing beside it."""
    ways = (_broken, _emphasized, _run_on, _appended)
    return min((seam for way in ways if (seam := way(block, reader))), default=None)


def _broken(block: Block, reader: HeadingCues) -> tuple[int, int] | None:
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
            if len(line) > _LONGEST:
                break
            if line and (likeness := reader.likeness(line)) > best:
                best, last = likeness, end
        if best >= _SURE and (start, last) != (0, len(block.text)):
            return start, last
    return None


def _emphasized(block: Block, reader: HeadingCues) -> tuple[int, int] | None:
    """Find emphasized words that are a heading, at the beginning or the end of a block or between sentences."""
    text = block.text
    for start, end in stretches(block):
        if (start, end) == (0, len(text)) or _LABEL_MARK.match(text, end) or end - start > _LONGEST:
            continue
        if start and reader.likeness(text[:start].strip()) >= _SURE:
            return 0, start
        alone = not text[:start].strip() or _ENDED.search(text, 0, start)
        goes_on = not text[end:].strip() or _GOES_ON.match(text, end)
        if alone and goes_on and reader.likeness(text[start:end].strip()) >= _SURE:
            return start, end
    return None


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


def _run_on(block: Block, reader: HeadingCues) -> tuple[int, int] | None:
    """Find a heading at the beginning of a block that its text follows without any mark."""
    text = block.text
    end = reader.beginning(text)
    if not end or len(text) - end < _FEWEST_AFTER or not _ENDED.search(text, len(text) - 10):
        return None
    return (0, end) if _GOES_ON.match(text, end) and not is_capitals(text[end:]) else None


def _appended(block: Block, reader: HeadingCues) -> tuple[int, int] | None:
    """Find a heading at the end of a block, after its last sentence, without any mark."""
    found = None if block.tag in HEADINGS else _APPENDED.search(block.text)
    if found and reader.likeness(block.text[found.end() :]) >= _SURE:
        return found.end(), len(block.text)
    return None
