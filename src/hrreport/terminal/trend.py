"""The view of one country over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells
from hrreport.terminal.parts import legend, mark
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import PER, STANDINGS
from hrreport.wording.reports import counted
from hrreport.wording.trends import OF_TOPIC, abuse_rate, measure_counts, topic_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hrreport.model.topic_reading import Standing, TopicReading
    from hrreport.model.trend import Trend, TrendPoint, TrendRow
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import Line
    from hrreport.wording.changes import Names

WIDE = 120
_BARS = "▁▂▃▄▅▆▇█"
_BAR_WIDTH = 16
_POINTS = (
    Column(), Column("right"), Column(flexible=True), Column("right"), Column("right", dispensable=True),
    Column("right"), Column("right"), Column("right", dispensable=True), Column("right", dispensable=True),
    Column("right", dispensable=True), Column(dispensable=True),
)  # fmt: skip
_MARKED = (Column(flexible=True), Column(), Column(dispensable=True))
_TOLD = (
    Column(), Column(), Column(dispensable=True), Column(flexible=True), Column("right"), Column("right"),
    Column("right"), Column("right", dispensable=True), Column("right", dispensable=True),
    Column("right", dispensable=True), Column("right", dispensable=True),
)  # fmt: skip
"""Mark, year, sections, assessment in words, then what is counted."""
_STANDING: dict[Standing, StyledSpan] = {
    "wider": StyledSpan("↑", "faint"),
    "narrower": StyledSpan("↓", "faint"),
    "unused": StyledSpan(" "),
    "none": StyledSpan("–", "faint"),
}


class _Strip(TextBlock):
    """One column for each edition: never wrapped, blanks kept."""

    __slots__ = ()

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:  # noqa: ARG002  a strip is as wide as it is
        """Yield its one line."""
        yield [StyledSpan(spell(text), style) for text, style in self.body]


def trend_view(trend: Trend, names: Names) -> Document:
    """Return lengths, counts and rates edition by edition, then each topic's marks and a small chart.

    A topic that was asked for has its own counts and rates besides, edition by edition. Where the
    outline changes, a line stands between the editions.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    years = [point.report.id.year for point in trend.points]
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])
    heading = f"{names.get(trend.country, trend.country)} {span}, {counted(len(years), 'edition')}"
    reports = [point.report for point in trend.points]
    settings: list[Setting] = [*heads(heading, reports, trend.cautions, names, trend.gaps)]
    settings += [TextBlock(()), _editions(trend.points), TextBlock(())]
    settings += [TextBlock((clean_span("Topics", "strong"),)), Table(_MARKED, tuple(_topics(trend)), room=24)]
    if trend.chosen:
        settings += [each for row in trend.rows for each in _followed(row, trend.points)]
    shown = [cell.assessment for row in trend.rows for cell in row.cells]
    return Document((*settings, *legend(shown), *_notes(trend)), measure=WIDE)


def _editions(points: Sequence[TrendPoint]) -> Table:
    rows = [cells("", "Year", "Outline", "Characters", "Sentences", "Abuses", "rate", "Figures", "rate", "Sources", "",
                   style="faint")]  # fmt: skip
    longest = max(point.measure.characters for point in points)
    for point in points:
        bar = "█" * round(_BAR_WIDTH * point.measure.characters / longest) if longest else ""
        border = "┄" if point.border else ""
        year, outline = str(point.report.id.year), point.outline or "not known"
        counts = cells(border, year, outline, *measure_counts(point.measure))
        rows.append((*counts, *cells(bar, style="faint")))
    return Table(_POINTS, tuple(rows), room=9)


def _topics(trend: Trend) -> Iterator[tuple[TextBlock, ...]]:
    for place in (0, 1):
        digits = [StyledSpan(f"{point.report.id.year % 100:02d}"[place], "faint") for point in trend.points]
        title = ("Abuses, rate", "by edition")[place]
        yield TextBlock(()), _Strip(tuple(_spaced(digits, trend.points))), TextBlock((StyledSpan(title, "faint"),))
    for row in trend.rows:
        shown = [_shown(cell) for cell in row.cells]
        chart = tuple(_spaced(_sparkline(row), trend.points, ""))
        yield TextBlock((clean_span(row.name),)), _Strip(tuple(_spaced(shown, trend.points))), _Strip(chart)


def _followed(row: TrendRow, points: tuple[TrendPoint, ...]) -> Iterator[Setting]:
    """Yield what each edition says on a topic: where, its assessment, counts and rates of its own text."""
    yield TextBlock((clean_span(row.name, "strong"),), above=1)
    head = ("", "Year", "§", "", "Characters", "Sentences", "Abuses", "rate", "Figures", "rate", "Sources")
    rows = [cells(*head, style="faint")]
    for cell, each in zip(row.cells, topic_counts(row, points), strict=True):
        rows.append((TextBlock((_shown(cell),)), *cells(each.year, each.places, each.assessment, *each.counts)))
    yield Table(_TOLD, tuple(rows), room=20)


def _shown(cell: TopicReading) -> StyledSpan:
    return mark(cell.assessment) if cell.standing == "own" else _STANDING[cell.standing]


def _spaced(spans: Iterable[StyledSpan], points: Sequence[TrendPoint], gap: str = " ") -> Iterator[StyledSpan]:
    """Yield what stands for each edition, with a line where the outline changes."""
    for place, (span, point) in enumerate(zip(spans, points, strict=True)):
        if place:
            yield StyledSpan("│" if point.border else gap, "faint")
        yield span


def _sparkline(row: TrendRow) -> Iterator[StyledSpan]:
    """Yield a bar for each edition: sentences that report abuses, per 10,000 characters of the topic's text."""
    rates = [abuse_rate(cell) for cell in row.cells]
    most = max((each for each in rates if each), default=0.0)
    for each in rates:
        if each is None:
            yield StyledSpan(" ")
        else:
            yield StyledSpan(_BARS[min(int(each / most * len(_BARS)), len(_BARS) - 1)] if most else _BARS[0], "key")


def _notes(trend: Trend) -> Iterator[Setting]:
    for standing, sign in _STANDING.items():
        words = STANDINGS[standing] if sign.text != " " else f"blank: {STANDINGS[standing]}"
        yield TextBlock((StyledSpan(words, "faint"),), (sign,), 2)
    yield TextBlock((StyledSpan("the outline changes here", "faint"),), (StyledSpan("│", "faint"),), 2)
    whose = "rates of the editions" if trend.chosen else "rates"
    words = f"Of topics, bars{' and rates' if trend.chosen else ''} are {OF_TOPIC}; bars reach to each topic's highest."
    yield TextBlock((StyledSpan(f"{whose.capitalize()} are {PER} of the whole report. {words}", "faint"),))
