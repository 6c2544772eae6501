"""Trend and matrix: reports beside each other, as tables with a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    PictureBlock,
    ProseBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    runs,
)
from hrreport.views.chart import MATRIX_CAPTION, matrix_svg, matrix_title, trend_svg, trend_title
from hrreport.views.heads import document_on
from hrreport.wording.changes import PER, STANDINGS, format_rate, numbers_of, title
from hrreport.wording.reports import assessed_or_not, counted, degree, figure_words
from hrreport.wording.trends import COUNTED, OF_TOPIC, abuse_rate, measure_counts, topic_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.matrix import Cell, Matrix
    from hrreport.model.topic_reading import TopicReading
    from hrreport.model.trend import Trend, TrendPoint, TrendRow
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator], str]

NO_HEADING = "no heading"
MOST_WORDS = 60
"""A longer sentence is named in a matrix, and not cut."""
_WIDE, _LONG = 4, 6
"""A table with more columns than these beside its first, and more rows, is set on a page turned on its side."""


def cells_of(words: Iterable[str]) -> tuple[TableCell, ...]:
    """Return plain words as the cells of a row."""
    return tuple(TableCell((runs(fold(one)),) if one else ()) for one in words)


def matrix_document(matrix: Matrix, names: Names, *, cite: Cite | None = None) -> BlockDocument:
    """Return topics by reports: assessment, key figure, first key finding, and where it is.

    Args:
        matrix: The reports beside each other.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a sentence; without it its place alone is shown.
    """
    which = tuple(title(report, names) for report in matrix.reports)
    abuses = [(m.of_kind(Kind.ABUSE), m.characters) for m in matrix.measures]
    shares = (f"{count:,} ({format_rate(rate(count, length))})" for count, length in abuses)
    rows = [
        TableRow(cells_of(("Characters", *(f"{m.characters:,}" for m in matrix.measures)))),
        TableRow(cells_of((f"Sentences reporting abuses ({PER})", *shares))),
    ]
    rows += [
        TableRow(
            (
                *cells_of((row.name,)),
                *(_matrix_cell(cell, one.id, cite) for cell, one in zip(row.cells, matrix.reports, strict=True)),
            )
        )
        for row in matrix.rows
        if any(cell.measure.sentences for cell in row.cells)
    ]
    columns = (TableColumn(width=0.8), *(TableColumn(name) for name in which))
    table = TableBlock(columns, tuple(rows), wide=len(which) > _WIDE)
    picture = PictureBlock(matrix_svg(matrix, names), matrix_title(matrix), MATRIX_CAPTION)
    blocks: list[AnyBlock] = [
        HeadingBlock(1, "Overview", "overview"),
        picture,
        HeadingBlock(1, "Topics", "topics"),
        table,
    ]
    return document_on(
        ", ".join(which), matrix.reports, blocks, names=names, cautions=matrix.cautions, gaps=matrix.gaps
    )


def _matrix_cell(cell: Cell, report: ReportId, cite: Cite | None) -> TableCell:
    if not cell.places:
        return TableCell((runs(TextRun(NO_HEADING, ("small",))),))
    finding = cell.finding
    where = str(finding.locator) if finding else f"§ {numbers_of(cell.places)}"
    lines = [runs(TextRun(assessed_or_not(cell.assessment, cell.measure.sentences), ("strong",)))]
    lines += [runs(fold(figure_words(cell.figure)))] if cell.figure else []
    if finding:
        number = len(finding.text.split())
        lines.append(
            runs(
                TextRun(fold(finding.text), ("quoted",)) if number <= MOST_WORDS else f"[a sentence of {number} words]"
            )
        )
    lines.append(runs(TextRun(where, ("pinpoint",))))
    lines += [runs(TextRun(fold(cite(report, finding.locator)), ("small",)))] if cite and finding else []
    return TableCell(tuple(lines), degree(cell.assessment))


EDITIONS = ("Year", "Outline", "Characters", "Sentences", "Reporting abuses", PER, "Figures", PER, "Naming a source")
"""What is counted in each edition."""


def trend_document(trend: Trend, names: Names) -> BlockDocument:
    """Return one country over the editions: a chart, lengths, counts and rates, then each topic's assessments.

    Args:
        trend: The country over the editions.
        names: Names of countries as shown to readers, by slug.
    """
    points = trend.points
    blocks: list[AnyBlock] = [
        HeadingBlock(1, "Length and abuses reported", "chart"),
        PictureBlock(trend_svg(trend, names), trend_title(trend, names)),
        HeadingBlock(1, "Editions", "editions"),
        _counts(EDITIONS, 2, ((_edition(point), point.border) for point in points)),
        ProseBlock(runs(f"Below, in brackets: sentences reporting abuses {OF_TOPIC}."), small=True),
        HeadingBlock(1, "Topics", "topics"),
        _topics(trend),
    ]
    if trend.chosen:
        for row in trend.rows:
            blocks += _followed(row, points)
    name = names.get(trend.country, trend.country)
    return document_on(
        f"{name}, {counted(len(points), 'edition')}",
        [point.report for point in points],
        blocks,
        names=names,
        cautions=trend.cautions,
        gaps=trend.gaps,
    )


def _counts(names: tuple[str, ...], words: int, rows: Iterable[tuple[Iterable[str], bool]]) -> TableBlock:
    """Return a table of numbers, the first `words` columns of it words; marked rows are where the outline changes."""
    topic_counts = [(tuple(cells), "border" if border else "") for cells, border in rows]
    widest = [
        max(len(word) for cell in column for word in cell.split())
        for column in zip(names, *(c for c, _ in topic_counts), strict=True)
    ]
    columns = tuple(
        TableColumn(name, "start" if n < words else "end", wide + 3)
        for n, (name, wide) in enumerate(zip(names, widest, strict=True))
    )
    return TableBlock(columns, tuple(TableRow(cells_of(cells), tone) for cells, tone in topic_counts))


def _edition(point: TrendPoint) -> tuple[str, ...]:
    outline = (point.outline or "not known") + (" (changed)" if point.border else "")
    return (str(point.report.id.year), outline, *measure_counts(point.measure))


def _topics(trend: Trend) -> TableBlock:
    years = [f"{p.report.id.year}{' (outline changed)' if p.border else ''}" for p in trend.points]
    rows = (TableRow((*cells_of((row.name,)), *map(_trend_cell, row.cells))) for row in trend.rows)
    columns = (TableColumn("Topic", width=1.4), *map(TableColumn, years))
    return TableBlock(columns, tuple(rows), wide=len(years) > _WIDE and len(trend.rows) > _LONG)


def _trend_cell(cell: TopicReading) -> TableCell:
    if cell.standing != "own":
        return TableCell((runs(STANDINGS[cell.standing]),))
    abuses = cell.measure.of_kind(Kind.ABUSE)
    lines = [runs(assessed_or_not(cell.assessment, cell.measure.sentences))]
    if cell.measure.sentences:
        share = f"{abuses} of {counted(cell.measure.sentences, 'sentence')} ({format_rate(abuse_rate(cell))})"
        lines.append(runs(TextRun(share, ("small",))))
    return TableCell(tuple(lines), degree(cell.assessment))


def _followed(row: TrendRow, points: tuple[TrendPoint, ...]) -> Iterator[AnyBlock]:
    """Yield what each edition says on a topic: where, its assessment, counts and rates of its own text."""
    head = ("Year", "Sections", "Assessment", *(OF_TOPIC if name == "rate" else name for name in COUNTED))
    yield HeadingBlock(2, fold(row.name), f"topic-{row.topic}")
    rows = zip(topic_counts(row, points), points, strict=True)
    yield _counts(
        head, 3, (((each.year, each.places, each.assessment, *each.counts), point.border) for each, point in rows)
    )
