"""The summary of a whole report: of what was stored with its analysis, so that nothing is chosen again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hrreport.analysis.abstracts import is_enough, summary_of
from hrreport.errors import LibraryError
from hrreport.model.country import ReportId
from hrreport.pipeline.obtain import is_current, obtain, read_stored, stored_copy
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
    stored = _stored_before(report_id, context)
    older = read_stored(stored, context) if stored else None
    return got.report, summarize_report(
        got.report,
        got.analysis,
        length=length,
        before=(older.report, older.analysis) if older else None,
        with_brief=with_brief,
    )


def _stored_abstract(report_id: ReportId, context: Context) -> tuple[Report, Abstract] | None:
    """Return a report with its abstract, where this version of the program stored both and they can be read."""
    if context.library is None:
        return None
    with suppress(LibraryError):  # the reader is told when the report is obtained
        if (stored := context.library.load(report_id)) and is_current(stored):
            report = stored.report()
            if stored.pdf:
                report = with_pages(report, stored, context)
            if abstract := stored.abstract(report):
                return report, abstract
    return None


def _stored_before(report_id: ReportId, context: Context) -> StoredReport | None:
    """Return the same country's report of the year before, where the library has it; nothing is fetched."""
    return stored_copy(ReportId(report_id.country, report_id.year - 1), context)


def _issues_before(report_id: ReportId, context: Context) -> IssueList | None:
    """Return the issues of the edition before, where the library has it."""
    stored = _stored_before(report_id, context)
    if stored is None:
        return None
    if is_current(stored):
        with suppress(LibraryError):  # the reader is told when it is read, below
            if listed := stored.issue_list():
                return listed
    from hrreport.analysis.digest.headings import list_issues

    older = read_stored(stored, context)
    return list_issues(older.report, older.analysis)
