"""One topic in many countries over the editions: whole names, no line wider than the page, no empty rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.catalogue import records
from hrreport.comparison.topic_readings import read_topics
from hrreport.model.edition_matrix import CountryGroup, CountrySeries, GroupTrend
from hrreport.terminal.groups import group_trend_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

TORTURE = "1.c Torture | torture\nGuards beat inmates with sticks. Police beat detainees. The law forbids it."
NAMES = {"arcadia": "Saint Arcadia and the Grenadines", "ruritania": "Ruritania and Herzegovina"}
YEARS = tuple(range(2016, 2025))


@pytest.mark.parametrize("width", [100, 60, 40])
def test_every_edition_is_shown_within_the_page_with_whole_names(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis], width: int
) -> None:
    held = {"arcadia": YEARS, "ruritania": (2024,)}
    series = []
    for country, years in held.items():
        reports = [build(year, TORTURE, country) for year in years]
        read = tuple(read_topics(report, analyze(report), [("torture",)]) for report in reports)
        series.append(CountrySeries(country, read))
    topic = next(topic for topic in records.topics() if topic.id == "torture")
    trend = GroupTrend(CountryGroup("Both", tuple(held)), topic, YEARS, (2020, 2024), tuple(series))
    view = group_trend_view(trend, NAMES)
    text = view.plain(width).partition("Sentences reporting")[0]
    assert max(map(len, text.splitlines())) <= width
    assert text.count("● 2 (") + text.count("■ 2 (") + text.count("◐ 2 (") == len(YEARS) + 1
    words = text.split()
    assert {*map(str, YEARS), "Saint", "Arcadia", "Grenadines", "Herzegovina"} <= set(words)
    assert words.count("Herzegovina") == 1, "it has a report of one edition, so it is in one band"
