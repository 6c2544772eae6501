"""Read PDFs with pypdfium2: the lines that are printed, and the places that have a name.

The characters are taken one by one, and a space is set wherever they are apart: the text that the library itself
gives runs words together at the seams of a file.
"""

from __future__ import annotations

import ctypes
import re
import threading
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from hrreport.errors import ParseError
from hrreport.model.filing import RAISED, PrintedLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.filing import PrintedPages

_ONE_AT_A_TIME = threading.Lock()
"""The library may be used by one thread at a time."""
_RAISED = 0.8
"""A number with less than this share of its line's height is the sign of a note."""
_APART = 0.1
"""Characters that are apart by more than this share of their height have a space between them, and those that are
higher or lower by so much are of another line, or of another size."""
_MARGIN = re.compile(r"\(?(?:§ [a-z0-9:.-]+ )?¶ \d{1,3}\)?|(?:19|20)\d{2}")
"""Words in the margin beside a passage: its place, or the year of its edition."""
_WELL_APART = 0.3
"""What is in the margin is apart from the line beside it by more than this share of its height."""
_BOLD = 600
_BOLD_NAMES = (b"bold", b"black", b"heavy")
_LONGEST_NAME = 100
_LINE_ENDS = "\n\r"
_BLANK = " \xa0\n\r"
_HYPHENS = (0xFFFE, 0xAD, 2)
"""What stands for the hyphen of a word that is divided at the end of a line."""
_MOST_PAGES = 5_000
_MOST_CHARACTERS = 200_000
"""Characters of one page that are read; a page in print has three thousand."""


@contextmanager
def _open_document(body: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Yield a PDF to be read; no other can be meanwhile.

    Raises:
        ParseError: It is not a PDF that can be read.
    """
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError as error:
            raise ParseError(f"it is not a PDF that can be read: {error}") from error
        try:
            yield document
        except pypdfium2.PdfiumError as error:
            raise ParseError(f"a page of the PDF cannot be read: {error}") from error
        finally:
            document.close()


def named_pages(body: bytes) -> dict[str, int]:
    """Return the page, counted from 1, of each place of a document that has a name.

    Raises:
        ParseError: It is not a PDF that can be read.
    """
    found: dict[str, int] = {}
    with _open_document(body) as document:
        for index in range(pdfium.FPDF_CountNamedDests(document)):
            size = ctypes.c_long(0)
            pdfium.FPDF_GetNamedDest(document, index, None, size)
            name = ctypes.create_string_buffer(max(size.value, 0))
            place = pdfium.FPDF_GetNamedDest(document, index, name, size)
            if place:
                page = pdfium.FPDFDest_GetDestPageIndex(document, place) + 1
                found[name.raw.decode("utf-16-le").rstrip("\0")] = page
    return found


def read_lines(body: bytes, *, margins: bool = False) -> PrintedPages:
    """Return the lines of each page of a PDF, from top to bottom.

    Args:
        body: The file.
        margins: Whether places and years in the margin are apart from the lines that they are beside.

    Raises:
        ParseError: It is not a PDF that can be read, or exceeds a limit.
    """
    with _open_document(body) as document:
        if len(document) > _MOST_PAGES:
            raise ParseError(f"the PDF has {len(document):,} pages, more than any report")
        return tuple(_page_lines(document, number, margins=margins) for number in range(len(document)))


def _page_lines(document: pypdfium2.PdfDocument, number: int, *, margins: bool) -> tuple[PrintedLine, ...]:
    """Return the lines of a page from top to bottom, and of those side by side the left one first.

    The page is closed at once, and not whenever some thread collects garbage.
    """
    with closing(document[number]) as page, closing(page.get_textpage()) as words:
        pieces = sorted(_pieces(words.raw, number + 1), key=lambda piece: -(piece.bottom + piece.height / 2))
    rows: list[list[PrintedLine]] = []
    for piece in pieces:
        if not rows or not _beside(rows[-1][-1], piece):
            rows.append([])
        rows[-1].append(piece)
    return tuple(_line(sorted(row, key=lambda piece: piece.left), margins=margins) for row in rows)


def _pieces(handle: object, number: int) -> Iterator[PrintedLine]:
    """Yield the characters that follow one another in one line and in type of one size."""
    piece: _LinePiece | None = None
    for sign in _signs(handle):
        if piece and (sign.text in _LINE_ENDS or not piece.takes(sign)):
            yield piece.line(number)
            piece = None
        if piece is None and sign.text not in _BLANK:
            size = float(pdfium.FPDFText_GetFontSize(handle, sign.number))
            piece = _LinePiece(sign, size, leads=_is_bold(handle, sign.number))
        elif piece:
            piece.add(sign, handle)
    if piece:
        yield piece.line(number)


def _signs(handle: object) -> Iterator[_Sign]:
    """Yield the characters of a page that are printed, and its spaces and ends of lines."""
    box = pdfium.FS_RECTF()
    at = ctypes.byref(box)
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    for index in range(min(pdfium.FPDFText_CountChars(handle), _MOST_CHARACTERS)):
        code = unicode_of(handle, index)
        text = "-" if code in _HYPHENS else chr(code)
        if text in _BLANK:
            yield _Sign(text, index, 0.0, 0.0, 0.0, 0.0)
        elif box_of(handle, index, at) and box.top > box.bottom:
            yield _Sign(text, index, box.left, box.bottom, box.right, box.top)


def _is_bold(handle: object, number: int) -> bool:
    """Return whether a character is bold: by the weight of its font, or by the font's name where it gives none."""
    if pdfium.FPDFText_GetFontWeight(handle, number) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(handle, number, name, _LONGEST_NAME, None)
    return any(word in name.value.lower() for word in _BOLD_NAMES)


class _Sign(NamedTuple):
    """A character, and where it is printed."""

    text: str
    number: int
    left: float
    low: float
    right: float
    high: float


class _LinePiece:
    """Characters that follow one another."""

    __slots__ = ("bold", "first", "leads", "right", "size", "slack", "text")

    def __init__(self, first: _Sign, size: float, *, leads: bool) -> None:
        """Begin with a character of a size of type; `leads` is whether it is bold."""
        self.first = first
        self.size = size
        self.text = [first.text]
        self.right = first.right
        self.slack = (first.high - first.low) * _APART
        self.leads = leads
        self.bold = 0

    def takes(self, sign: _Sign) -> bool:
        """Return whether a character is of the same line, and of the same size."""
        if sign.text in _BLANK:
            return True
        first, slack = self.first, self.slack
        return abs(sign.low - first.low) <= slack and abs(sign.high - first.high) <= slack and sign.left >= first.left

    def add(self, sign: _Sign, handle: object) -> None:
        """Add a character, after a space where they are apart."""
        text = self.text
        blank = sign.text in _BLANK
        if (blank or sign.left - self.right > self.slack) and text[-1] != " ":
            text.append(" ")
        if blank:
            return
        if self.leads and text[-1] == " " and not _is_bold(handle, sign.number):
            self.bold, self.leads = len(text), False
        text.append(sign.text)
        self.right = sign.right

    def line(self, page: int) -> PrintedLine:
        """Return it as a line of a page."""
        first = self.first
        bold = len(self.text) if self.leads else self.bold
        height = first.high - first.low
        return PrintedLine("".join(self.text), first.left, self.right, first.low, height, page, bold, self.size)


def _beside(one: PrintedLine, other: PrintedLine) -> bool:
    """Return whether two pieces are in one line."""
    shared = min(one.bottom + one.height, other.bottom + other.height) - max(one.bottom, other.bottom)
    return shared > min(one.height, other.height) / 2


def _line(row: Sequence[PrintedLine], *, margins: bool) -> PrintedLine:
    """Return pieces side by side as a line; where `margins`, what is in the margin is not of its words."""
    first, *others = row
    beside = first.text.strip()
    apart = others and others[0].left - first.right > _WELL_APART * first.height
    if margins and apart and _MARGIN.fullmatch(beside):
        return replace(_joined(others), margin=beside)
    return _joined(row)


def _joined(row: Sequence[PrintedLine]) -> PrintedLine:
    height = max(piece.height for piece in row)
    text, bold = "", 0
    before: PrintedLine | None = None
    for piece in row:
        if piece.height < height * _RAISED and piece.text.strip().isdigit() and before is not None:
            text = f"{text.rstrip()}{RAISED[0]}{piece.text.strip()}{RAISED[1]}"
        else:
            apart = before is not None and piece.left - before.right > piece.height * _APART
            text += " " * (apart and not text.endswith(" ")) + piece.text
            begin = len(text) - len(piece.text)
            if piece.bold and not text[bold:begin].strip():
                bold = begin + piece.bold
        before = piece
    tallest = max(row, key=lambda piece: piece.height)
    shown = text.strip()
    bold = min(max(0, bold - (len(text) - len(text.lstrip()))), len(shown))
    return PrintedLine(shown, row[0].left, row[-1].right, tallest.bottom, height, row[0].page, bold, tallest.size)
