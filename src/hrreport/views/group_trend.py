"""One topic in many countries over several editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.views.blocks import HeadingBlock, PictureBlock, ProseBlock, TableBlock, TableColumn, TableRow, runs
from hrreport.views.groups import group_document
from hrreport.views.groups_chart import group_trend_svg, tallest, trend_of_group_title
from hrreport.views.series import cells_of
from hrreport.wording.changes import format_rate
from hrreport.wording.reports import counted
from hrreport.wording.treatments import countries_counted, level_words
from hrreport.wording.trends import OF_TOPIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.edition_matrix import GroupTrend
    from hrreport.model.topic_reading import TopicReading
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

_ON_PAGE = 40
"""Charts in one picture."""


def group_trend_document(trend: GroupTrend, names: Names) -> BlockDocument:
    """Return small charts of one topic in many countries, and the counts that they show.

    Args:
        trend: The topic.
        names: Names of countries as shown to readers, by slug.
    """
    columns = (
        TableColumn("Country", width=1.5),
        *(TableColumn(f"{year}{' (outline changed)' if year in trend.borders else ''}") for year in trend.years),
    )
    rows = []
    for series in trend.series:
        read = {each.report.id.year: each.readings[0] for each in series.reports}
        cells = (_trend_words(read.get(year)) for year in trend.years)
        rows.append(TableRow(cells_of((names.get(series.country, series.country), *cells))))
    blocks: list[AnyBlock] = [
        HeadingBlock(1, "Charts"),
        *_pictures(trend, names),
        HeadingBlock(1, "Country by country"),
        TableBlock(columns, tuple(rows), wide=len(trend.years) > 4),  # noqa: PLR2004  columns of a page
        ProseBlock(runs(f"Sentences reporting abuses of those on the topic; in brackets {OF_TOPIC}."), small=True),
    ]
    years = f"{trend.years[0]}–{trend.years[-1]}" if len(trend.years) > 1 else str(trend.years[0])
    heading = f"{trend.topic.name}, {trend.group.name} {years}: {countries_counted(len(trend.series))}"
    reports = [each.report for series in trend.series for each in series.reports]
    return group_document(heading, reports, blocks, trend, names)


def _pictures(trend: GroupTrend, names: Names) -> Iterator[PictureBlock]:
    """Yield the charts, so many in a picture as a page has room for, all on one scale."""
    highest = tallest(trend)
    for first in range(0, len(trend.series), _ON_PAGE):
        some = replace(trend, series=trend.series[first : first + _ON_PAGE])
        yield PictureBlock(group_trend_svg(some, names, highest=highest), trend_of_group_title(trend, highest))


def _trend_words(reading: TopicReading | None) -> str:
    if reading is None:
        return "not in the library"
    words = level_words(reading)
    if not reading.measure.sentences:
        return words
    abuses = reading.measure.of_kind(Kind.ABUSE)
    share = format_rate(rate(abuses, reading.measure.characters))
    return f"{words}: {abuses:,} of {counted(reading.measure.sentences, 'sentence')} ({share})"
