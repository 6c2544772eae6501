"""The view of one topic in many countries over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.terminal.document import Column, Document, Table, TextBlock
from hrreport.terminal.groups import (
    LEVEL_MARKS,
    WIDE,
    group_heads,
    group_sources,
    hint,
    plain_cells,
)
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import PER, format_rate
from hrreport.wording.treatments import LEVELS, countries_counted, level_of, sign_of_level

if TYPE_CHECKING:
    from hrreport.model.edition_matrix import GroupTrend
    from hrreport.model.topic_reading import TopicReading
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names


def group_trend_view(trend: GroupTrend, names: Names) -> Document:
    """Return a line for each country: the mark of each edition, sentences on abuses, and their rates.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    span = f"{trend.years[0]}–{trend.years[-1]}" if len(trend.years) > 1 else str(trend.years[0])
    heading = f"{trend.topic.name}, {trend.group.name} {span}: {countries_counted(len(trend.series))}"
    reports = [each.report for series in trend.series for each in series.reports]
    settings: list[Setting] = [*group_heads(heading, reports, trend.cautions, trend.gaps, names), TextBlock(())]
    columns = (Column(flexible=True), *(Column("right") for _ in trend.years))
    rows = [plain_cells(("", *(f"{'│ ' if year in trend.borders else ''}{year}" for year in trend.years)), "faint")]
    for series in trend.series:
        read = {each.report.id.year: each.readings[0] for each in series.reports}
        cells = (_point(read.get(year), border=year in trend.borders) for year in trend.years)
        rows.append((TextBlock((clean_span(names.get(series.country, series.country)),)), *cells))
    settings.append(Table(columns, tuple(rows), room=20))
    words = (
        f"Sentences reporting abuses, in brackets {PER} of the topic's text; │: the outline changes; blank: not here."
    )
    settings.append(hint(words))
    shown = dict.fromkeys(level_of(each.readings[0]) for series in trend.series for each in series.reports)
    settings += [
        TextBlock((StyledSpan(LEVELS[each], "faint"),), (LEVEL_MARKS[each],), 2) for each in LEVELS if each in shown
    ]
    years = f"{trend.years[0]}-{trend.years[-1]}"
    settings.append(hint(f"One country in full: hrreport trend COUNTRY --topic {trend.topic.id} --years {years}."))
    return Document((*settings, *group_sources(reports, names)), measure=WIDE)


def _point(reading: TopicReading | None, *, border: bool) -> TextBlock:
    before = (StyledSpan("│ ", "faint"),) if border else ()
    if reading is None:
        return TextBlock((*before, StyledSpan("")))
    level = level_of(reading)
    mark = LEVEL_MARKS[level]._replace(text=sign_of_level(reading))
    if not reading.measure.sentences:
        return TextBlock((*before, mark))
    abuses = reading.measure.of_kind(Kind.ABUSE)
    share = format_rate(rate(abuses, reading.measure.characters))
    return TextBlock((*before, mark, StyledSpan(f" {abuses:,} ({share})")))
