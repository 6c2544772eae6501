"""Charts of a trend and of a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.matrix import matrix_of
from hrreport.comparison.trend import trend_of
from hrreport.model.finding import Analysis
from hrreport.views.chart import matrix_svg, standalone, trend_svg

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]


def test_a_chart_names_its_axes_years_and_borders(editions: Editions, names: dict[str, str]) -> None:
    trend = trend_of([pair for name, pair in editions.items() if name.startswith("arcadia")])
    chart = trend_svg(trend, names)
    for words in (
        ">Arcadia, 20",
        ">Characters<",
        ">Characters (left)<",
        ">2024<",
        ">The outline changes<",
        "stroke-dasharray",
    ):
        assert words in chart
    assert "prefers-color-scheme:dark" in standalone(chart)
    assert "<style" not in chart, "a page of HTML allows no style but its own"
    grid = matrix_svg(matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]]), names)
    assert ">Ruritania 2024<" in grid
    assert ">Torture and ill-treatment<" in grid
    assert ">serious abuses reported<" in grid


def test_an_edition_without_text_has_no_point_on_the_line(build: Callable[..., Report]) -> None:
    empty = build(2013, "1.c Torture | torture")
    chart = trend_svg(trend_of([(empty, Analysis(empty.id, (), ()))]), {})
    assert chart.count("<circle") == 1, "that of the legend"
    assert 'd=""' not in chart
