"""Official PDFs: fetch one, read it, find a report's paragraphs in it, and read a report from it alone."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from hrreport.errors import HrReportError, InputError, ParseError

if TYPE_CHECKING:
    from hrreport.fetching.fetcher import Fetcher
    from hrreport.library.loading import StoredReport
    from hrreport.model.country import ReportId
    from hrreport.model.filing import PrintedPages
    from hrreport.model.official_pdf import OfficialPdf
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot
    from hrreport.parsing.report import OpenedPage
    from hrreport.pipeline.context import Context

PAGES_VERSION = "1"
"""Raised whenever the paragraphs of a report may be found elsewhere in the same PDF."""
_SUMMARY = "summary"


def is_pdf(snapshot: Snapshot) -> bool:
    """Return whether what was received is a PDF."""
    return snapshot.body[:1024].lstrip().startswith(b"%PDF-")


def find_in_pdf(report: Report, pdf: Snapshot, *, force: bool = False) -> OfficialPdf:
    """Return where the paragraphs of a report are in its PDF.

    Args:
        report: The report.
        pdf: Its PDF.
        force: Whether to believe that it is, though it says that it is another one.

    Raises:
        InputError: The extra that reads PDFs is not installed.
        ParseError: It cannot be read, or says that it is another report.
    """
    from hrreport.parsing.report import open_pdf
    from hrreport.quoting.printed_pages import find_pages

    pages, numbers = _printed_pages(pdf.body)
    claimed = None if force else open_pdf(pdf, pages).claim.report
    if claimed and claimed != report.id:
        raise ParseError(f"the PDF is the report on {claimed}, not {report.id}")
    return find_pages(report, pages, numbers, pdf.provenance)


def open_pdf_page(pdf: Snapshot) -> OpenedPage:
    """Return a PDF as if it were a report's page.

    Raises:
        InputError: The extra that reads PDFs is not installed.
        ParseError: It cannot be read, or holds no report.
    """
    from hrreport.parsing.report import open_report_pdf

    return open_report_pdf(pdf, _printed_pages(pdf.body)[0])


@lru_cache(maxsize=1)  # one is mostly read for its pages and for its text, one after the other
def _printed_pages(body: bytes) -> tuple[PrintedPages, tuple[int, ...]]:
    """Return the lines of a PDF without running heads and feet, and the numbers printed on its pages."""
    try:
        from hrreport.filings.furniture import printed_numbers, without_furniture
        from hrreport.filings.pdfium import read_lines
    except ModuleNotFoundError as error:
        raise InputError(
            f"reading a PDF needs a library that is not installed: {error.name}", hint="pip install 'hrreport[pdf]'"
        ) from error
    lines = read_lines(body)
    return without_furniture(lines), printed_numbers(lines)


def fetch_pdf(address: str, report_id: ReportId, fetcher: Fetcher) -> Snapshot:
    """Return the PDF at an address, or a web archive's copy of it.

    Raises:
        NotFoundError: Every source that could know says that there is none.
        FetchError: No source gave it.
    """
    from hrreport.locating.addresses import archived
    from hrreport.model.retrieval import Candidate

    ways = (Candidate(address), archived(address, pdf=True))
    return fetcher.fetch(ways, lambda _: True, what=f"the PDF of {report_id}", pdf=True)


def report_page_from_pdf(address: str, report_id: ReportId, fetcher: Fetcher) -> OpenedPage:
    """Return the PDF at an address as the page of a report.

    Raises:
        HrReportError: It could not be fetched or read, or says that it is another report.
    """
    page = open_pdf_page(fetch_pdf(address, report_id, fetcher))
    claimed = page.claim.report
    if claimed and claimed != report_id:
        raise ParseError(f"the PDF is the report on {claimed}, not {report_id}", url=address)
    return page


def lacks_summary(report: Report) -> bool:
    """Return whether a report is without the executive summary that the reports of its edition have."""
    from hrreport.parsing.outline import outline_of

    outline = outline_of(report.id.year)
    expected = outline.fixed and any(h.place == _SUMMARY and not h.optional for h in outline.headings)
    return expected and not any(section.id == _SUMMARY and section.paragraphs for section in report.walk())


def with_pages(report: Report, stored: StoredReport, context: Context) -> Report:
    """Return a stored report with the pages of its PDF; they are found again where it has other words now."""
    pdf = stored.pdf
    if pdf is None or context.library is None or (report.printed is not None and pdf.version == PAGES_VERSION):
        return report
    try:
        found = find_in_pdf(report, context.library.pdf(pdf), force=True)
    except HrReportError as error:
        context.notify(f"Note: the pages of the PDF are left out: {error}" + (f"; {error.hint}" if error.hint else ""))
        return replace(report, printed=None)
    if stored.current:
        with context.noting_failures():
            context.library.replace_found(pdf, report, found, version=PAGES_VERSION)
    return replace(report, printed=found)
