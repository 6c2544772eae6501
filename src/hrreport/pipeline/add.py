"""Add a page that was saved by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import InputError, LibraryError, ParseError
from hrreport.pipeline.obtain import keep, keep_pdf, read_stored, stored_copy
from hrreport.pipeline.pdfs import is_pdf, lacks_summary, open_pdf_page
from hrreport.pipeline.retrieve import parse_and_analyze
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.model.country import ReportId
    from hrreport.model.report import Report
    from hrreport.parsing.report import OpenedPage
    from hrreport.pipeline.context import Context, Obtained


def add_page(path: Path, report_id: ReportId, context: Context, *, force: bool = False) -> Obtained:
    """Keep a page, or the official PDF, that was saved by hand, and return the report that it holds.

    A PDF is kept beside the page that is stored, and tells the pages of its paragraphs. Where no page is, or it is
    without the executive summary that the PDF has, the report is read from the PDF alone. A page with the words of a
    report that was fetched changes nothing: that one's address and time are kept, and it is returned.

    Args:
        path: A page saved from a browser, from a web archive, or from a site that published a copy; or a PDF.
        report_id: What it is said to be.
        context: Where it is kept.
        force: Whether to believe `report_id` though the page itself says otherwise.

    Raises:
        InputError: The file cannot be read, is the bundled abridgement, or says that it is another report.
        ParseError: It holds no report that is understood.
        LibraryError: There is no library to keep it in, or it could not be written.
    """
    from hrreport.fetching.saved_page import read_file
    from hrreport.parsing.report import open_report, origin_of

    if context.library is None:
        raise LibraryError("the page was not added: the library cannot be used")
    page = read_file(path, clock=context.clock)
    if SAMPLE_NOTICE.encode() in page.body:  # so says the bundled page, and what was made from it
        raise InputError(
            f'"{path}" is the abridgement bundled with hrreport, not the text of the Department of State',
            hint="save the report's own page, as HTML",
        )
    try:
        opened = open_pdf_page(page) if is_pdf(page) else open_report(page)
    except ParseError as error:
        raise error.with_changes(f'cannot read "{path}": {error.message}') from error
    claimed = opened.claim.report
    if claimed and claimed != report_id and not force:
        raise InputError(
            f'"{path}" says that it is the report on {claimed}, not {report_id}',
            hint="correct --country and --year, or give --force",
        )
    stored = stored_copy(report_id, context)
    before = read_stored(stored, context) if stored else None
    try:
        if before and is_pdf(page) and not _is_better(opened, before.report):
            return keep_pdf(page, before, context, needed=True)
        saved = replace(opened, snapshot=origin_of(opened))
        # from where a report was fetched is known, which a saved file does not know
        fetched = before and before.report.provenance.origin not in ("file", "sample")
        if before and fetched and _is_same_text(saved, before.report):
            return before
        return keep((saved,), report_id, context, needed=True)
    except LibraryError as error:
        raise error.with_changes(f"the page was not added: {error.message}") from error


def _is_better(pdf: OpenedPage, stored: Report) -> bool:
    """Return whether a report is to be read from its PDF, though one is stored.

    That is where the stored one was itself read from a PDF, or has no executive summary, and this PDF has it.
    """
    if stored.provenance.media_type == "application/pdf":
        return True
    return lacks_summary(stored) and not lacks_summary(parse_and_analyze((pdf,), stored.id).report)


def _is_same_text(page: OpenedPage, stored: Report) -> bool:
    """Return whether a page has the words of a stored report, parts that are on pages of their own left aside."""
    from hrreport.library.contents import text_hash

    printed_report = parse_and_analyze((page,), stored.id).report
    return not is_pdf(page.snapshot) and text_hash(printed_report) == text_hash(replace(stored, parts=()))
