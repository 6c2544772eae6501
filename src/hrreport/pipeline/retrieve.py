"""Retrieve a report's pages from the sources."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hrreport.errors import FetchError, HrReportError, InputError, NotFoundError, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.fetching.fetcher import Fetcher
    from hrreport.locating.edition_lists import EditionLists
    from hrreport.model.country import ReportId
    from hrreport.model.retrieval import Provenance
    from hrreport.parsing import OpenedPage
    from hrreport.pipeline.context import Context


def lists(context: Context) -> EditionLists:
    """Return what reads the lists of old editions, and remembers them in the library."""
    from hrreport.locating.edition_lists import EditionLists

    notes = context.library.notes if context.library else None
    return EditionLists(context.fetcher, notes, tell=context.progress, offline=context.offline)


def ask(
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
    from hrreport.catalogue.successions import see_instead
    from hrreport.locating.pdfs import pdf_address
    from hrreport.locating.strategies import fetch_report
    from hrreport.pipeline.opened_pages import PageOpener
    from hrreport.pipeline.pdfs import report_page_from_pdf

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
    from hrreport.locating.candidates import part_candidates
    from hrreport.parsing import part_links
    from hrreport.pipeline.opened_pages import PageOpener

    pages = [page]
    for name, url in part_links(page):
        progress(f"Reading the part on {name}")
        opener = PageOpener(report_id, part=True)
        with suppress(FetchError, NotFoundError):
            ways = part_candidates(name, url, report_id.year)
            pages.append(opener.page_of(fetcher.fetch(ways, opener.accept)))
    return tuple(pages)
