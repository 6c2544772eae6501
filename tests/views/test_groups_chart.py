"""Charts of many countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.comparison.edition_changes import country_change
from hrreport.comparison.topic_readings import read_topics
from hrreport.model.edition_matrix import CountrySeries, GroupTrend
from hrreport.views.groups_chart import change_bars, country_chart, group_trend_svg, tallest

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.edition_matrix import CountryGroup
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_countries_have_a_chart_each_on_one_scale(
    both: CountryGroup, report_pairs: list[tuple[Report, Report]], analyze: Callable[[Report], Analysis]
) -> None:
    series = tuple(
        CountrySeries(pair[0].id.country, tuple(read_topics(r, analyze(r), [("torture",)], texts=True) for r in pair))
        for pair in report_pairs
    )
    topic = next(topic for topic in records.topics() if topic.id == "torture")
    trend = GroupTrend(both, topic, (2023, 2024), (2024,), series)
    assert tallest(trend) == 1
    picture = group_trend_svg(trend, {"arcadia": "Arcadia & Lakes"})
    assert picture.count("<g transform") == 4, "a name and a chart of each"
    assert ">Arcadia &amp; Lakes<" in picture
    assert ">ruritania<" in picture
    assert "stroke-dasharray" in picture, "where the outline changes"
    assert "<title>2023: serious abuses reported, 1 sentences</title>" in picture
    chart = country_chart(trend, series[0], 1, row=7)
    assert chart.count('data-row="7"') == 2
    assert 'role="group"' in chart
    assert 'role="img"' in country_chart(trend, series[0], 1)


def test_bars_of_a_report_are_as_long_as_its_sentences_are_many(
    report_pairs: list[tuple[Report, Report]], analyze: Callable[[Report], Analysis]
) -> None:
    old, new = report_pairs[0]
    row = country_change(old, new, analyze(old), analyze(new))
    bars = change_bars(row, row.then.characters)
    assert '<rect width="160.0" height="4"' in bars
    assert '<rect y="11" width="53.3" height="4"/>' in bars, "one of three sentences is kept"
