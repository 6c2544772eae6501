"""Hits as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.country import ReportId
from hrreport.model.hit import Hit, HitSpan, Neighbor, Query, SearchResult, Tally
from hrreport.model.locator import Locator
from hrreport.views.blocks import HeadingBlock, QuotationBlock, TableBlock, plain_text
from hrreport.views.hits import search_document, tallies_document

if TYPE_CHECKING:
    from hrreport.model.report import Report

PLACE = Locator("1.c", 2)


def test_a_hit_is_whole_with_its_words_marked_between_its_neighbors(arcadia: Report, names: dict[str, str]) -> None:
    near = Neighbor(Locator("1.c", 1), "Label", "It rained.")
    met = (HitSpan(7, 11),)
    hit = Hit(
        ReportId("arcadia", 2023), PLACE, ("Section 1", "c. Torture"), None, "Guards beat men.", met, (), ((), ()), 1.0,
        (), (), "", "", arcadia.provenance, (near,),
    )  # fmt: skip
    document = search_document(Query("beat"), SearchResult((hit,), 1, 1), names, cite=lambda _: "Cited.")
    assert plain_text(document.blocks[0].runs) == "1 passage with beat."  # type: ignore[union-attr]
    assert document.blocks[1] == HeadingBlock(1, "Arcadia 2023, § 1.c ¶ 2")
    before, passage = (block for block in document.blocks if isinstance(block, QuotationBlock))
    assert (before.label, before.pinpoint, plain_text(before.runs)) == ("Label", "¶ 1", "It rained.")
    assert [run.text for run in passage.runs if run.marks == ("hit",)] == ["beat"]
    assert passage.citation == "Cited."


def test_counts_are_a_table_by_name(names: dict[str, str]) -> None:
    document = tallies_document(Query("beat"), [Tally("arcadia", 1200, 3)], "country", names)
    (table,) = document.blocks
    assert isinstance(table, TableBlock)
    assert [column.title for column in table.columns] == ["Country", "Passages", "Reports"]
    assert [plain_text(line) for cell in table.rows[0].cells for line in cell.lines] == ["Arcadia", "1,200", "3"]
