"""Pages become a report and what is found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.pipeline.means import Obtained

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.retrieval import Snapshot


def understand(snapshots: tuple[Snapshot, ...], report_id: ReportId) -> Obtained:
    """Return the report that pages hold, with what is found in it.

    Args:
        snapshots: The report's own page, then those of its parts.
        report_id: What it is.

    Raises:
        ParseError: No report is recognised in them.
    """
    from hrreport.analysis.reports import analyse_report
    from hrreport.parsing import parse_pages

    report = parse_pages(snapshots, report_id)
    return Obtained(report, analyse_report(report))
