"""Open PDFs, one at a time, and name the places in them: with `pdf_lines`, what uses pypdfium2."""

from __future__ import annotations

import ctypes
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from hrreport.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_AT_A_TIME = threading.Lock()
"""The library may be used by one thread at a time."""


@contextmanager
def open_document(body: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Give a PDF to be read; no other can be meanwhile.

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
    with open_document(body) as document:
        for index in range(pdfium.FPDF_CountNamedDests(document)):
            size = ctypes.c_long(0)
            pdfium.FPDF_GetNamedDest(document, index, None, size)
            name = ctypes.create_string_buffer(max(size.value, 0))
            place = pdfium.FPDF_GetNamedDest(document, index, name, size)
            if place:
                page = pdfium.FPDFDest_GetDestPageIndex(document, place) + 1
                found[name.raw.decode("utf-16-le").rstrip("\0")] = page
    return found
