"""A topic over the editions in words and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.trend import trend_of
from hrreport.wording.trends import COUNTED, topic_counts

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_each_edition_has_counts_or_how_the_topic_stands(editions: dict[str, tuple[Report, Analysis]]) -> None:
    trend = trend_of([editions["arcadia-2023"], editions["arcadia-2024"]], ["torture", "press-freedom"])
    rows = {row.topic: list(topic_counts(row, trend.points)) for row in trend.rows}
    first = rows["torture"][0]
    assert (first.year, first.places, first.assessment) == ("2023", "1.c", "serious abuses")
    assert first.counts == ("195", "3", "1", "51.3", "1", "51.3", "1")
    absent = next(each for each in rows["press-freedom"] if not each.places)
    assert absent.assessment.startswith("no heading in this")
    assert absent.counts == ("",) * len(COUNTED)
