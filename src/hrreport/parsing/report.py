"""Parse a snapshot, or an opened page, into a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import ParseError
from hrreport.model.report import BOUNDARY, Report
from hrreport.parsing.blocks import Block
from hrreport.parsing.checks import doubts, repairs
from hrreport.parsing.empty_templates import refuse_unfilled
from hrreport.parsing.guesses import count_guesses, with_guesses
from hrreport.parsing.heading_repairs import repair, with_preface
from hrreport.parsing.headings import Heading, HeadingReader
from hrreport.parsing.labels import is_note
from hrreport.parsing.levels import settle_levels
from hrreport.parsing.outline import key, known_outlines, outline_of
from hrreport.parsing.page import no_report, open_page
from hrreport.parsing.parts import missing_parts, part_names, with_parts, without_selection
from hrreport.parsing.printed import open_pdf
from hrreport.parsing.titles import is_report_title
from hrreport.parsing.tree import build_tree, finish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.printed_line import PrintedPages
    from hrreport.model.retrieval import Snapshot
    from hrreport.parsing.headings import Line
    from hrreport.parsing.outline import Outline
    from hrreport.parsing.page import OpenedPage

_OF_A_REPORT = ("section", "summary")
_FEWEST_SECTIONS = 2
_FEWEST_WORDS = 5
_TITLE_WITHIN = 3
_MOST_WARNINGS = 100
_SHORTEST_INTRODUCTION = 200
_NO_YEAR = 0


def open_report(snapshot: Snapshot) -> OpenedPage:
    """Return the page of a snapshot, which is read once: asked for its parts, and given to `parse_opened`.

    Raises:
        EmptyPageError: It is the page of a report, without its text.
        ParseError: It holds no report, or exceeds a limit.
    """
    page = open_page(snapshot)
    if not any(is_report(read_lines(page, outline)) for outline in (outline_of(_NO_YEAR), *known_outlines())):
        refuse_unfilled(page)
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
                *doubts(top, outline, report_id.year, part=part),
            )
        ),
    )


def read_lines(page: OpenedPage, outline: Outline) -> tuple[Line, ...]:
    """Return the headings and the text of a page's report, in order."""
    blocks = _without_title(without_selection(page.blocks))
    layout = page.layout
    lines = tuple(HeadingReader(outline, layout.plain_headings, layout.masthead).lines(blocks))
    lines = repair(_without_contents(lines), outline)
    if layout.masthead:
        return _notes_below_heading(lines)
    return _from_first_section(lines) if layout.plain_headings else with_preface(lines)


def is_report(lines: Sequence[Line]) -> bool:
    """Return whether lines are those of a report: two or more of its sections, and text."""
    sections = sum(isinstance(line, Heading) and line.kind in _OF_A_REPORT for line in lines)
    return sections >= _FEWEST_SECTIONS and any(_is_prose(line) for line in lines)


def _is_prose(line: Line) -> bool:
    return isinstance(line, Block) and line.text.count(" ") >= _FEWEST_WORDS - 1 and not line.all_linked


def _without_title(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out the report's title where it is printed above its first section."""
    for at, block in enumerate(blocks[:_TITLE_WITHIN]):
        if is_report_title(block.text):
            return (*blocks[:at], *blocks[at + 1 :])
    return blocks


def _without_contents(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Leave out a table of contents: headings that come again before any text has come."""
    first = next((at for at, line in enumerate(lines) if isinstance(line, Heading)), len(lines))
    text = next((at for at, line in enumerate(lines) if at > first and isinstance(line, Block)), len(lines))
    seen: dict[tuple[str, str, str], int] = {}
    for at, line in enumerate(lines[first:text], first):
        if isinstance(line, Heading) and line.kind in _OF_A_REPORT:
            name = (line.kind, line.label, key(line.title))
            if name in seen:
                return lines[:first] + lines[at:]
            seen[name] = at
    return lines


def _notes_below_heading(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Put notes that stand above the first heading, and nothing with them, below it."""
    first = next((at for at, line in enumerate(lines) if isinstance(line, Heading)), 0)
    above = lines[:first]
    if all(isinstance(line, Block) and is_note(line.text) for line in above):
        return (*lines[first : first + 1], *above, *lines[first + 1 :])
    return lines


def _from_first_section(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Leave out what an article has above the report, but not an introduction that has no heading."""
    first = next((at for at, x in enumerate(lines) if isinstance(x, Heading) and x.kind in _OF_A_REPORT), 0)
    opening = lines[first]
    if isinstance(opening, Heading) and opening.kind == "summary":
        return lines[first:]
    introduction = tuple(x for x in lines[:first] if isinstance(x, Block) and len(x.text) >= _SHORTEST_INTRODUCTION)
    return introduction + lines[first:]


def _limited(warnings: tuple[str, ...]) -> tuple[str, ...]:
    if len(warnings) <= _MOST_WARNINGS:
        return warnings
    return (
        *warnings[:_MOST_WARNINGS],
        f"{BOUNDARY}{len(warnings) - _MOST_WARNINGS} more headings are not as expected.",
    )
