"""One country over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.trend import trend_of

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_each_topic_has_a_cell_for_each_edition(editions: dict[str, tuple[Report, Analysis]]) -> None:
    trend = trend_of(pair for name, pair in editions.items() if name.startswith("arcadia-"))
    years = [point.report.id.year for point in trend.points]
    assert years == sorted(years)
    assert trend.rows
    assert {len(row.cells) for row in trend.rows} == {len(trend.points)}
