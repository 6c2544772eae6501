"""Read a PDF as blocks: lines by where they are printed, running heads and page numbers set aside."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from hrreport.filings.furniture import without_furniture
from hrreport.filings.pdfium import read_lines
from hrreport.filings.plain import take_marks, whole_addresses
from hrreport.model.filing import RAISED, FilingBlock, NoteMark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.filing import PrintedLine

_SMALL = 0.92
"""A line with less than this share of the usual height is that of a note."""
_NOTE = re.compile(r"^(\d{1,3})[.)]?\s+(?=\S)")
_MARK = re.compile(r"\s?\x02(\d{1,3})\x03|(?<=[.,;:!?”\"’'»)a-z])(?<!\d[.,:])(\d{1,3})(?=\s|$)")
_FLUSH = 0.4
"""Lines are flush where their first letters are less than this share of their height apart."""
_ALIKE = 0.04
"""Lines of one passage differ by less than this share in height."""
_FINISHED = re.compile(r"[.!?:;”\"’)\]]\s*$")


def read_blocks(body: bytes) -> tuple[FilingBlock, ...]:
    """Return the blocks of a document, notes after the text.

    Raises:
        ParseError: It is not a PDF that can be read.
    """
    pages = read_lines(body, margins=True)
    lines = [line for page in without_furniture(pages) for line in page]
    if not lines:
        return ()
    size = median(line.height for line in lines)
    feet = list(_feet(lines, size))
    notes = list(_notes(feet))
    text = [line for line in lines if line not in feet] if notes else lines
    return (*_paragraphs(text, {note.note for note in notes}), *notes)


def _feet(lines: Sequence[PrintedLine], size: float) -> Iterator[PrintedLine]:
    """Yield the lines of notes: the small lines that a page ends with, from one with the number of a sign on."""
    signs = {mark[1] or mark[2] for line in lines if line.height >= size * _SMALL for mark in _MARK.finditer(line.text)}
    before = ""
    for page in (list(on_page) for _, on_page in groupby(lines, key=lambda line: line.page)):
        small = page[max((n for n, line in enumerate(page) if line.height >= size * _SMALL), default=-1) + 1 :]
        in_notes = bool(before) and not _FINISHED.search(before)
        before = ""
        for line in small:
            found = _NOTE.match(_bare(line))
            in_notes = in_notes or bool(found and found[1] in signs)
            if in_notes:
                before = line.text
                yield line


def _bare(line: PrintedLine) -> str:
    """Return the words of a line, raised numbers as others."""
    return line.text.replace(RAISED[0], "").replace(RAISED[1], " ")


def _paragraphs(lines: Sequence[PrintedLine], notes: set[str]) -> Iterator[FilingBlock]:
    """Return the paragraphs: what larger gaps and indents part."""
    margin = min(line.left for line in lines)
    edge = max(line.right for line in lines)
    gaps = [gap for a, b in pairwise(lines) if a.page == b.page and (gap := a.bottom - b.bottom) > 0]
    pitch = median(gaps) if gaps else 0.0
    groups: list[list[PrintedLine]] = []
    for line in lines:
        if not groups or _parts(groups[-1], line, pitch, margin):
            groups.append([])
        groups[-1].append(line)
    return (_paragraph(group, margin, edge, notes) for group in groups)


def _parts(group: Sequence[PrintedLine], line: PrintedLine, pitch: float, margin: float) -> bool:
    """Return whether a line begins another paragraph."""
    before = group[-1]
    if line.margin or (group[0].margin and not _goes_on(group[0], line)):
        return True
    if group[0].margin and before.page != line.page:
        return False
    if before.page != line.page:
        return bool(_FINISHED.search(before.text)) or _indented(before, margin) != _indented(line, margin)
    return before.bottom - line.bottom > pitch * 1.35 or _indented(before, margin) != _indented(line, margin) > 0


def _goes_on(first: PrintedLine, line: PrintedLine) -> bool:
    """Return whether a line can be one of a passage: of the same size of type as its first one, and flush with it."""
    one, other = (first.size, line.size) if first.size and line.size else (first.height, line.height)
    return abs(one - other) < one * _ALIKE and abs(line.left - first.left) < first.height * _FLUSH


def _indented(line: PrintedLine, margin: float) -> bool:
    return line.left - margin > line.height * 1.5


def _paragraph(group: Sequence[PrintedLine], margin: float, edge: float, notes: set[str]) -> FilingBlock:
    inset = all(_indented(line, margin) for line in group)
    narrow = max(line.right for line in group) < edge - group[0].height
    text, marks = take_marks(
        whole_addresses("\n".join(line.text for line in group)), _MARK, lambda sign: bool(sign[1]) or sign[2] in notes
    )
    kind = "quote" if inset and narrow and len(group) > 1 else "text"
    if beside := group[0].margin:
        kind, lead = "quote", f"{beside}\t"
        text = lead + text
        marks = tuple(NoteMark(mark.at + len(lead), mark.note) for mark in marks)
    return FilingBlock(text, f"page {group[0].page}", kind, "", marks)  # type: ignore[arg-type]


def _notes(lines: Sequence[PrintedLine]) -> Iterator[FilingBlock]:
    """Yield the footnotes among small lines: each begins with its number."""
    notes: list[tuple[str, int, list[str]]] = []
    for line in lines:
        text = _bare(line)
        if found := _NOTE.match(text):
            notes.append((found[1], line.page, [text[found.end() :]]))
        elif notes:
            notes[-1][2].append(line.text)
    for name, page, texts in notes:
        yield FilingBlock(whole_addresses("\n".join(texts)), f"footnote {name}, page {page}", "note", name)
