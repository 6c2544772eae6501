"""Parse and analyze the pages of a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import ParseError
from hrreport.pipeline.context import Obtained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.country import ReportId
    from hrreport.parsing import OpenedPage

MOST_CHARACTERS = 3_000_000
"""The longest reports, with all their parts, have less than a third of that. So time and memory are bounded."""
MOST_HEADINGS = 2_000
"""Likewise, of sections."""


def parse_and_analyze(pages: Sequence[OpenedPage], report_id: ReportId) -> Obtained:
    """Return the report that pages hold, with what is found in it.

    Args:
        pages: The report's own page, then those of its parts.
        report_id: What it is.

    Raises:
        ParseError: They hold more than a report can have.
    """
    from hrreport.analysis.abstracts import find_abstract
    from hrreport.analysis.report_analysis import analyze_report
    from hrreport.parsing import parse_opened

    report = parse_opened(pages, report_id)
    length = sum(len(paragraph.text) for _, paragraph in report.passages())
    headings = sum(1 for _ in report.walk())
    if length > MOST_CHARACTERS or headings > MOST_HEADINGS:
        raise ParseError(
            f"the page for {report_id} has {length:,} characters and {headings:,} headings, more than any report",
            hint="see whether the page is what it says",
        )
    analysis = analyze_report(report)
    return Obtained(report, replace(analysis, abstract=find_abstract(report, analysis)))
