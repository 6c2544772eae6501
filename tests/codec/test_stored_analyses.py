"""The stored form of an analysis gives back exactly what was put in, and stores no sentence twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from tests.codec.strategies import analyses, findings, reports

from hrreport.codec.stored_analyses import decode_analysis, encode_analysis
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Finding, Kind
from hrreport.model.locator import Locator
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance


@given(analyses, reports)
def test_an_analysis_comes_back_as_it_was(analysis: Analysis, report: Report) -> None:
    assert decode_analysis(encode_analysis(analysis, report), report) == analysis


@given(reports, findings)
def test_sentences_that_the_report_has_are_left_out_and_come_back(report: Report, finding: Finding) -> None:
    found = tuple(
        replace(finding, locator=section.locate(p, n), text=text)
        for section, p in report.passages()
        for n, text in enumerate(p.sentences, start=1)
    )
    analysis = Analysis(report.id, found, ())
    assert decode_analysis(encode_analysis(analysis, report), report) == analysis


def test_a_sentence_is_not_stored_twice() -> None:
    section = Section("1.a", "a", "Life", 3, (Paragraph(1, "Nobody was harmed. All was well.", (0, 19)),))
    source = Provenance("", "", datetime(2024, 5, 1, tzinfo=UTC), "file", "")
    report = Report(ReportId("sealand", 2023), "", "", (section,), source)
    first, other = (Finding(Locator("1.a", 1, n), "All was well.", None, Kind.CONTEXT, key=False) for n in (2, 1))
    assert "well" not in encode_analysis(Analysis(report.id, (first,), ()), report)
    assert "well" in encode_analysis(Analysis(report.id, (other,), ()), report)


def _decode_analysis(text: str) -> Analysis:
    source = Provenance("", "", datetime(2024, 5, 1, tzinfo=UTC), "file", "")
    return decode_analysis(text, Report(ReportId("sealand", 2023), "", "", (), source))


@pytest.mark.parametrize("text", ['["something else"]', "[]", "[1, 2]"])
def test_what_is_no_stored_form_is_not_decoded(text: str) -> None:
    with pytest.raises((ValueError, IndexError, TypeError)):
        _decode_analysis(text)
