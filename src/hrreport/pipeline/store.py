"""Load stored reports, parsing stale ones again, and save new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis import ANALYSIS_VERSION
from hrreport.errors import LibraryError
from hrreport.model.country import ReportId
from hrreport.parsing import PARSER_VERSION
from hrreport.pipeline.context import Obtained
from hrreport.pipeline.opened_pages import opened
from hrreport.pipeline.parse import understand

if TYPE_CHECKING:
    from hrreport.library.loading import StoredReport
    from hrreport.parsing import OpenedPage
    from hrreport.pipeline.context import Context


def stored_copy(report_id: ReportId, means: Context) -> StoredReport | None:
    """Return what the library has of a report; where it cannot be read, the reader is told."""
    if means.library is None:
        return None
    try:
        return means.library.load(report_id)
    except LibraryError as error:
        means.note(error)
        return None


def is_current(stored: StoredReport) -> bool:
    """Return whether a report was stored by this version of the parser and of the analysis."""
    return stored.parser_version == PARSER_VERSION and stored.analysis_version == ANALYSIS_VERSION


def read_stored(stored: StoredReport, means: Context) -> Obtained:
    """Return what is stored; what an older parser or analysis made, or what is damaged, is made again and kept."""
    if is_current(stored):
        try:
            report = stored.report()
            return Obtained(report, stored.analysis(report))
        except LibraryError as error:
            means.note(error)
    assert means.library is not None  # noqa: S101  it gave what is stored
    again = understand(opened(means.library.snapshots(stored.id, revision=stored.revision)), stored.id)
    try:
        means.library.replace_parsed(
            stored, again.report, again.analysis, parser_version=PARSER_VERSION, analysis_version=ANALYSIS_VERSION
        )
    except LibraryError as error:
        means.note(error)
    return again


def edition_before(report_id: ReportId, means: Context) -> Obtained | None:
    """Return the same country's report of the year before, where the library has it; nothing is fetched."""
    stored = stored_copy(ReportId(report_id.country, report_id.year - 1), means)
    return read_stored(stored, means) if stored else None


def confirm(stored: StoredReport, means: Context) -> None:
    """Record that the source still has what is stored."""
    assert means.library is not None  # noqa: S101  it gave what is stored
    try:
        means.library.touch(stored.id)
    except LibraryError as error:
        means.note(error)


def keep(pages: tuple[OpenedPage, ...], report_id: ReportId, means: Context, *, needed: bool = False) -> Obtained:
    """Parse, analyze and keep; where it cannot be kept, the reader is told and gets it all the same.

    Raises:
        LibraryError: It is `needed` that it is kept, and it could not be.
    """
    got = understand(pages, report_id)
    if means.library is not None:
        try:
            means.library.save(
                tuple(page.snapshot for page in pages),
                got.report,
                got.analysis,
                parser_version=PARSER_VERSION,
                analysis_version=ANALYSIS_VERSION,
            )
        except LibraryError as error:
            if needed:
                raise
            means.note(error)
    return got
