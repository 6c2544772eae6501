"""The layout of a Word document: the size of its pages, the look of its paragraphs, and what it says of itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Inches

from hrreport.exporting.word_layout import room_on, set_page, set_properties, set_styles, turn_page
from hrreport.views.blocks import BlockDocument

if TYPE_CHECKING:
    from hrreport.exporting.documents import Paper

PAPERS = pytest.mark.parametrize(("paper", "size"), [("letter", (8.5, 11.0)), ("a4", (8.27, 11.69))])


@PAPERS
def test_a_page_has_its_size_also_on_its_side(paper: Paper, size: tuple[float, float]) -> None:
    file = docx.Document()
    set_page(file, BlockDocument("Arcadia", (), running_head="Arcadia Rep."), paper)
    for sideways in (True, False):
        turn_page(file, paper, sideways=sideways)
    lengths = [(page.page_width, page.page_height) for page in file.sections]
    inches = [(float(width or 0) / Inches(1), float(height or 0) / Inches(1)) for width, height in lengths]
    for found, expected in zip(inches, (size, size[::-1], size), strict=True):
        assert found == pytest.approx(expected, abs=0.01)
    page = file.sections[0]
    margins = float(page.left_margin or 0) + float(page.right_margin or 0)
    assert inches[0][0] - margins / Inches(1) == pytest.approx(room_on(paper), abs=0.01)
    assert page.header.paragraphs[0].text == "Arcadia Rep."


def test_styles_are_there_by_name_with_their_look() -> None:
    file = docx.Document()
    set_styles(file)
    text, remark, heading = (file.styles[name] for name in ("Report Text", "Remark", "Heading 2"))
    assert (text.font.name, remark.font.name) == ("Cambria", "Calibri")
    assert heading.paragraph_format.keep_with_next
    assert not text.paragraph_format.keep_with_next
    assert file.styles["Hyperlink"].font.underline


def test_properties_are_dated_by_the_sources_and_of_legal_length() -> None:
    file = docx.Document()
    created = datetime(2025, 5, 3, 10, 20, 7, tzinfo=UTC)
    set_properties(file, BlockDocument("A" * 300, (), author="The \ufffeDepartment", created=created))
    properties = file.core_properties
    assert (len(properties.title), properties.author) == (255, "The \ufffdDepartment")
    assert properties.created == properties.modified
    assert properties.created.replace(tzinfo=UTC) == created
