"""Read a PDF as blocks: lines by where they are printed, running heads and page numbers set aside."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2

from hrreport.errors import ParseError
from hrreport.filings.plain import whole_addresses
from hrreport.model.filing import FilingBlock, NoteMark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST_REPEATED = 3
"""A line at the edge of so many pages is a running head or foot."""
_EDGE = 2
"""So many lines at the top and at the bottom of a page may be heads and feet."""
_SMALL = 0.92
"""A line with less than this share of the usual height is that of a note."""
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"^(\d{1,3})[.)]?\s+(?=\S)")
_SIGN = ("\x02", "\x03")
"""Stand around the number of a note that is raised above its line."""
_MARK = re.compile(r"\s?\x02(\d{1,3})\x03|(?<=[.,;:!?”\"’'»)a-z])(\d{1,3})(?=\s|$)")
_RAISED = 0.8
"""A number with less than this share of its line's height is the sign of a note."""
_FINISHED = re.compile(r"[.!?:;”\"’)\]]\s*$")


@dataclass(frozen=True, slots=True)
class _PageLine:
    """A line as printed."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    page: int


def read_blocks(body: bytes) -> tuple[FilingBlock, ...]:
    """Return the blocks of a document, notes after the text.

    Raises:
        ParseError: It is not a PDF that can be read.
    """
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        raise ParseError(f"it is not a PDF that can be read: {error}") from error
    try:
        pages = [list(_lines(document[number], number + 1)) for number in range(len(document))]
    finally:
        document.close()
    lines = list(_without_furniture(pages))
    if not lines:
        return ()
    size = median(line.height for line in lines)
    notes = list(_notes([line for line in lines if line.height < size * _SMALL]))
    if not notes:
        return tuple(_paragraphs(lines, set()))
    text = [line for line in lines if line.height >= size * _SMALL]
    return (*_paragraphs(text, {note.note for note in notes}), *notes)


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[_PageLine]:
    """Yield the lines of a page from top to bottom."""
    words = page.get_textpage()
    pieces: list[_PageLine] = []
    for index in range(words.count_rects()):
        left, low, right, high = words.get_rect(index)
        text = words.get_text_bounded(left, low, right, high).replace("\r", "").replace("\n", " ")
        if text.strip():
            bottom, top = _reach(words, left, low, high)
            pieces.append(_PageLine(text.replace("\ufffe", "-"), left, right, bottom, top - bottom, number))
    pieces.sort(key=lambda piece: -(piece.bottom + piece.height / 2))
    row: list[_PageLine] = []
    for piece in pieces:
        if row and not _beside(row[-1], piece):
            yield _joined(sorted(row, key=lambda one: one.left))
            row = []
        row.append(piece)
    if row:
        yield _joined(sorted(row, key=lambda one: one.left))


def _reach(words: pypdfium2.PdfTextPage, left: float, low: float, high: float) -> tuple[float, float]:
    """Return how far down and up the letters of a font reach, whichever letters stand there."""
    index = words.get_index(left + 1, (low + high) / 2, 4, 4)
    if index is None:
        return low, high
    _, bottom, _, top = words.get_charbox(index, loose=True)
    return (bottom, top) if top > bottom else (low, high)


def _beside(one: _PageLine, other: _PageLine) -> bool:
    """Return whether two pieces stand in one line."""
    shared = min(one.bottom + one.height, other.bottom + other.height) - max(one.bottom, other.bottom)
    return shared > min(one.height, other.height) / 2


def _joined(row: Sequence[_PageLine]) -> _PageLine:
    height = max(piece.height for piece in row)
    text = ""
    before: _PageLine | None = None
    for piece in row:
        if piece.height < height * _RAISED and piece.text.strip().isdigit() and before is not None:
            text = f"{text.rstrip()}{_SIGN[0]}{piece.text.strip()}{_SIGN[1]}"
        else:
            apart = before is not None and piece.left - before.right > piece.height * 0.15
            text += " " * (apart and not text.endswith(" ")) + piece.text
        before = piece
    tallest = max(row, key=lambda piece: piece.height)
    return _PageLine(text.strip(), row[0].left, row[-1].right, tallest.bottom, height, row[0].page)


def _without_furniture(pages: Sequence[Sequence[_PageLine]]) -> Iterator[_PageLine]:
    """Yield the lines that are neither running heads or feet nor numbers of pages."""
    edges = Counter(
        key for page in pages for key in {_DIGITS.sub("#", line.text) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    for page in pages:
        for number, line in enumerate(page):
            key = _shape(line)
            edge = number < _EDGE or number >= len(page) - _EDGE
            repeated = edges[key] >= min(_LEAST_REPEATED, max(2, len(pages)))
            if not (edge and (repeated or re.fullmatch(r"[-–—\s]*(?:[Pp]age )?#(?: of #)?[-–—\s]*", key))):
                yield line


def _shape(line: _PageLine) -> str:
    """Return a line with one sign for all numbers, by which running heads are alike."""
    return _DIGITS.sub("#", line.text)


def _paragraphs(lines: Sequence[_PageLine], notes: set[str]) -> Iterator[FilingBlock]:
    """Yield what larger gaps and indents part."""
    margin = min(line.left for line in lines)
    edge = max(line.right for line in lines)
    gaps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page]
    pitch = median(gap for gap in gaps if gap > 0) if any(gap > 0 for gap in gaps) else 0.0
    group: list[_PageLine] = []
    for line in lines:
        if group and _parts(group, line, pitch, margin):
            yield _paragraph(group, margin, edge, notes)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group, margin, edge, notes)


def _parts(group: Sequence[_PageLine], line: _PageLine, pitch: float, margin: float) -> bool:
    """Return whether a line begins another paragraph."""
    before = group[-1]
    if before.page != line.page:
        return bool(_FINISHED.search(before.text)) or _indented(before, margin) != _indented(line, margin)
    return before.bottom - line.bottom > pitch * 1.35 or _indented(before, margin) != _indented(line, margin) > 0


def _indented(line: _PageLine, margin: float) -> bool:
    return line.left - margin > line.height * 1.5


def _paragraph(group: Sequence[_PageLine], margin: float, edge: float, notes: set[str]) -> FilingBlock:
    inset = all(_indented(line, margin) for line in group)
    narrow = max(line.right for line in group) < edge - group[0].height
    text = whole_addresses("\n".join(line.text for line in group))
    pieces: list[str] = []
    marks: list[NoteMark] = []
    done = length = 0
    for found in _MARK.finditer(text):
        name = found[1] or found[2]
        if found[1] or name in notes:
            pieces.append(text[done : found.start()])
            length += len(pieces[-1])
            marks.append(NoteMark(length, name))
            done = found.end()
    pieces.append(text[done:])
    kind = "quote" if inset and narrow and len(group) > 1 else "text"
    return FilingBlock("".join(pieces), f"page {group[0].page}", kind, "", tuple(marks))  # type: ignore[arg-type]


def _notes(lines: Sequence[_PageLine]) -> Iterator[FilingBlock]:
    """Yield the footnotes among small lines: each begins with its number."""
    name, page = "", 0
    text: list[str] = []
    for line in lines:
        found = _NOTE.match(line.text.replace(_SIGN[0], "").replace(_SIGN[1], " "))
        if found:
            if name:
                yield FilingBlock(whole_addresses("\n".join(text)), f"footnote {name}, page {page}", "note", name)
            rest = line.text.replace(_SIGN[0], "").replace(_SIGN[1], " ")[found.end() :]
            name, page, text = found[1], line.page, [rest]
        elif name:
            text.append(line.text)
    if name:
        yield FilingBlock(whole_addresses("\n".join(text)), f"footnote {name}, page {page}", "note", name)
