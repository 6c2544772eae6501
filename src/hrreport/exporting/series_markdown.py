"""Markdown: several reports beside each other, over the editions, and passages compiled from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting import commonmark
from hrreport.exporting.elsewhere import elsewhere_markdown
from hrreport.exporting.report_heads import page, table
from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.wording.changes import PER, STANDINGS, format_rate, numbers_of, title
from hrreport.wording.reports import assessed_or_not, counted, figure_words
from hrreport.wording.trends import COUNTED, OF_TOPIC, topic_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.matrix import Cell, Chapter, Compilation, Entry, Matrix
    from hrreport.model.trend import Trend, TrendCell, TrendRow
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator], str]

NO_HEADING = "no heading"


def matrix_markdown(matrix: Matrix, names: Names) -> str:
    """Return topics by reports: assessment, key figure or first key finding, and where it stands.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    which = tuple(title(report, names) for report in matrix.reports)
    abuses = [(m.of_kind(Kind.ABUSE), m.characters) for m in matrix.measures]
    rows = [
        ("Characters", *(f"{m.characters:,}" for m in matrix.measures)),
        (
            f"Sentences reporting abuses ({PER})",
            *(f"{count:,} ({format_rate(rate(count, length))})" for count, length in abuses),
        ),
    ]
    rows += [
        (f"**{commonmark.plain(row.name)}**", *(_cell(cell) for cell in row.cells))
        for row in matrix.rows
        if any(cell.measure.sentences for cell in row.cells)
    ]
    head = ("", *(commonmark.plain(name) for name in which))
    return page(", ".join(which), matrix.reports, matrix.cautions, names, [table(head, rows)], gaps=matrix.gaps)


def _cell(cell: Cell) -> str:
    if not cell.places:
        return NO_HEADING
    where = str(cell.finding.locator) if cell.finding else f"§ {numbers_of(cell.places)}"
    said = [assessed_or_not(cell.assessment, cell.measure.sentences)]
    said += [figure_words(cell.figure)] if cell.figure else []
    said += [cell.finding.text] if cell.finding else []
    return "<br>".join(commonmark.plain(words) for words in (*said, where))


def trend_markdown(trend: Trend, names: Names) -> str:
    """Return one country over the editions: lengths, counts and rates, then each topic's assessments.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    reports = [point.report for point in trend.points]
    heading = f"{names.get(trend.country, trend.country)}, {counted(len(reports), 'edition')}"
    head = ("Year", "Outline", "Characters", "Sentences", "Reporting abuses", PER, "Figures", PER, "Naming a source")
    rows = []
    for point in trend.points:
        measure = point.measure
        abuses = measure.of_kind(Kind.ABUSE)
        rows.append(
            (
                str(point.report.id.year),
                (point.outline or "not known") + (" (changed)" if point.border else ""),
                f"{measure.characters:,}",
                f"{measure.sentences:,}",
                f"{abuses:,}",
                format_rate(rate(abuses, measure.characters)),
                f"{measure.figures:,}",
                format_rate(rate(measure.figures, measure.characters)),
                f"{measure.sources:,}",
            )
        )
    years = [f"{p.report.id.year}{' (outline changed)' if p.border else ''}" for p in trend.points]
    topics = [(commonmark.plain(row.name), *(_trend_cell(cell) for cell in row.cells)) for row in trend.rows]
    blocks = ["## Editions", table(head, rows, right=range(2, 9)), "## Topics", table(("Topic", *years), topics)]
    if trend.chosen:
        blocks += [block for row in trend.rows for block in _followed(row, trend)]
    return page(heading, reports, trend.cautions, names, blocks, gaps=trend.gaps)


def _followed(row: TrendRow, trend: Trend) -> Iterator[str]:
    """Yield what each edition says on a topic: where, its assessment, counts and rates of its own text."""
    yield f"### {commonmark.plain(row.name)}"
    head = ("Year", "Sections", "Assessment", *(OF_TOPIC if name == "rate" else name for name in COUNTED))
    rows = [
        (each.year, commonmark.plain(each.places), commonmark.plain(each.assessment), *each.counts)
        for each in topic_counts(row, trend.points)
    ]
    yield table(head, rows, right=range(3, 3 + len(COUNTED)))


def _trend_cell(cell: TrendCell) -> str:
    if cell.standing != "own":
        return STANDINGS[cell.standing]
    abuses = cell.measure.of_kind(Kind.ABUSE)
    said = assessed_or_not(cell.assessment, cell.measure.sentences)
    return f"{said} ({abuses} of {counted(cell.measure.sentences, 'sentence')})"


def compilation_markdown(compilation: Compilation, names: Names, *, cite: Cite | None = None) -> str:
    """Return chosen passages as a document: table of contents, then topic by topic, report by report.

    Every paragraph has its place before it and, where `cite` is given, its citation after it.

    Args:
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a paragraph.
    """
    heading = "Compiled passages: " + ", ".join(chapter.name for chapter in compilation.chapters)
    blocks = ["## Contents", "\n".join(_contents(compilation, names))]
    for chapter in compilation.chapters:
        blocks.append(f"## {commonmark.anchor(chapter.topic)}{commonmark.plain(chapter.name)}")
        for entry in chapter.entries:
            blocks += _entry(chapter, entry, names, cite)
    return page(heading, compilation.reports, compilation.cautions, names, blocks, gaps=compilation.gaps)


def _anchor(chapter: Chapter, entry: Entry) -> str:
    return f"{chapter.topic}-{entry.report.id.country}-{entry.report.id.year}"


def _contents(compilation: Compilation, names: Names) -> Iterator[str]:
    for chapter in compilation.chapters:
        yield f"- {commonmark.reference(chapter.name, chapter.topic)}"
        for entry in chapter.entries:
            paragraphs = sum(len(excerpt.paragraphs) for excerpt in entry.excerpts)
            link = commonmark.reference(title(entry.report, names), _anchor(chapter, entry))
            yield f"  - {link}: {counted(paragraphs, 'paragraph') if paragraphs else 'no passage'}"


def _entry(chapter: Chapter, entry: Entry, names: Names, cite: Cite | None) -> Iterator[str]:
    yield f"### {commonmark.anchor(_anchor(chapter, entry))}{commonmark.plain(title(entry.report, names))}"
    before: tuple[str, ...] = ()
    for excerpt in entry.excerpts:
        if excerpt.path != before:
            yield f"#### {commonmark.plain(' › '.join(excerpt.path))}"
        before = excerpt.path
        for paragraph in excerpt.paragraphs:
            place = excerpt.locate(paragraph)
            said = f"{commonmark.plain(str(place))} {commonmark.paragraph(paragraph)}"
            yield f"{said}\n\n> {commonmark.plain(cite(entry.report.id, place))}" if cite else said
    citing = (lambda place: cite(entry.report.id, place)) if cite else None
    yield from elsewhere_markdown(entry.elsewhere, whole=True, level=4, cite=citing)
