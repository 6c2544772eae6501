"""Editions after each other, as charts and tables: one country, or one topic in many countries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    PictureBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    cells_of,
    runs,
    small_note,
)
from hrreport.views.chart import trend_svg, trend_title
from hrreport.views.groups_chart import group_trend_svg, tallest, trend_of_group_title
from hrreport.views.heads import document_on, group_document
from hrreport.views.matrix import WIDE
from hrreport.wording.changes import PER, STANDINGS, edition_span, format_rate
from hrreport.wording.reports import assessed_or_not, counted, degree
from hrreport.wording.treatments import countries_counted, level_words
from hrreport.wording.trends import COUNTED, OF_TOPIC, abuse_rate, measure_counts, topic_counts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from hrreport.model.edition_matrix import GroupTrend
    from hrreport.model.topic_reading import TopicReading
    from hrreport.model.trend import Trend
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

_LONG = 6
"""A wide table with more rows than these is set on a page turned on its side."""
_ON_PAGE = 40
"""Charts of countries in one picture."""
EDITIONS = ("Year", "Outline", "Characters", "Sentences", "Reporting abuses", PER, "Figures", PER, "Naming a source")
"""What is counted in each edition."""


def trend_document(trend: Trend, names: Names) -> BlockDocument:
    """Return one country over the editions: a chart, lengths, counts and rates, then each topic's assessments.

    Args:
        trend: The country over the editions.
        names: Names of countries as shown to readers, by slug.
    """
    points, borders = trend.points, [point.border for point in trend.points]
    years = [point.report.id.year for point in points]
    editions = (
        (
            str(point.report.id.year),
            (point.outline or "not known") + " (changed)" * point.border,
            *measure_counts(point.measure),
        )
        for point in points
    )
    topics = (TableRow((*cells_of((row.name,)), *map(_trend_cell, row.cells))) for row in trend.rows)
    wide = len(years) > WIDE and len(trend.rows) > _LONG
    blocks: list[AnyBlock] = [
        HeadingBlock(1, "Length and abuses reported", "chart"),
        PictureBlock(trend_svg(trend, names), trend_title(trend, names)),
        HeadingBlock(1, "Editions", "editions"),
        _counts(EDITIONS, 2, editions, borders),
        small_note(f"Below, in brackets: sentences reporting abuses {OF_TOPIC}."),
        HeadingBlock(1, "Topics", "topics"),
        TableBlock(_edition_columns("Topic", 1.4, years, borders), tuple(topics), wide=wide),
    ]
    if trend.chosen:
        head = ("Year", "Sections", "Assessment", *(OF_TOPIC if name == "rate" else name for name in COUNTED))
        for row in trend.rows:
            rows = ((each.year, each.places, each.assessment, *each.counts) for each in topic_counts(row, points))
            blocks += [HeadingBlock(2, fold(row.name), f"topic-{row.topic}"), _counts(head, 3, rows, borders)]
    return document_on(
        f"{names.get(trend.country, trend.country)}, {counted(len(points), 'edition')}",
        [point.report for point in points],
        blocks,
        names=names,
        cautions=trend.cautions,
        gaps=trend.gaps,
    )


def _edition_columns(
    first: str, width: float, years: Collection[int], borders: Iterable[bool]
) -> tuple[TableColumn, ...]:
    """Return a first column, and one for each edition, which says where the outline changes."""
    titles = (f"{year}{' (outline changed)' * border}" for year, border in zip(years, borders, strict=True))
    return (TableColumn(first, width=width), *map(TableColumn, titles))


def _counts(names: tuple[str, ...], words: int, rows: Iterable[tuple[str, ...]], borders: Iterable[bool]) -> TableBlock:
    """Return a table of numbers, the first `words` columns of it words; marked rows are where the outline changes."""
    cells = tuple(rows)
    widest = [max(len(word) for cell in column for word in cell.split()) for column in zip(names, *cells, strict=True)]
    columns = tuple(
        TableColumn(name, "start" if n < words else "end", wide + 3)
        for n, (name, wide) in enumerate(zip(names, widest, strict=True))
    )
    tones = ("border" if border else "" for border in borders)
    return TableBlock(columns, tuple(map(TableRow, map(cells_of, cells), tones)))


def _trend_cell(cell: TopicReading) -> TableCell:
    if cell.standing != "own":
        return TableCell((runs(STANDINGS[cell.standing]),))
    lines = [runs(assessed_or_not(cell.assessment, cell.measure.sentences))]
    if cell.measure.sentences:
        abuses = cell.measure.of_kind(Kind.ABUSE)
        share = f"{abuses} of {counted(cell.measure.sentences, 'sentence')} ({format_rate(abuse_rate(cell))})"
        lines.append(runs(TextRun(share, ("small",))))
    return TableCell(tuple(lines), degree(cell.assessment))


# -- one topic in many countries --------------------------------------------------------------


def group_trend_document(trend: GroupTrend, names: Names) -> BlockDocument:
    """Return small charts of one topic in many countries, and the counts that they show.

    Args:
        trend: The topic.
        names: Names of countries as shown to readers, by slug.
    """
    rows = []
    for series in trend.series:
        readings = {each.report.id.year: each.readings[0] for each in series.reports}
        cells = (_describe_reading(readings.get(year)) for year in trend.years)
        rows.append(TableRow(cells_of((names.get(series.country, series.country), *cells))))
    highest = tallest(trend)
    pictures = []
    for first in range(0, len(trend.series), _ON_PAGE):
        part = replace(trend, series=trend.series[first : first + _ON_PAGE])
        svg = group_trend_svg(part, names, highest=highest)
        pictures.append(PictureBlock(svg, trend_of_group_title(trend, highest)))
    columns = _edition_columns("Country", 1.5, trend.years, [year in trend.borders for year in trend.years])
    blocks: list[AnyBlock] = [
        HeadingBlock(1, "Charts"),
        *pictures,
        HeadingBlock(1, "Country by country"),
        TableBlock(columns, tuple(rows), wide=len(trend.years) > WIDE),
        small_note(f"Sentences reporting abuses of those on the topic; in brackets {OF_TOPIC}."),
    ]
    span = f"{trend.group.name} {edition_span(trend.years)}"
    heading = f"{trend.topic.name}, {span}: {countries_counted(len(trend.series))}"
    reports = [each.report for series in trend.series for each in series.reports]
    return group_document(heading, reports, blocks, trend, names)


def _describe_reading(reading: TopicReading | None) -> str:
    if reading is None:
        return "not in the library"
    words = level_words(reading)
    if not reading.measure.sentences:
        return words
    abuses = reading.measure.of_kind(Kind.ABUSE)
    share = format_rate(rate(abuses, reading.measure.characters))
    return f"{words}: {abuses:,} of {counted(reading.measure.sentences, 'sentence')} ({share})"
