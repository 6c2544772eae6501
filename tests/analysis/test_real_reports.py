"""Real reports, where they are present: every sentence is found once, in its words and at its place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hrreport.analysis.report_analysis import analyze_report
from hrreport.errors import ParseError
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report


def test_every_sentence_is_a_finding_whose_place_gives_its_words(
    shared_pages: tuple[tuple[ReportId, Path], ...],
) -> None:
    read = 0
    for report_id, path in shared_pages:
        source = Provenance("", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
        try:
            report = parse_page(Snapshot(path.read_bytes(), source), report_id)
        except ParseError:  # a page without a report on it is no report
            continue
        read += 1
        sentences = [text for _, paragraph in report.passages() for text in paragraph.sentences if text]
        findings = analyze_report(report).findings
        assert [finding.text for finding in findings] == sentences
        assert all(_text_at(report, finding.locator) == finding.text for finding in findings)
    assert read > 50


def _text_at(report: Report, locator: Locator) -> str:
    section = report.section(locator.section)
    paragraph = next(p for p in section.paragraphs if p.number == locator.paragraph)
    return paragraph.sentences[(locator.sentence or 1) - 1]
