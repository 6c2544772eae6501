"""Retrieve a report from the sources: its page and those of its parts, each opened once when it is received."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import (
    EmptyPageError,
    FetchError,
    HrReportError,
    InputError,
    NotFoundError,
    ParseError,
    RefusedError,
)
from hrreport.pipeline.context import Obtained
from hrreport.pipeline.pdfs import is_pdf, open_pdf_page, report_page_from_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrreport.fetching.fetcher import Fetcher
    from hrreport.locating.edition_lists import EditionLists, ListStore
    from hrreport.model.country import ReportId
    from hrreport.model.retrieval import Provenance, Snapshot
    from hrreport.parsing.report import OpenedPage
    from hrreport.pipeline.context import Context

MOST_CHARACTERS = 3_000_000
"""The longest reports, with all their parts, have less than a third of that. So time and memory are bounded."""
MOST_HEADINGS = 2_000
"""Likewise, of sections."""


def open_edition_lists(context: Context, notes: ListStore | None = None) -> EditionLists:
    """Return what reads the lists of old editions, and remembers them: in the library, where no `notes` are given."""
    from hrreport.locating.edition_lists import EditionLists

    if notes is None and context.library is not None:
        notes = context.library.notes
    return EditionLists(context.fetcher, notes, progress=context.progress, offline=context.offline)


def fetch_pages(
    report_id: ReportId,
    listed: EditionLists,
    *,
    stored: Provenance | None,
    recall: bool = True,
    progress: Callable[[str], None],
) -> tuple[OpenedPage, ...] | None:
    """Return the pages of a report, its own first; ``None`` where the source confirms the stored copy.

    Where its page has no text, or is refused, its PDF stands in for it, if that can be fetched.

    Args:
        report_id: Which report.
        listed: Reads the lists of old editions, and gives the client.
        stored: The provenance of the copy at hand, or ``None``.
        recall: Whether remembered lists will do.
        progress: Takes what is being done.

    Raises:
        NotFoundError: The edition's list was read, and there is no such report.
        FetchError: No source gave it.
    """
    from hrreport.catalogue.countries import see_instead
    from hrreport.locating.addresses import pdf_address
    from hrreport.locating.strategies import fetch_report

    opener = PageOpener(report_id)
    try:
        page = fetch_report(report_id, listed, opener.accept, stored=stored, recall=recall)
    except FetchError as error:
        if address := opener.pdf or (pdf_address(report_id) if isinstance(error, RefusedError) else ""):
            progress("Reading the PDF instead of the page")
            try:
                return (report_page_from_pdf(address, report_id, listed.fetcher()),)
            except InputError as lacking:
                error.hint = f"{lacking.hint}, and its PDF is read instead; or {error.hint}"
            except HrReportError:
                pass
        if others := see_instead(report_id.country, report_id.year):
            other = f"or see {' and '.join(others)}, whose report of that year may cover it"
            error.hint = f"{error.hint}; {other}" if error.hint else other.removeprefix("or ")
        raise
    return None if page is None else with_parts(opener.page_of(page), report_id, listed.fetcher(), progress)


def with_parts(
    page: OpenedPage, report_id: ReportId, fetcher: Fetcher, progress: Callable[[str], None]
) -> tuple[OpenedPage, ...]:
    """Return a page and those of its parts that can be fetched; the report names the others."""
    from hrreport.locating.addresses import part_candidates
    from hrreport.parsing.report import part_links

    pages = [page]
    for name, url in part_links(page):
        progress(f"Reading the part on {name}")
        opener = PageOpener(report_id, part=True)
        with suppress(FetchError, NotFoundError):
            ways = part_candidates(name, url, report_id.year)
            pages.append(opener.page_of(fetcher.fetch(ways, opener.accept)))
    return tuple(pages)


class PageOpener:
    """Opens what the fetcher receives, and keeps the page that it accepted.

    A dead address may lead to the page of another report. A page that does not say which one it holds is believed.
    """

    def __init__(self, report_id: ReportId, *, part: bool = False) -> None:
        """Open nothing yet.

        Args:
            report_id: The report that is asked for.
            part: Whether the page is to be one of its parts, which may claim any country.
        """
        self._report_id = report_id
        self._part = part
        self._page: OpenedPage | None = None
        self.pdf = ""
        """The address of the PDF that a page without the text of the report offers."""

    def accept(self, snapshot: Snapshot) -> bool:
        """Return whether a page holds the report.

        Raises:
            EmptyPageError: It is the page of a report, without its text.
            ParseError: It says that it is another report, or of another edition.
        """
        from hrreport.parsing.report import open_report

        try:
            page = open_report(snapshot)
        except EmptyPageError as error:
            self.pdf = self.pdf or str(error.facts.get("pdf", ""))
            raise
        except ParseError:
            return False
        claimed = page.claim.report
        other_year = page.claim.year not in (0, self._report_id.year)
        if claimed and (other_year or (claimed != self._report_id and not self._part)):
            raise ParseError(f"gave the report on {claimed} instead")
        if other_year:
            raise ParseError(f"gave a page of {page.claim.year} instead")
        self._page = page
        return True

    def page_of(self, snapshot: Snapshot) -> OpenedPage:
        """Return the page that was opened of a snapshot that was accepted."""
        assert self._page is not None  # noqa: S101  it was accepted
        assert self._page.snapshot is snapshot  # noqa: S101
        return self._page


def open_pages(snapshots: Sequence[Snapshot]) -> tuple[OpenedPage, ...]:
    """Return the pages of snapshots; a PDF takes the place of the page that could not be read.

    Raises:
        InputError: One is a PDF, and the extra that reads PDFs is not installed.
        ParseError: One holds no report, or exceeds a limit.
    """
    from hrreport.parsing.report import open_report

    return tuple(open_pdf_page(snapshot) if is_pdf(snapshot) else open_report(snapshot) for snapshot in snapshots)


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
    from hrreport.parsing.report import parse_opened

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
