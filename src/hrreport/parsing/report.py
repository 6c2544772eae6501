"""Open the pages of a report, its parts included, and parse them into a report."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hrreport.errors import EmptyPageError, ParseError
from hrreport.model.report import BOUNDARY, Part, Report, Section
from hrreport.model.retrieval import Snapshot
from hrreport.parsing.blocks import read_blocks
from hrreport.parsing.checks import boundary_warnings, repairs
from hrreport.parsing.elements import HEADINGS, unarchived
from hrreport.parsing.guesses import count_guesses, with_guesses
from hrreport.parsing.identity import captured_at, is_ours, read_claim
from hrreport.parsing.layouts import WordPress, layout_of
from hrreport.parsing.lines import choice_of_parts, is_report, read_lines, settle_levels
from hrreport.parsing.markup import make_soup, places, read_markup
from hrreport.parsing.masthead import without_masthead
from hrreport.parsing.outline import known_outlines, outline_of
from hrreport.parsing.pdf import PdfLayout, read_print
from hrreport.parsing.tree import build_tree, finish
from hrreport.text.slugs import slug
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.filing import PrintedPages
    from hrreport.parsing.blocks import Block
    from hrreport.parsing.headings import Line
    from hrreport.parsing.identity import PageIdentity
    from hrreport.parsing.layouts import PageLayout
    from hrreport.parsing.outline import Outline

FROM_PDF = "Read from the PDF of the report alone: its page on the web was not read."
"""The warning of a report that was read from its PDF."""
_MOST_WARNINGS = 100
_STATE = "state.gov"


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """A page, and what is printed on it."""

    snapshot: Snapshot
    claim: PageIdentity
    blocks: tuple[Block, ...]
    layout: PageLayout
    flaws: tuple[str, ...] = ()
    """What is wrong with its characters, or was left out of its text, one sentence each."""

    def lines(self, outline: Outline) -> tuple[Line, ...]:
        """Return the headings and the text of its report, in order; an outline says which headings to expect."""
        return read_lines(self.blocks, outline, plain=self.layout.plain_headings, masthead=self.layout.masthead)


def open_report(snapshot: Snapshot) -> OpenedPage:
    """Return the page of a snapshot, which is read once: asked for its parts, and given to `parse_opened`.

    Raises:
        EmptyPageError: It is the page of a report, without its text.
        ParseError: It holds no report, or exceeds a limit.
    """
    page = open_page(snapshot)
    if not any(is_report(page.lines(outline)) for outline in chain((outline_of(0),), known_outlines())):
        _refuse_unfilled(page)
        raise _no_report(snapshot.provenance.requested_url or snapshot.provenance.url)
    return page


def open_page(snapshot: Snapshot) -> OpenedPage:
    """Return the page of a snapshot, with or without the headings of a report.

    Raises:
        ParseError: It has no text in a layout that is known, was written by hrreport itself, or exceeds a limit.
    """
    where = snapshot.provenance.requested_url or snapshot.provenance.url
    html, flaws = read_markup(snapshot.body, snapshot.provenance.encoding, where)
    if is_ours(html):
        raise ParseError(
            "hrreport itself wrote the page, and its own words and marks stand in the text",
            hint='give the page that was retrieved; stored reports are handed on with "hrreport library export"',
            url=where or None,
        )
    layout = layout_of(html)
    if layout is None:
        raise _no_report(where)
    soup = make_soup(layout.markup(html), layout.only)
    claim = read_claim(soup, html)
    base = next((unarchived(u) for u in (where, claim.url) if u.startswith(("http:", "https:"))), "")
    read = [read_blocks(element, base) for element in layout.body(soup)]
    blocks = tuple(block for of_element, _ in read for block in of_element)
    if layout.masthead:
        blocks, claim = without_masthead(blocks, claim)
    if not blocks:
        raise _no_report(where)
    if struck := sum(number for _, number in read):
        flaws += (f"Words that the page strikes out are left out, in {places(struck)}.",)
    return OpenedPage(snapshot, claim, blocks, layout, flaws)


def _no_report(where: str) -> ParseError:
    return ParseError(
        "no report was found on the page", hint="open it in a browser to see what it is", url=where or None
    )


def _refuse_unfilled(page: OpenedPage) -> None:
    """Refuse a page in which the template of a report was never filled.

    Raises:
        EmptyPageError: There are sections on the page, and nothing but headings in them; its facts have the address
            of the PDF that the page offers.
    """
    if not isinstance(page.layout, WordPress):
        return
    html, _ = read_markup(page.snapshot.body, page.snapshot.provenance.encoding, "")
    sections = make_soup(html, page.layout.only).select("section.entry-content")
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


def open_report_pdf(snapshot: Snapshot, pages: PrintedPages) -> OpenedPage:
    """Return the PDF of a report as a page for `parse_opened`; see `open_pdf`.

    Raises:
        ParseError: It holds no report, or no text.
    """
    page = open_pdf(snapshot, pages)
    if not is_report(page.lines(outline_of(0))):
        raise ParseError("no report was found in the PDF", hint="give the PDF that the report's page offers")
    return page


def open_pdf(snapshot: Snapshot, pages: PrintedPages) -> OpenedPage:
    """Return a PDF as if it were a page.

    Args:
        snapshot: The PDF.
        pages: Its lines, without running heads and feet.

    Raises:
        ParseError: It has no text, as where it was scanned.
    """
    return OpenedPage(snapshot, *read_print(pages), PdfLayout(), (FROM_PDF,))


def origin_of(page: OpenedPage) -> Snapshot:
    """Return the snapshot of a saved page with what the page tells of its origin.

    That is the address that it claims, when the Internet Archive captured it, and, where the address
    is not the Department's, whose site it was published on.
    """
    body, given = page.snapshot.body, page.snapshot.provenance
    address = given.requested_url or page.claim.url
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    elsewhere = bool(host) and host != _STATE and not host.endswith("." + _STATE)
    filled = replace(
        given,
        requested_url=address,
        captured_at=given.captured_at or captured_at(body),
        publisher=given.publisher or (page.claim.site or host if elsewhere else ""),
    )
    return Snapshot(body, filled)


# -- reports ---------------------------------------------------------------------------------


def parse_page(snapshot: Snapshot, report_id: ReportId) -> Report:
    """Return the report that a page holds; the same bytes and the same id give the same report.

    Raises:
        ParseError: The page holds no report, or exceeds a limit.
    """
    return parse_opened([open_report(snapshot)], report_id)


def parse_opened(pages: Sequence[OpenedPage], report_id: ReportId) -> Report:
    """Return the report that a page and the pages of its parts hold; the first is the report's own.

    The texts of the parts come after its own sections. Each part is a section of level 1 named for it, and the ids of
    its sections begin with its slug: ``tibet:1.c``. The same pages and the same id give the same report.
    """
    first, *others = pages
    report = _parse(first, report_id, others=others)
    offered = {_plain(url): name for name, url in part_links(first)} if others else {}
    for page in others:
        report = _with_part(report, _part_name(page, offered), _parse(page, report_id, part=True))
    return report


def _parse(page: OpenedPage, report_id: ReportId, *, part: bool = False, others: Sequence[OpenedPage] = ()) -> Report:
    """Return the report of a page.

    Args:
        page: The page.
        report_id: What it is.
        part: Whether it is the page of a part, which may do without headings that a report must have.
        others: The pages of its parts, as far as they were obtained.
    """
    outline = outline_of(report_id.year)
    top = build_tree(settle_levels(page.lines(outline), outline), outline)
    sections = finish(top, outline)
    if not outline.fixed:
        sections = with_guesses(sections, report_id.year)
    warnings = (
        *page.flaws,
        *(() if part else _missing_parts(page, others)),
        *([] if outline.fixed else filter(None, [count_guesses(sections, report_id.year)])),
        *repairs(top),
        *boundary_warnings(top, outline, report_id.year, part=part),
    )
    if (more := len(warnings) - _MOST_WARNINGS) > 0:
        warnings = (*warnings[:_MOST_WARNINGS], f"{BOUNDARY}{more} more headings are not as expected.")
    return Report(
        id=report_id,
        title=page.claim.title,
        published=page.claim.published,
        pdf=page.claim.pdf,
        sections=sections,
        provenance=page.snapshot.provenance,
        warnings=warnings,
    )


# -- parts: China with Hong Kong, Macau and Tibet, Israel with West Bank and Gaza ------------


def part_links(page: OpenedPage) -> tuple[tuple[str, str], ...]:
    """Return name and address of the parts that a page offers, in order; itself is left out."""
    seen = {_plain(url) for url in (page.claim.url, *_addresses(page))}
    found: list[tuple[str, str]] = []
    for block in choice_of_parts(page.blocks):
        for link in block.links:
            name = block.text[link.start : link.end].strip(" |")
            if name and not seen & {_plain(link.url), name.casefold()}:
                found.append((name, link.url))
                seen |= {_plain(link.url), name.casefold()}
    return tuple(found)


def _missing_parts(page: OpenedPage, others: Sequence[OpenedPage]) -> Iterator[str]:
    """Yield a warning for each part that a page offers and that is not among other pages."""
    given = {_plain(url) for other in others for url in _addresses(other)}
    for name, url in part_links(page):
        if _plain(url) not in given:
            yield f"The part on {name} is not included: it is on a page of its own, {url}"


def _part_name(page: OpenedPage, offered: Mapping[str, str]) -> str:
    """Return the name of a part as the report's own page offers it, else as its page states it."""
    named = next((offered[_plain(url)] for url in _addresses(page) if _plain(url) in offered), "")
    return named or page.claim.name or page.claim.title or "Part"


def _with_part(report: Report, name: str, part: Report) -> Report:
    prefix = slug(name)
    sections = tuple(_prefixed(section, prefix) for section in part.sections)
    return replace(
        report,
        sections=(*report.sections, Section(prefix, "", name, 1, sections=sections, as_printed=name)),
        warnings=(*report.warnings, *(_warning_of_part(name, warning) for warning in part.warnings)),
        parts=(*report.parts, Part(prefix, name, part.provenance)),
    )


def _prefixed(section: Section, prefix: str) -> Section:
    return replace(
        section, id=f"{prefix}:{section.id}", sections=tuple(_prefixed(below, prefix) for below in section.sections)
    )


def _warning_of_part(name: str, warning: str) -> str:
    kind = BOUNDARY if warning.startswith(BOUNDARY) else ""
    return f"{kind}{name}: {warning.removeprefix(kind)}"


def _addresses(page: OpenedPage) -> tuple[str, str]:
    return page.snapshot.provenance.requested_url, page.snapshot.provenance.url


def _plain(url: str) -> str:
    return url.partition("#")[0].removesuffix("index.html").rstrip("/").lower().partition("://")[2]
