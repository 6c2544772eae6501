"""Checked documents as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.checked import CheckedFiling, CheckedQuotation
from hrreport.quoting import verify
from hrreport.views.blocks import HeadingBlock, QuotationBlock, TableBlock, plain_text
from hrreport.views.checked import checked_document

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_each_finding_has_a_row_and_its_differences_marked(arcadia: Report) -> None:
    quotation = "In June officers shot two boatmen."
    judged = verify(arcadia, quotation)
    finding = CheckedQuotation(0, 0, 1, "page 4", quotation, "Cited.", arcadia.id, "differs", judged=judged)
    citation = CheckedQuotation(1, 0, 1, "page 5", "", "Cited.", arcadia.id, "no-quotation")
    filing = CheckedFiling("brief.md", (citation, finding), {arcadia.id: arcadia})
    document = checked_document([filing], {"arcadia": "Arcadia"})
    (table,) = (block for block in document.blocks if isinstance(block, TableBlock))
    rows = [[plain_text(line) for cell in row.cells for line in cell.lines] for row in table.rows]
    assert rows == [
        ["2", "page 4", "Differs: 1 word changed", quotation],
        ["1", "page 5", "No quotation", "Cited."],
    ]
    assert [row.tone for row in table.rows] == ["wrong", ""]
    headings = [block.text for block in document.blocks if isinstance(block, HeadingBlock)]
    assert headings == ["brief.md", "2. page 4", "1. page 5"]
    marked = {run.text.strip(): run.marks for b in document.blocks if isinstance(b, QuotationBlock) for run in b.runs}
    assert (marked["June"], marked["May"]) == (("deleted",), ("inserted",))
    assert [source.name for source in document.sources] == ["Arcadia 2023"]
