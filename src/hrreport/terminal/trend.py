"""The view of one country over the editions.

A strip of marks and a small chart beside each topic are in place of the words and the picture of the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells, text_block
from hrreport.terminal.parts import legend, mark
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan
from hrreport.wording.changes import PER, STANDINGS, edition_span
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
_EDITIONS = (
    Column(), Column("right"), Column(flexible=True), Column("right"), Column("right", dispensable=True),
    Column("right"), Column("right"), Column("right", dispensable=True), Column("right", dispensable=True),
    Column("right", dispensable=True), Column(dispensable=True),
)  # fmt: skip
_TOPICS = (Column(flexible=True), Column(), Column(dispensable=True))
_TOPIC = (
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
    outline changes, a line is between the editions.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    years = [point.report.id.year for point in trend.points]
    name = names.get(trend.country, trend.country)
    heading = f"{name} {edition_span(years)}, {counted(len(years), 'edition')}"
    reports = [point.report for point in trend.points]
    settings: list[Setting] = [*heads(heading, reports, trend.cautions, names, trend.gaps)]
    settings += [TextBlock(()), _editions(trend.points), TextBlock(())]
    settings += [text_block("Topics", "strong"), Table(_TOPICS, tuple(_topics(trend)), room=24)]
    if trend.chosen:
        settings += [each for row in trend.rows for each in _topic(row, trend.points)]
    shown = [cell.assessment for row in trend.rows for cell in row.cells]
    return Document((*settings, *legend(shown), *_notes(trend)), measure=WIDE)


def _editions(points: Sequence[TrendPoint]) -> Table:
    rows = [cells("", "Year", "Outline", "Characters", "Sentences", "Abuses", "rate", "Figures", "rate", "Sources", "",
                   style="faint")]  # fmt: skip
    longest = max(point.measure.characters for point in points)
    for point in points:
        bar = "█" * round(16 * point.measure.characters / longest) if longest else ""
        head = ("┄" if point.border else "", str(point.report.id.year), point.outline or "not known")
        rows.append((*cells(*head, *measure_counts(point.measure)), *cells(bar, style="faint")))
    return Table(_EDITIONS, tuple(rows), room=9)


def _topics(trend: Trend) -> Iterator[tuple[TextBlock, ...]]:
    for place, title in enumerate(("Abuses, rate", "by edition")):
        digits = (StyledSpan(f"{point.report.id.year % 100:02d}"[place], "faint") for point in trend.points)
        yield TextBlock(()), _strip(digits, trend.points), text_block(title, "faint")
    for row in trend.rows:
        chart = _strip(_sparkline(row), trend.points, "")
        yield text_block(row.name), _strip(map(_sign, row.cells), trend.points), chart


def _topic(row: TrendRow, points: tuple[TrendPoint, ...]) -> Iterator[Setting]:
    """Yield what each edition says on a topic: where, its assessment, counts and rates of its own text."""
    yield text_block(row.name, "strong", above=1)
    head = ("", "Year", "§", "", "Characters", "Sentences", "Abuses", "rate", "Figures", "rate", "Sources")
    rows = [cells(*head, style="faint")]
    for cell, each in zip(row.cells, topic_counts(row, points), strict=True):
        rows.append((TextBlock((_sign(cell),)), *cells(each.year, each.places, each.assessment, *each.counts)))
    yield Table(_TOPIC, tuple(rows), room=20)


def _sign(cell: TopicReading) -> StyledSpan:
    return mark(cell.assessment) if cell.standing == "own" else _STANDING[cell.standing]


def _strip(spans: Iterable[StyledSpan], points: Sequence[TrendPoint], gap: str = " ") -> _Strip:
    """Return a span for each edition, with a line where the outline changes."""
    body: list[StyledSpan] = []
    for span, point in zip(spans, points, strict=True):
        body += [StyledSpan("│" if point.border else gap, "faint")] if body else []
        body.append(span)
    return _Strip(tuple(body))


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
    whose = "Rates of the editions" if trend.chosen else "Rates"
    bars = "bars and rates" if trend.chosen else "bars"
    words = f"Of topics, {bars} are {OF_TOPIC}; bars reach to each topic's highest."
    yield text_block(f"{whose} are {PER} of the whole report. {words}", "faint")
