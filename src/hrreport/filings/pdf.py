"""Read a PDF as blocks: lines by where they are printed, running heads and page numbers set aside."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
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
_GAP = 0.15
"""Two pieces of a line are apart where so much of its height is between them."""
_INTRUDES = 1.0
"""Points by which the letters beside a piece may lean into it; all its own letters reach in further."""
_PROBES = 8
"""So many parts of a line are looked at for a letter: a quotation mark may leave the middle of its height empty."""
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"^(\d{1,3})[.)]?\s+(?=\S)")
_SIGN = ("\x02", "\x03")
"""Stand around the number of a note that is raised above its line."""
_MARK = re.compile(r"\s?\x02(\d{1,3})\x03|(?<=[.,;:!?”\"’'»)a-z])(?<!\d[.,:])(\d{1,3})(?=\s|$)")
_RAISED = 0.8
"""A number with less than this share of its line's height is the sign of a note."""
_MARGIN = re.compile(r"\(?(?:§ [a-z0-9:.-]+ )?¶ \d{1,3}\)?|(?:19|20)\d{2}")
"""Words in the margin beside a passage: its place, or the year of its edition."""
_FLUSH = 0.4
"""Lines are flush where their first letters are less than this share of their height apart."""
_ALIKE = 0.04
"""Lines of one passage differ by less than this share in height."""
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
    size: float = 0.0
    """The size of its type, as the file gives it."""
    margin: str = ""
    """What stands in the margin beside it."""


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
    feet = list(_feet(lines, size))
    notes = list(_notes(feet))
    text = [line for line in lines if line not in feet] if notes else lines
    return (*_paragraphs(text, {note.note for note in notes}), *notes)


def named_pages(body: bytes) -> dict[str, int]:
    """Return the page, counted from 1, of each place of a document that has a name.

    Raises:
        ParseError: It is not a PDF that can be read.
    """
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        raise ParseError(f"it is not a PDF that can be read: {error}") from error
    raw = pypdfium2.raw
    found: dict[str, int] = {}
    for index in range(raw.FPDF_CountNamedDests(document)):
        size = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document, index, None, size)
        name = ctypes.create_string_buffer(max(size.value, 0))
        place = raw.FPDF_GetNamedDest(document, index, name, size)
        if place:
            found[name.raw.decode("utf-16-le").rstrip("\0")] = raw.FPDFDest_GetDestPageIndex(document, place) + 1
    document.close()
    return found


def _feet(lines: Sequence[_PageLine], size: float) -> Iterator[_PageLine]:
    """Yield the lines of notes: the small lines that a page ends with, from one with the number of a sign on."""
    signs = {mark[1] or mark[2] for line in lines if line.height >= size * _SMALL for mark in _MARK.finditer(line.text)}
    before = ""
    for _, held in groupby(lines, key=lambda line: line.page):
        page = list(held)
        small = page[max((n for n, line in enumerate(page) if line.height >= size * _SMALL), default=-1) + 1 :]
        in_notes = bool(before) and not _FINISHED.search(before)
        before = ""
        for line in small:
            found = _NOTE.match(_bare(line))
            in_notes = in_notes or bool(found and found[1] in signs)
            if in_notes:
                before = line.text
                yield line


def _bare(line: _PageLine) -> str:
    """Return the words of a line, raised numbers as others."""
    return line.text.replace(_SIGN[0], "").replace(_SIGN[1], " ")


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[_PageLine]:
    """Yield the lines of a page from top to bottom."""
    words = page.get_textpage()
    pieces: list[_PageLine] = []
    for index in range(words.count_rects()):
        left, low, right, high = words.get_rect(index)
        text = _text(words, left, low, right, high).replace("\r", "").replace("\n", " ").replace("\x02", "-")
        if text.strip():
            bottom, top, size = _reach(words, left, low, right, high)
            pieces.append(_PageLine(text.replace("\ufffe", "-"), left, right, bottom, top - bottom, number, size))
    pieces.sort(key=lambda piece: -(piece.bottom + piece.height / 2))
    row: list[_PageLine] = []
    for piece in pieces:
        if row and not _beside(row[-1], piece):
            yield _joined(sorted(row, key=lambda one: one.left))
            row = []
        row.append(piece)
    if row:
        yield _joined(sorted(row, key=lambda one: one.left))


def _text(words: pypdfium2.PdfTextPage, left: float, low: float, right: float, high: float) -> str:
    """Return the words in a piece of a line, without a letter of the piece beside it that leans into it."""
    whole: str = words.get_text_bounded(left, low, right, high)
    inset = min(_INTRUDES, (right - left) / 4)
    within: str = words.get_text_bounded(left + inset, low, right - inset, high)
    before, found, after = whole.partition(within) if within else ("", "", "")
    if not found:
        return whole
    return ("" if before.isalnum() else before) + within + ("" if after.isalnum() else after)


def _reach(
    words: pypdfium2.PdfTextPage, left: float, low: float, right: float, high: float
) -> tuple[float, float, float]:
    """Return how far down and up the letters of a font reach, whichever stand there, and its size."""
    along = (left + 1, *(left + (right - left) * n / _PROBES for n in range(1, _PROBES)))
    index = next((i for x in along if (i := words.get_index(x, (low + high) / 2, 4, 4)) is not None), None)
    if index is None:
        return low, high, 0.0
    size = pypdfium2.raw.FPDFText_GetFontSize(words.raw, index)
    _, bottom, _, top = words.get_charbox(index, loose=True)
    return (bottom, top, size) if top > bottom else (low, high, size)


def _beside(one: _PageLine, other: _PageLine) -> bool:
    """Return whether two pieces stand in one line."""
    shared = min(one.bottom + one.height, other.bottom + other.height) - max(one.bottom, other.bottom)
    return shared > min(one.height, other.height) / 2


def _joined(row: Sequence[_PageLine]) -> _PageLine:
    first, *others = row
    if others and _MARGIN.fullmatch(first.text.strip()) and others[0].left - first.right > 2 * _GAP * first.height:
        return replace(_joined(others), margin=first.text.strip())
    height = max(piece.height for piece in row)
    text = ""
    before: _PageLine | None = None
    for piece in row:
        if piece.height < height * _RAISED and piece.text.strip().isdigit() and before is not None:
            text = f"{text.rstrip()}{_SIGN[0]}{piece.text.strip()}{_SIGN[1]}"
        else:
            apart = before is not None and piece.left - before.right > piece.height * _GAP
            text += " " * (apart and not text.endswith(" ")) + piece.text
        before = piece
    tallest = max(row, key=lambda piece: piece.height)
    return _PageLine(text.strip(), row[0].left, row[-1].right, tallest.bottom, height, row[0].page, tallest.size)


def _without_furniture(pages: Sequence[Sequence[_PageLine]]) -> Iterator[_PageLine]:
    """Yield the lines that are neither running heads or feet nor numbers of pages."""
    edges = Counter(
        key for page in pages for key in {key for line in (*page[:_EDGE], *page[-_EDGE:]) for key in _keys(line)}
    )
    for page in pages:
        for number, line in enumerate(page):
            edge = number < _EDGE or number >= len(page) - _EDGE
            repeated = any(edges[key] >= min(_LEAST_REPEATED, max(2, len(pages))) for key in _keys(line))
            shape = _DIGITS.sub("#", line.text)
            if not (edge and (repeated or re.fullmatch(r"[-–—\s]*(?:[Pp]age )?#(?: of #)?[-–—\s]*", shape))):
                yield line


def _keys(line: _PageLine) -> Iterator[tuple[str, ...]]:
    """Yield what a running head or foot shares on all pages: words and numbers, one of them that of the page."""
    shape = _DIGITS.sub("#", line.text)
    numbers = _DIGITS.findall(line.text)
    yield shape, *numbers
    for n, number in enumerate(numbers):
        yield shape, *numbers[:n], f"page {int(number) - line.page:+}", *numbers[n + 1 :]


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
    if line.margin:
        return True
    if group[0].margin and not _goes_on(group[0], line):
        return True
    if group[0].margin and before.page != line.page:
        return False
    if before.page != line.page:
        return bool(_FINISHED.search(before.text)) or _indented(before, margin) != _indented(line, margin)
    return before.bottom - line.bottom > pitch * 1.35 or _indented(before, margin) != _indented(line, margin) > 0


def _goes_on(first: _PageLine, line: _PageLine) -> bool:
    """Return whether a line can be one of a passage: of the same size of type as its first one, and flush with it."""
    one, other = (first.size, line.size) if first.size and line.size else (first.height, line.height)
    return abs(one - other) < one * _ALIKE and abs(line.left - first.left) < first.height * _FLUSH


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
    if beside := group[0].margin:
        kind, lead = "quote", f"{beside}\t"
        pieces.insert(0, lead)
        marks = [NoteMark(mark.at + len(lead), mark.note) for mark in marks]
    return FilingBlock("".join(pieces), f"page {group[0].page}", kind, "", tuple(marks))  # type: ignore[arg-type]


def _notes(lines: Sequence[_PageLine]) -> Iterator[FilingBlock]:
    """Yield the footnotes among small lines: each begins with its number."""
    name, page = "", 0
    text: list[str] = []
    for line in lines:
        found = _NOTE.match(_bare(line))
        if found:
            if name:
                yield FilingBlock(whole_addresses("\n".join(text)), f"footnote {name}, page {page}", "note", name)
            rest = _bare(line)[found.end() :]
            name, page, text = found[1], line.page, [rest]
        elif name:
            text.append(line.text)
    if name:
        yield FilingBlock(whole_addresses("\n".join(text)), f"footnote {name}, page {page}", "note", name)
