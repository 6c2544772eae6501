"""The texts that a library has of one report, and what changed from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import NotFoundError
from hrreport.model.holding import RevisionChange
from hrreport.pipeline.obtain import read_stored

if TYPE_CHECKING:
    from hrreport.library.library import Library
    from hrreport.model.country import ReportId
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
    numbers = [str(revision.number) for revision in library.revisions(report_id)]
    if not numbers:
        raise NotFoundError(
            f"the report on {report_id} is not in the library", hint="leave out --revision, and it is fetched"
        )
    raise NotFoundError(f"the report on {report_id} has no revision {number}", hint=f"stored: {', '.join(numbers)}")


def revisions_of(report_id: ReportId, library: Library, context: Context) -> tuple[RevisionChange, ...]:
    """Return every text of a stored report, oldest first, each with what changed from the one before.

    Raises:
        NotFoundError: The library does not have the report.
        LibraryError: The library could not be read.
    """
    revisions = library.revisions(report_id)
    if not revisions:
        raise NotFoundError(
            f"the report on {report_id} is not in the library", hint=f"fetch it: hrreport download {report_id}"
        )
    first, *others = revisions
    found = [RevisionChange(first, first=True)]
    if others:
        from hrreport.comparison.changes import compare_reports

        before = obtain_revision(report_id, first.number, library, context).report
        for revision in others:
            now = obtain_revision(report_id, revision.number, library, context).report
            pairs = compare_reports(before, now).pairs
            found.append(RevisionChange(revision, tuple(pair for pair in pairs if pair.kind != "same")))
            before = now
    return tuple(found)
