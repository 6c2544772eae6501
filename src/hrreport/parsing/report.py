"""Parse a snapshot, or an opened page, into a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import EmptyPageError, ParseError
from hrreport.model.report import BOUNDARY, Report
from hrreport.parsing.checks import boundary_warnings, repairs
from hrreport.parsing.elements import HEADINGS
from hrreport.parsing.guesses import count_guesses, with_guesses
from hrreport.parsing.layouts.wordpress import WordPress
from hrreport.parsing.lines import is_report, read_lines, settle_levels
from hrreport.parsing.outline import known_outlines, outline_of
from hrreport.parsing.page import make_soup, no_report, open_page, read_markup
from hrreport.parsing.parts import missing_parts, part_names, with_parts
from hrreport.parsing.printed import open_pdf
from hrreport.parsing.tree import build_tree, finish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.filing import PrintedPages
    from hrreport.model.retrieval import Snapshot
    from hrreport.parsing.page import OpenedPage

_MOST_WARNINGS = 100
_NO_YEAR = 0
_TEMPLATE = "section.entry-content"
"""The elements in which the template has a report's text."""


def open_report(snapshot: Snapshot) -> OpenedPage:
    """Return the page of a snapshot, which is read once: asked for its parts, and given to `parse_opened`.

    Raises:
        EmptyPageError: It is the page of a report, without its text.
        ParseError: It holds no report, or exceeds a limit.
    """
    page = open_page(snapshot)
    if not any(is_report(read_lines(page, outline)) for outline in (outline_of(_NO_YEAR), *known_outlines())):
        _refuse_unfilled(page)
        raise no_report(snapshot.provenance.requested_url or snapshot.provenance.url)
    return page


def open_report_pdf(snapshot: Snapshot, pages: PrintedPages) -> OpenedPage:
    """Return the PDF of a report as a page for `parse_opened`.

    Args:
        snapshot: The PDF.
        pages: Its lines, without running heads and feet.

    Raises:
        ParseError: It holds no report, or no text.
    """
    page = open_pdf(snapshot, pages)
    if not is_report(read_lines(page, outline_of(_NO_YEAR))):
        raise ParseError("no report was found in the PDF", hint="give the PDF that the report's page offers")
    return page


def parse_opened(pages: Sequence[OpenedPage], report_id: ReportId) -> Report:
    """Return the report that a page and the pages of its parts hold; the first is the report's own.

    The same pages and the same id give the same report.
    """
    first, *others = pages
    report = _parse(first, report_id, others=others)
    if not others:
        return report
    read = [_parse(page, report_id, part=True) for page in others]
    return with_parts(report, list(zip(part_names(first, others), read, strict=True)))


def parse_pages(snapshots: Sequence[Snapshot], report_id: ReportId) -> Report:
    """Return the report that a page and the pages of its parts hold; the first is the report's own.

    Raises:
        ParseError: A page holds no report, or exceeds a limit.
    """
    return parse_opened([open_report(snapshot) for snapshot in snapshots], report_id)


def parse_page(snapshot: Snapshot, report_id: ReportId) -> Report:
    """Return the report that a page holds.

    The same bytes and the same id give the same report.

    Raises:
        ParseError: The page holds no report, or exceeds a limit.
    """
    return parse_pages((snapshot,), report_id)


def _parse(page: OpenedPage, report_id: ReportId, *, part: bool = False, others: Sequence[OpenedPage] = ()) -> Report:
    """Return the report of a page.

    Args:
        page: The page.
        report_id: What it is.
        part: Whether it is the page of a part, which may do without headings that a report must have.
        others: The pages of its parts, as far as they were obtained.
    """
    outline = outline_of(report_id.year)
    top = build_tree(settle_levels(read_lines(page, outline), outline), outline)
    sections = finish(top, outline)
    if not outline.fixed:
        sections = with_guesses(sections, report_id.year)
    return Report(
        id=report_id,
        title=page.claim.title,
        published=page.claim.published,
        pdf=page.claim.pdf,
        sections=sections,
        provenance=page.snapshot.provenance,
        warnings=_limited(
            (
                *page.flaws,
                *(() if part else missing_parts(page, others)),
                *([] if outline.fixed else filter(None, [count_guesses(sections, report_id.year)])),
                *repairs(top),
                *boundary_warnings(top, outline, report_id.year, part=part),
            )
        ),
    )


def _limited(warnings: tuple[str, ...]) -> tuple[str, ...]:
    if len(warnings) <= _MOST_WARNINGS:
        return warnings
    return (
        *warnings[:_MOST_WARNINGS],
        f"{BOUNDARY}{len(warnings) - _MOST_WARNINGS} more headings are not as expected.",
    )


def _refuse_unfilled(page: OpenedPage) -> None:
    """Refuse a page in which the template of a report was never filled.

    Raises:
        EmptyPageError: There are sections on the page, and nothing but headings in them; its facts have the address
            of the PDF that the page offers.
    """
    if not isinstance(page.layout, WordPress):
        return
    html = read_markup(page.snapshot.body, page.snapshot.provenance.encoding, "")[0]
    sections = make_soup(html, page.layout.only).select(_TEMPLATE)
    for section in sections:
        for heading in section.find_all(list(HEADINGS)):
            heading.decompose()
    if not sections or any(section.get_text(strip=True) for section in sections):
        return
    pdf = page.claim.pdf
    raise EmptyPageError(
        "the page is a template without the text of the report",
        hint="save its PDF, and add that instead: hrreport add FILE.pdf" if pdf else None,
        pdf=pdf or None,
    )
