"""The view of one topic in many countries over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.terminal.blocks import LEVEL_MARKS
from hrreport.terminal.document import Column, Document, Table, TextBlock, cells
from hrreport.terminal.groups import WIDE, group_heads, group_sources
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.values import dataclass
from hrreport.wording.changes import PER, format_rate
from hrreport.wording.treatments import LEVELS, countries_counted, level_of, mention_mark, sign_of_level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.edition_matrix import GroupTrend
    from hrreport.model.topic_reading import TopicReading
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import Line
    from hrreport.wording.changes import Names

_NAMES = 20
"""Columns in which any name can be set without breaking a word."""
_GAP = 2
"""Columns between the columns of a table."""


def group_trend_view(trend: GroupTrend, names: Names) -> Document:
    """Return a line for each country: the mark of each edition, sentences on abuses, and their rates.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    span = f"{trend.years[0]}–{trend.years[-1]}" if len(trend.years) > 1 else str(trend.years[0])
    heading = f"{trend.topic.name}, {trend.group.name} {span}: {countries_counted(len(trend.series))}"
    reports = [each.report for series in trend.series for each in series.reports]
    settings: list[Setting] = [*group_heads(heading, reports, trend.cautions, trend.gaps, names=names), TextBlock(())]
    titles = (f"{'│ ' if year in trend.borders else ''}{year}" for year in trend.years)
    rows = [cells("", *titles, style="faint")]
    for series in trend.series:
        read = {each.report.id.year: each.readings[0] for each in series.reports}
        points = (_point(read.get(year), border=year in trend.borders) for year in trend.years)
        rows.append((*cells(names.get(series.country, series.country)), *points))
    settings.append(_YearBands(trend, tuple(rows)))
    words = (
        f"Sentences reporting abuses, in brackets {PER} of the topic's text; │: the outline changes; blank: not here."
    )
    if any(each.readings[0].mentions for series in trend.series for each in series.reports):
        words += " In brackets with ¶: paragraphs elsewhere in the report that hold the topic's words."
    settings.append(_hint(words))
    shown = dict.fromkeys(level_of(each.readings[0]) for series in trend.series for each in series.reports)
    settings += [
        TextBlock((StyledSpan(LEVELS[each], "faint"),), (LEVEL_MARKS[each],), 2) for each in LEVELS if each in shown
    ]
    years = f"{trend.years[0]}-{trend.years[-1]}"
    settings.append(_hint(f"One country in full: hrreport trend COUNTRY --topic {trend.topic.id} --years {years}."))
    return Document((*settings, *group_sources(reports, names)), measure=WIDE)


def _hint(words: str) -> TextBlock:
    return TextBlock((clean_span(words, "faint"),), above=1)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _YearBands:
    """A table of countries by editions, the editions in as many bands below each other as the width asks for.

    A band has the countries that have a report of one of its editions here.
    """

    trend: GroupTrend
    rows: tuple[tuple[TextBlock, ...], ...]
    """The first with the years; in each row the name first."""

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield the lines of the bands; no band is wider than the page, and no name is broken within a word."""
        for n, band in enumerate(self._bands(width, spell)):
            yield from [[]] if n else ()
            columns = (Column(flexible=True), *(_column(border=self._is_border(place)) for place in band))
            rows = tuple((row[0], *(row[place] for place in band)) for row in (self.rows[0], *self._held_in(band)))
            yield from Table(columns, rows, gap=_GAP).lines(width, spell)

    def _is_border(self, place: int) -> bool:
        return self.trend.years[place - 1] in self.trend.borders

    def _held_in(self, band: list[int]) -> Iterator[tuple[TextBlock, ...]]:
        """Yield the rows of the countries that have a report of one of these editions."""
        years = {self.trend.years[place - 1] for place in band}
        for series, row in zip(self.trend.series, self.rows[1:], strict=True):
            if not years.isdisjoint(each.report.id.year for each in series.reports):
                yield row

    def _bands(self, width: int, spell: Callable[[str], str]) -> Iterator[list[int]]:
        """Yield the places of the editions that fit beside the names, oldest first."""
        free = width - min(max(row[0].natural(spell) for row in self.rows), _NAMES)
        band: list[int] = []
        taken = 0
        for place in range(1, len(self.trend.years) + 1):
            wide = _GAP + max(row[place].natural(spell) for row in self.rows)
            if band and taken + wide > free:
                yield band
                band, taken = [], 0
            band.append(place)
            taken += wide
        yield band


def _column(*, border: bool) -> Column:
    return Column("left" if border else "right")  # the line of a border stands straight


def _point(reading: TopicReading | None, *, border: bool) -> TextBlock:
    before = (StyledSpan("│ ", "faint"),) if border else ()
    if reading is None:
        return TextBlock((*before, StyledSpan("")))
    level = level_of(reading)
    mark = LEVEL_MARKS[level]._replace(text=sign_of_level(reading))
    if not reading.measure.sentences:
        return TextBlock((*before, mark, StyledSpan(mention_mark(reading), "faint")))
    abuses = reading.measure.of_kind(Kind.ABUSE)
    share = format_rate(rate(abuses, reading.measure.characters))
    return TextBlock((*before, mark, StyledSpan(f" {abuses:,} ({share})")))
