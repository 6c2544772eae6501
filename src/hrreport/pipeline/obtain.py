"""Obtain a report: from the library, else from the first source that has it; as a last resort, the bundled sample.

What is stored is shown again without network or HTML, unless the parser or the analysis has
changed since: then it is read again from the kept pages. Otherwise the sources are asked, what they
give is parsed and analyzed, and all of it is kept. Where the library fails, the reader is told, and
is given the report all the same.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.analysis import ANALYSIS_VERSION
from hrreport.errors import FetchError, LibraryError, NotFoundError, OfflineError, ParseError
from hrreport.model.country import ReportId
from hrreport.parsing import PARSER_VERSION
from hrreport.pipeline.context import Obtained
from hrreport.pipeline.pdfs import PAGES_VERSION, find_in_pdf, is_pdf, with_pages
from hrreport.pipeline.retrieve import fetch_pages, open_edition_lists, open_pages, parse_and_analyze

if TYPE_CHECKING:
    from hrreport.errors import Attempt
    from hrreport.library.loading import StoredReport
    from hrreport.model.gap import MissingReport, Why
    from hrreport.model.retrieval import Snapshot
    from hrreport.parsing.report import OpenedPage
    from hrreport.pipeline.context import Context

VERSIONS = {"parser_version": PARSER_VERSION, "analysis_version": ANALYSIS_VERSION}
"""What reports are stored with, to know when they are to be read again."""
SAMPLE = ReportId("kazakhstan", 2023)
"""The report of which an abridgement is bundled."""
_SAMPLE_PAGE = "samples/kazakhstan-2023.html"


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
            checked = f"{stored.checked_at:%Y-%m-%d}"
            hint = f"the copy of {checked} in the library is untouched; leave out --refresh to read it"
            raise error.with_changes(hint=hint) from error
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


def gap_left(report_id: ReportId, error: NotFoundError | FetchError | ParseError) -> MissingReport:
    """Return the report that is missing because of an error, with the reason."""
    from hrreport.model.gap import MissingReport

    why: Why = "no-such-report" if isinstance(error, NotFoundError) else "not-obtained"
    return MissingReport(report_id, why, str(error).removeprefix(f"could not fetch {report_id}: "))


# -- from the library --------------------------------------------------------------------------


def stored_copy(report_id: ReportId, context: Context) -> StoredReport | None:
    """Return what the library has of a report; where it cannot be read, the reader is told."""
    if context.library is not None:
        with context.noting_failures():
            return context.library.load(report_id)
    return None


def is_current(stored: StoredReport) -> bool:
    """Return whether a report was stored by this version of the parser and of the analysis."""
    return stored.parser_version == PARSER_VERSION and stored.analysis_version == ANALYSIS_VERSION


def read_stored(stored: StoredReport, context: Context) -> Obtained:
    """Return what is stored; what an older parser or analysis made, or what is damaged, is made again and kept."""
    if is_current(stored):
        with context.noting_failures():
            report = stored.report()
            return Obtained(with_pages(report, stored, context), stored.analysis(report))
    assert context.library is not None  # noqa: S101  it gave what is stored
    again = parse_and_analyze(open_pages(context.library.snapshots(stored.id, revision=stored.revision)), stored.id)
    with context.noting_failures():
        context.library.replace_parsed(stored, again.report, again.analysis, **VERSIONS)
    return replace(again, report=with_pages(again.report, stored, context))


# -- from the sources --------------------------------------------------------------------------


def _pages(report_id: ReportId, context: Context, stored: StoredReport | None) -> tuple[OpenedPage, ...] | None:
    """Return the report's pages; ``None`` when the source confirms the stored ones."""
    if context.offline:
        raise OfflineError(
            f"the report on {report_id} is not in the library, and --offline was given",
            hint='leave out --offline, or add a saved page with "hrreport add"',
        )
    confirmable = stored.provenance if stored and not _has_parts(stored, context) else None
    try:
        return fetch_pages(
            report_id,
            open_edition_lists(context),
            stored=confirmable,
            recall=not context.refresh,
            progress=context.progress,
        )
    except NotFoundError as error:
        raise _no_report(report_id, context, error.attempts) from error


def _has_parts(stored: StoredReport, context: Context) -> bool:
    """Return whether a stored report's page offers parts on pages of their own, which it cannot confirm."""
    from hrreport.parsing.report import open_report, part_links

    assert context.library is not None  # noqa: S101  it gave what is stored
    try:
        page = context.library.snapshots(stored.id, revision=stored.revision)[0]
        return bool(part_links(open_report(page)))
    except (LibraryError, ParseError):
        return True  # then all is fetched again


def _no_report(report_id: ReportId, context: Context, attempts: tuple[Attempt, ...]) -> NotFoundError:
    """Return the error for a report that its edition does not list: where it is covered, the editions held."""
    from hrreport.catalogue.countries import find_country, see_instead

    years = context.library.years_of(report_id.country) if context.library else ()
    known = f"stored editions: {', '.join(map(str, years))}" if years else 'see "hrreport editions"'
    others = see_instead(report_id.country, report_id.year)
    instead = f"; see {' and '.join(others)}" if others else ""
    name = find_country(report_id.country).name
    return NotFoundError(f"no report for {name} in {report_id.year}{instead}", hint=known, attempts=attempts)


# -- into the library --------------------------------------------------------------------------


def confirm(stored: StoredReport, context: Context) -> None:
    """Record that the source still has what is stored."""
    assert context.library is not None  # noqa: S101  it gave what is stored
    with context.noting_failures():
        context.library.touch(stored.id)


def keep(pages: tuple[OpenedPage, ...], report_id: ReportId, context: Context, *, needed: bool = False) -> Obtained:
    """Parse, analyze and keep; where it cannot be kept, the reader is told and gets it all the same.

    Raises:
        LibraryError: It is `needed` that it is kept, and it could not be.
    """
    got = parse_and_analyze(pages, report_id)
    page, library = pages[0].snapshot, context.library
    if library is None:
        return keep_pdf(page, got, context) if is_pdf(page) else got
    with context.noting_failures(needed=needed):
        library.save(tuple(page.snapshot for page in pages), got.report, got.analysis, **VERSIONS)
        if is_pdf(page):
            return keep_pdf(page, got, context)
        with suppress(LibraryError):  # which was told when the copy at hand was looked for
            if stored := library.load(report_id):
                return replace(got, report=with_pages(got.report, stored, context))
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
        with context.noting_failures(needed=needed):
            context.library.save_pdf(pdf, got.report, found, version=PAGES_VERSION)
    return replace(got, report=replace(got.report, printed=found))


# -- as a last resort --------------------------------------------------------------------------


def sample() -> Obtained:
    """Return the abridgement of one report that is bundled, parsed and analyzed; its origin says what it is."""
    import hashlib
    from datetime import UTC, datetime

    from hrreport import tables
    from hrreport.model.retrieval import Provenance, Snapshot

    body = tables.text(_SAMPLE_PAGE).encode()
    digest = hashlib.sha256(body).hexdigest()
    made = datetime(2026, 11, 22, tzinfo=UTC)
    provenance = Provenance("", f"hrreport:data/{_SAMPLE_PAGE}", made, "sample", digest, encoding="utf-8")
    return parse_and_analyze(open_pages((Snapshot(body, provenance),)), SAMPLE)
