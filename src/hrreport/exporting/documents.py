"""Documents of blocks in every format: one writer each, imported when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.errors import InputError

if TYPE_CHECKING:
    from hrreport.views.blocks import BlockDocument

Paper = Literal["letter", "a4"]
"""The size of a page, in formats that have pages."""
PAGED = ("docx", "pdf")
"""Formats that have pages; they are bytes rather than text."""
FORMATS = ("markdown", "html", *PAGED)
"""Every format that a document of blocks is written in."""


def format_document(document: BlockDocument, form: str, *, paper: Paper = "letter") -> str | bytes:
    """Return a document as the content of a file.

    Args:
        document: The document.
        form: One of `FORMATS`.
        paper: The size of a page of Word or PDF.

    Raises:
        InputError: There is no such format, or the package that writes it is not installed.
    """
    if form == "markdown":
        from hrreport.exporting.markdown import document_markdown

        return document_markdown(document)
    if form == "html":
        from hrreport.exporting.html import document_html

        return document_html(document)
    if form == "docx":
        from hrreport.exporting.word import document_docx

        return document_docx(document, paper=paper)
    if form == "pdf":
        from hrreport.exporting.pdf import document_pdf

        return document_pdf(document, paper=paper)
    raise InputError(f'no document is written as "{form}"', hint=f"formats are: {', '.join(FORMATS)}")
