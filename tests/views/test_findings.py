"""Findings and issues as blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.locator import Locator
from hrreport.views.blocks import QuotationBlock
from hrreport.views.findings import issues_document

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]


def test_the_evidence_of_an_issue_stands_by_section_with_its_citation(
    arcadia: Report, arcadia_analysis: Analysis
) -> None:
    evidence = (Locator("1.c", 2, 1), Locator("1.a", 1, 1), Locator("1.c", 1, 1))
    analysis = replace(arcadia_analysis, issues=(replace(arcadia_analysis.issues[0], evidence=evidence),))
    document = issues_document(arcadia, analysis, "Arcadia", cite=lambda place: f"cited {place}")
    quoted = [block for block in document.blocks if isinstance(block, QuotationBlock)]
    assert [block.pinpoint for block in quoted] == ["§ 1.c ¶ 2", "§ 1.c ¶ 1", "§ 1.a ¶ 1"]
    assert [block.citation for block in quoted] == [f"cited {block.pinpoint}" for block in quoted]
