"""Obtain a report: from the library, else from the first source that has it.

What is stored is shown again without network or HTML, unless the parser or the analysis has
changed since: then it is read again from the kept pages. Otherwise the sources are asked in
order, and what they give is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import FetchError, LibraryError, NotFoundError, OfflineError, ParseError
from hrreport.pipeline.retrieve import ask, lists
from hrreport.pipeline.sample import SAMPLE, sample
from hrreport.pipeline.store import confirm, keep, read_stored, stored_copy

if TYPE_CHECKING:
    from hrreport.errors import Attempt
    from hrreport.library.loading import StoredReport
    from hrreport.model.country import ReportId
    from hrreport.parsing import OpenedPage
    from hrreport.pipeline.context import Context, Obtained


def obtain(report_id: ReportId, context: Context) -> Obtained:
    """Return a report from the library, or else from the first source that gives it.

    Raises:
        NotFoundError: The edition's list was read, and there is no such report.
        FetchError: No source gave it; ``attempts`` says who answered what.
        ParseError: A page was received and is not understood.
    """
    stored = stored_copy(report_id, context)
    if stored and not context.refresh:
        return read_stored(stored, context)
    try:
        pages = _pages(report_id, context, stored)
    except FetchError as error:
        if stored:
            raise _untouched(error, stored) from error
        if report_id == SAMPLE and context.sample and error.nobody_answered:
            return sample()
        raise
    if pages is None:
        assert stored is not None  # noqa: S101  only a stored copy can be confirmed
        confirm(stored, context)
        return read_stored(stored, context)
    if stored:
        read_stored(stored, context)  # so that a revision is told by its words, not by a change of the parser
    return keep(pages, report_id, context)


def _pages(report_id: ReportId, context: Context, stored: StoredReport | None) -> tuple[OpenedPage, ...] | None:
    """Return the report's pages; ``None`` when the source confirms the stored ones."""
    if context.offline:
        raise OfflineError(
            f"the report on {report_id} is not in the library, and --offline was given",
            hint="leave out --offline, or add a saved page with 'hrreport add'",
        )
    held = stored.provenance if stored and not _has_parts(stored, context) else None
    try:
        return ask(report_id, lists(context), stored=held, recall=not context.refresh, progress=context.progress)
    except NotFoundError as error:
        raise _no_report(report_id, context, error.attempts) from error


def _has_parts(stored: StoredReport, context: Context) -> bool:
    """Return whether a stored report's page offers parts on pages of their own, which it cannot confirm."""
    from hrreport.parsing import open_report, part_links

    assert context.library is not None  # noqa: S101  it gave what is stored
    try:
        page = context.library.snapshots(stored.id, revision=stored.revision)[0]
        return bool(part_links(open_report(page)))
    except (LibraryError, ParseError):
        return True  # then all is fetched again


def _no_report(report_id: ReportId, context: Context, attempts: tuple[Attempt, ...]) -> NotFoundError:
    """Return the error for a report that its edition does not list: where it is covered, the editions held."""
    from hrreport.catalogue.countries import find_country
    from hrreport.catalogue.successions import see_instead

    held = context.library.years_of(report_id.country) if context.library else ()
    known = f"stored editions: {', '.join(map(str, held))}" if held else "see 'hrreport editions'"
    others = see_instead(report_id.country, report_id.year)
    instead = f"; see {' and '.join(others)}" if others else ""
    name = find_country(report_id.country).name
    return NotFoundError(f"no report for {name} in {report_id.year}{instead}", hint=known, attempts=attempts)


def _untouched(error: FetchError, stored: StoredReport) -> FetchError:
    hint = f"the copy of {stored.checked_at:%Y-%m-%d} in the library is untouched; leave out --refresh to read it"
    return error.with_changes(hint=hint)
