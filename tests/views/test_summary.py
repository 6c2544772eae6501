"""Summaries as blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.views.findings import findings_document
from hrreport.views.summary import summary_document

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]


def test_what_is_to_be_filed_can_be_without_assessments(
    arcadia: Report, arcadia_analysis: Analysis, arcadia_summary: Summary
) -> None:
    for made in (
        findings_document(arcadia, arcadia_analysis.findings, "Arcadia", assess=False),
        summary_document(arcadia, arcadia_summary, "Arcadia", assess=False),
    ):
        shown = str(made.blocks)
        assert "abuse, key" not in shown
        assert "■" not in shown
        assert "no reports'" not in shown


def test_a_running_summary_has_places_and_no_verdict(arcadia: Report, arcadia_summary: Summary) -> None:
    document = summary_document(arcadia, replace(arcadia_summary, running=True), "Arcadia")
    assert "In brief" not in [block.text for block in document.headings()]
    assert "On June 3, a court sentenced a sergeant to 7.5 years. […] The appeal was pending." in str(document.blocks)
