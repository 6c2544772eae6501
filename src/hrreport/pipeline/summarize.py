"""The summary of a whole report: of what was stored with its analysis, so that nothing is chosen again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hrreport.analysis.abstracts import is_enough, summary_of
from hrreport.errors import LibraryError
from hrreport.model.country import ReportId
from hrreport.pipeline.obtain import edition_before, is_current, obtain
from hrreport.pipeline.pdfs import with_pages

if TYPE_CHECKING:
    from hrreport.library.loading import StoredReport
    from hrreport.model.report import Report
    from hrreport.model.summary import Abstract, IssueList, Length, Summary
    from hrreport.pipeline.context import Context


def summarize(report_id: ReportId, context: Context, length: Length, *, with_brief: bool) -> tuple[Report, Summary]:
    """Return a report and its summary, with what differs from the edition before where the library has that one.

    Args:
        report_id: The report; it is obtained where it is not stored.
        context: What may be used of the world outside.
        length: How much is shown.
        with_brief: Whether the sentences of a brief are told also where another length is asked for.

    Raises:
        HrReportError: It could not be obtained; see `obtain`.
    """
    found = None if context.refresh else _stored_abstract(report_id, context)
    got = None if found else obtain(report_id, context)
    if got and got.analysis.abstract:
        found = got.report, got.analysis.abstract
    if found:
        report, abstract = found
        before = _issues_before(report_id, context)
        if is_enough(abstract, length, before, with_brief=with_brief):
            return report, summary_of(abstract, length, before, with_brief=with_brief)
    from hrreport.analysis.summary import summarize_report

    got = got or obtain(report_id, context)
    older = edition_before(report_id, context)
    return got.report, summarize_report(
        got.report,
        got.analysis,
        length=length,
        before=(older.report, older.analysis) if older else None,
        with_brief=with_brief,
    )


def _current(report_id: ReportId, context: Context) -> StoredReport | None:
    """Return a stored report of this version of the program."""
    stored = None
    if context.library is not None:
        with suppress(LibraryError):  # the reader is told when it is obtained
            stored = context.library.load(report_id)
    return stored if stored and is_current(stored) else None


def _stored_abstract(report_id: ReportId, context: Context) -> tuple[Report, Abstract] | None:
    """Return a report with its abstract, where both are stored and can be read."""
    with suppress(LibraryError):
        if stored := _current(report_id, context):
            report = stored.report()
            if stored.pdf:
                report = with_pages(report, stored, context)
            if abstract := stored.abstract(report):
                return report, abstract
    return None


def _issues_before(report_id: ReportId, context: Context) -> IssueList | None:
    """Return the issues of the edition before, where the library has it; nothing is fetched."""
    before = ReportId(report_id.country, report_id.year - 1)
    with suppress(LibraryError):
        if (stored := _current(before, context)) and (listed := stored.issue_list()):
            return listed
    older = edition_before(report_id, context)
    if older is None:
        return None
    from hrreport.analysis.digest.previous_edition import list_issues

    return list_issues(older.report, older.analysis)
