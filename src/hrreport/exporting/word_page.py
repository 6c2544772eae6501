"""The pages of a Word document: their size and margins, what is at their head and foot, and the file's properties."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from hrreport.exporting.word_parts import add_field, words

if TYPE_CHECKING:
    from docx.document import Document

    from hrreport.exporting.documents import Paper
    from hrreport.views.blocks import BlockDocument

SIZES: dict[Paper, tuple[float, float]] = {"letter": (8.5, 11.0), "a4": (8.27, 11.69)}
"""Width and height of a page in inches."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 1.375, 1.125, 1.125, 1.0
"""Margins in inches."""


def room_on(paper: Paper, *, sideways: bool = False) -> float:
    """Return the inches between the margins of a page.

    >>> room_on("letter"), room_on("letter", sideways=True)
    (6.0, 8.5)
    """
    return SIZES[paper][sideways] - _LEFT - _RIGHT


def set_page(file: Document, document: BlockDocument, paper: Paper) -> None:
    """Set the size of the pages, the running head, and the number of the page at the foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Inches

    page = file.sections[0]
    page.page_width, page.page_height = map(Inches, SIZES[paper])
    page.left_margin, page.right_margin = Inches(_LEFT), Inches(_RIGHT)
    page.top_margin, page.bottom_margin = Inches(_TOP), Inches(_BOTTOM)
    page.header.paragraphs[0].add_run(words(document.running_head or document.title))
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run("Page ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES", "1")


def turn_page(file: Document, paper: Paper, *, sideways: bool) -> None:
    """Begin a page that lies on its side, or stands again."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Inches

    page = file.add_section()
    page.orientation = WD_ORIENTATION.LANDSCAPE if sideways else WD_ORIENTATION.PORTRAIT
    page.page_width, page.page_height = map(Inches, sorted(SIZES[paper], reverse=sideways))


def set_properties(file: Document, document: BlockDocument) -> None:
    """Set what the document says of itself; its date is that of its sources, so that equal answers are equal files."""
    said = file.core_properties
    said.title = words(document.title)[:255]
    said.author = words(document.author)[:255]
    said.subject = "Country Reports on Human Rights Practices"
    said.language = document.language
    said.last_modified_by = "hrreport"
    said.comments = ""
    if document.created:
        said.created = said.modified = document.created.astimezone(UTC).replace(tzinfo=None)
    said.revision = 1
