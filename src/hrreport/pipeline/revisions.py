"""The texts that a library has of one report, and what changed from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import NotFoundError
from hrreport.model.holding import RevisionChange
from hrreport.pipeline.obtain import read_stored

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.library.library import Library
    from hrreport.model.change import SentencePair
    from hrreport.model.country import ReportId
    from hrreport.model.report import Report
    from hrreport.pipeline.context import Context, Obtained


def obtain_revision(report_id: ReportId, number: int, library: Library, context: Context) -> Obtained:
    """Return one text of a stored report.

    Raises:
        NotFoundError: The library has no such text.
        LibraryError: The library could not be read.
    """
    stored = library.load(report_id, revision=number)
    if stored:
        return read_stored(stored, context)
    held = [str(revision.number) for revision in library.revisions(report_id)]
    if not held:
        raise NotFoundError(
            f"the report on {report_id} is not in the library", hint="leave out --revision, and it is fetched"
        )
    raise NotFoundError(f"the report on {report_id} has no revision {number}", hint=f"stored: {', '.join(held)}")


def revisions_of(report_id: ReportId, library: Library, context: Context) -> tuple[RevisionChange, ...]:
    """Return every text of a stored report, oldest first, each with what changed from the one before.

    Raises:
        NotFoundError: The library does not have the report.
        LibraryError: The library could not be read.
    """
    held = library.revisions(report_id)
    if not held:
        raise NotFoundError(
            f"the report on {report_id} is not in the library", hint=f"fetch it: hrreport download {report_id}"
        )
    found: list[RevisionChange] = []
    before: Report | None = None
    for revision in held:
        if len(held) == 1:
            return (RevisionChange(revision, first=True),)
        now = obtain_revision(report_id, revision.number, library, context).report
        found.append(RevisionChange(revision, _changed(before, now) if before else (), first=before is None))
        before = now
    return tuple(found)


def _changed(before: Report, now: Report) -> tuple[SentencePair, ...]:
    from hrreport.comparison.changes import compare_reports

    return tuple(pair for pair in compare_reports(before, now).pairs if pair.kind != "same")


def all_revisions(ids: Iterable[ReportId], library: Library, context: Context) -> tuple[RevisionChange, ...]:
    """Return every text of some stored reports, report by report; see `revisions_of`."""
    return tuple(revised for report_id in ids for revised in revisions_of(report_id, library, context))
