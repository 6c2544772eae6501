"""A whole report, and its outline, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.views.blocks import HeadingBlock, ListBlock, QuotationBlock, TableBlock, plain_text
from hrreport.views.report import outline_document, report_document

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_every_word_of_a_report_is_in_it_and_at_its_end_the_finding_aid(
    arcadia: Report, arcadia_analysis: Analysis
) -> None:
    document = report_document(arcadia, "Arcadia", aid=arcadia_analysis)
    quoted = [block for block in document.blocks if isinstance(block, QuotationBlock)]
    assert [plain_text(block.runs) for block in quoted] == [p.text for s in arcadia.walk() for p in s.paragraphs]
    assert [block.text for block in document.headings()] == [
        *(section.title for section in arcadia.walk()), "Finding aid",
    ]  # fmt: skip
    assert (quoted[0].id, quoted[0].citation) == ("summary-p1", "")
    table = document.blocks[-1]
    assert isinstance(table, TableBlock)
    rows = {plain_text(row.cells[0].lines[0]): row for row in table.rows}
    life = rows["a. Arbitrary Deprivation of Life"]
    assert life.cells[1].tone == "serious"
    assert plain_text(life.cells[2].lines[0]).startswith("¶ 1")
    assert "the finding aid and this note" in document.colophon
    bare = report_document(arcadia, "Arcadia")
    assert "finding aid" not in bare.colophon
    assert HeadingBlock(1, "Finding aid") not in bare.blocks


def test_the_outline_is_a_list_in_a_list(arcadia: Report, arcadia_analysis: Analysis) -> None:
    (block,) = outline_document(arcadia, arcadia_analysis, "Arcadia").blocks
    assert isinstance(block, ListBlock)
    first = next(entry for entry in block.entries if entry.entries)
    life = plain_text(first.entries[0].runs)
    assert life.startswith("a. Arbitrary Deprivation of Life (§ 1.a, serious abuses, 2 paragraphs, ")
    (plain,) = outline_document(arcadia, None, "Arcadia").blocks
    assert "abuses" not in str(plain)
