"""One country over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.cautions import ABSENCE, RULES
from hrreport.comparison.trend import trend_of
from hrreport.errors import InputError
from hrreport.model.finding import Assessment, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.trend import Trend

BLOCKS = {
    2005: """
2.d Freedom of Movement, Refugees | movement refugees
People moved. Soldiers killed two refugees.

5/women Women | women
Husbands beat wives, said Lake Watch.
""",
    2013: """
2.d Freedom of Movement | movement
People moved.

2.d/refugees Protection of Refugees | refugees
There were no reports of refoulement.

2.a/internet Internet Freedom | internet-freedom
Sites were blocked.

6/women Women | women
Rape | rape-domestic-violence > Husbands beat wives.
""",
    2024: """
1.b Coercion in Population Control | reproductive-rights
Clinics were open.

2.a Freedom of the Press | press-freedom expression
Editors were fined.

3.c Protection to Refugees | refugees
Some came.
""",
}


@pytest.fixture
def trend(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> Callable[..., Trend]:
    def made(topics: Sequence[str] = (), years: Sequence[int] = (2024, 2005, 2013)) -> Trend:
        reports = [build(year, BLOCKS[year]) for year in years]
        return trend_of([(report, analyze(report)) for report in reports], topics)

    return made


def standings(trend: Trend) -> dict[str, list[str]]:
    return {row.topic: [cell.standing for cell in row.cells] for row in trend.rows}


def test_editions_stand_in_order_with_the_borders_of_outlines(trend: Callable[..., Trend]) -> None:
    found = trend()
    assert [(p.report.id.year, p.border) for p in found.points] == [(2005, False), (2013, True), (2024, True)]
    assert found.country == "arcadia"
    assert found.points[0].measure.of_kind(Kind.ABUSE) == 2
    assert found.points[0].measure.sources == 1


def test_every_widest_topic_has_a_row_and_no_topic_is_lost_that_has_a_heading(trend: Callable[..., Trend]) -> None:
    assert standings(trend()) == {
        "expression": ["unused", "narrower", "own"],
        "movement": ["own", "own", "none"],
        "refugees": ["own", "own", "own"],
        "women": ["own", "own", "narrower"],
    }


def test_a_chosen_topic_tells_where_only_a_wider_one_has_a_heading(trend: Callable[..., Trend]) -> None:
    found = trend(["internet-freedom", "prisons"])
    assert standings(found) == {"prisons": ["unused", "unused", "none"], "internet-freedom": ["unused", "own", "wider"]}
    assert str(found.rows[1].cells[2].places[0]) == "§ 2.a"


def test_a_cell_counts_the_text_on_its_topic_those_that_belong_to_it_included(trend: Callable[..., Trend]) -> None:
    women = trend(["women"]).rows[0].cells
    assert [cell.measure.of_kind(Kind.ABUSE) for cell in women] == [1, 1, 0]
    assert women[0].assessment == Assessment("abuses-reported", "serious")


def test_of_passages_that_share_a_topic_the_most_specific_are_counted(trend: Callable[..., Trend]) -> None:
    refugees = trend(["refugees"]).rows[0].cells
    assert [[str(p) for p in cell.places] for cell in refugees] == [
        ["§ 2.d"],
        ["§ 2.d Protection of Refugees"],
        ["§ 3.c"],
    ]


def test_cautions_name_shorter_editions_and_changed_rules(trend: Callable[..., Trend]) -> None:
    first, second = trend().cautions
    assert first.startswith(ABSENCE)
    assert "2024 (" in first
    assert second == RULES
    assert trend(years=(2013,)).cautions == ()


def test_a_trend_follows_one_country(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> None:
    pairs = [(r, analyze(r)) for r in (build(2024, BLOCKS[2024]), build(2024, BLOCKS[2024], "ruritania"))]
    with pytest.raises(InputError, match="one country, not 2"):
        trend_of(pairs)
    with pytest.raises(InputError, match="not 0"):
        trend_of([])
