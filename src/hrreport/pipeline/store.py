"""Load stored reports, parsing stale ones again, and save new ones."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.analysis import ANALYSIS_VERSION
from hrreport.errors import LibraryError
from hrreport.model.country import ReportId
from hrreport.parsing import PARSER_VERSION
from hrreport.pipeline.context import Obtained
from hrreport.pipeline.opened_pages import opened
from hrreport.pipeline.parse import parse_and_analyze
from hrreport.pipeline.pdfs import PAGES_VERSION, find_in_pdf, is_pdf, with_pages

if TYPE_CHECKING:
    from hrreport.library.loading import StoredReport
    from hrreport.model.retrieval import Snapshot
    from hrreport.parsing import OpenedPage
    from hrreport.pipeline.context import Context


def stored_copy(report_id: ReportId, context: Context) -> StoredReport | None:
    """Return what the library has of a report; where it cannot be read, the reader is told."""
    if context.library is None:
        return None
    try:
        return context.library.load(report_id)
    except LibraryError as error:
        context.note(error)
        return None


def is_current(stored: StoredReport) -> bool:
    """Return whether a report was stored by this version of the parser and of the analysis."""
    return stored.parser_version == PARSER_VERSION and stored.analysis_version == ANALYSIS_VERSION


def read_stored(stored: StoredReport, context: Context) -> Obtained:
    """Return what is stored; what an older parser or analysis made, or what is damaged, is made again and kept."""
    if is_current(stored):
        try:
            report = stored.report()
            return Obtained(with_pages(report, stored, context), stored.analysis(report))
        except LibraryError as error:
            context.note(error)
    assert context.library is not None  # noqa: S101  it gave what is stored
    again = parse_and_analyze(opened(context.library.snapshots(stored.id, revision=stored.revision)), stored.id)
    try:
        context.library.replace_parsed(
            stored, again.report, again.analysis, parser_version=PARSER_VERSION, analysis_version=ANALYSIS_VERSION
        )
    except LibraryError as error:
        context.note(error)
    return replace(again, report=with_pages(again.report, stored, context))


def edition_before(report_id: ReportId, context: Context) -> Obtained | None:
    """Return the same country's report of the year before, where the library has it; nothing is fetched."""
    stored = stored_copy(ReportId(report_id.country, report_id.year - 1), context)
    return read_stored(stored, context) if stored else None


def confirm(stored: StoredReport, context: Context) -> None:
    """Record that the source still has what is stored."""
    assert context.library is not None  # noqa: S101  it gave what is stored
    try:
        context.library.touch(stored.id)
    except LibraryError as error:
        context.note(error)


def keep(pages: tuple[OpenedPage, ...], report_id: ReportId, context: Context, *, needed: bool = False) -> Obtained:
    """Parse, analyze and keep; where it cannot be kept, the reader is told and gets it all the same.

    Raises:
        LibraryError: It is `needed` that it is kept, and it could not be.
    """
    got = parse_and_analyze(pages, report_id)
    if context.library is not None:
        try:
            context.library.save(
                tuple(page.snapshot for page in pages),
                got.report,
                got.analysis,
                parser_version=PARSER_VERSION,
                analysis_version=ANALYSIS_VERSION,
            )
        except LibraryError as error:
            if needed:
                raise
            context.note(error)
            return got
    if is_pdf(pages[0].snapshot):
        return keep_pdf(pages[0].snapshot, got, context)
    with suppress(LibraryError):  # which was told when the copy at hand was looked for
        stored = context.library.load(report_id) if context.library else None
        return replace(got, report=with_pages(got.report, stored, context)) if stored else got
    return got


def keep_pdf(pdf: Snapshot, got: Obtained, context: Context, *, needed: bool = False) -> Obtained:
    """Keep a report's PDF beside it, whatever it says that it is, and return the report with its pages.

    Raises:
        InputError: The extra that reads PDFs is not installed.
        ParseError: The PDF cannot be read.
        LibraryError: It is `needed` that it is kept, and it could not be.
    """
    found = find_in_pdf(got.report, pdf, force=True)
    if context.library is not None:
        try:
            context.library.save_pdf(pdf, got.report, found, version=PAGES_VERSION)
        except LibraryError as error:
            if needed:
                raise
            context.note(error)
    return replace(got, report=replace(got.report, printed=found))
