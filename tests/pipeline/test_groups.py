"""Tables of many countries from a library: what is not in it is named, and processes give what one would."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.cautions import LengthsCompared, group_cautions
from hrreport.errors import NotFoundError
from hrreport.model.country import ReportId
from hrreport.model.edition_matrix import CountryGroup
from hrreport.pipeline.groups import changes_of_group, duties_of_group, matrix_of_group, trend_of_group

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.pipeline.context import Context

BOTH = CountryGroup("Both", ("arcadia", "ruritania"))


@pytest.fixture
def context(context_of_editions: Context) -> Context:
    return context_of_editions


def test_a_country_that_is_not_in_the_library_is_named_and_nothing_is_said_of_it(context: Context) -> None:
    matrix = matrix_of_group(BOTH, 2023, (), context)
    assert [each.report.id.country for each in matrix.reports] == ["arcadia"]
    assert [(gap.id, gap.why) for gap in matrix.gaps] == [(ReportId("ruritania", 2023), "not-stored")]
    changes = changes_of_group(BOTH, 2023, 2024, context)
    assert [row.old.id.country for row in changes.rows] == ["arcadia"]
    assert [gap.id for gap in changes.gaps] == [ReportId("ruritania", 2023)]
    assert len(duties_of_group(BOTH, 2023, 2024, context).rows) == 1
    with pytest.raises(NotFoundError, match="no report of 1999"):
        matrix_of_group(BOTH, 1999, (), context)


def test_a_trend_is_of_the_editions_that_are_there_with_the_borders_of_outlines(context: Context) -> None:
    trend = trend_of_group(BOTH, "torture", (), context)
    assert trend.years == (2005, 2023, 2024)
    assert trend.borders == (2023, 2024)
    found = {each.country: [report.report.id.year for report in each.reports] for each in trend.series}
    assert found == {"arcadia": [2005, 2023, 2024], "ruritania": [2024]}
    assert not trend.gaps
    asked = trend_of_group(BOTH, "torture", (2023,), context)
    assert [gap.id for gap in asked.gaps] == [ReportId("ruritania", 2023)]


def test_a_sum_over_countries_compares_the_editions_that_each_has_and_counts_what_is_not_there(
    context: Context,
) -> None:
    whole = " ".join(trend_of_group(BOTH, "torture", (), context).cautions)
    assert "Of 6 reports that these countries and editions could have, 2 are not in the library" in whole
    assert "(2005: 1, 2023: 1)" in whole
    for said in (whole, *changes_of_group(BOTH, 2023, 2024, context).cautions):
        assert "Of 2 countries" not in said, "Ruritania has one edition only"
    ends = [LengthsCompared(2016, 9, 2024, 5), LengthsCompared(2023, 5, 2024, 9)]
    assert "Of 1 country whose reports of both editions are here, 1 has a shorter report in the 2024 edition" in next(
        iter(group_cautions((2016, 2023, 2024), ends[:1]))
    )
    said = next(iter(group_cautions((2016, 2023, 2024), ends)))
    assert "Of 2 countries whose reports of at least two of these editions are here, 1 has a shorter report" in said
    assert "2016" not in said


def test_an_edition_of_which_no_report_is_there_has_no_column(context: Context) -> None:
    asked = trend_of_group(BOTH, "torture", (2016, 2023, 2024), context)
    assert asked.years == (2023, 2024)
    assert {gap.id.year for gap in asked.gaps} == {2016, 2023}
    with pytest.raises(NotFoundError, match=r"no report of 2016 or 2017 on: Both$"):
        trend_of_group(BOTH, "torture", (2016, 2017), context)


def test_a_report_that_cannot_be_read_is_a_gap_and_the_others_are_shown(context: Context, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "library.sqlite") as db:
        db.execute("UPDATE revision SET report = x'00' WHERE country = 'ruritania'")
    db.close()
    told: list[str] = []
    matrix = matrix_of_group(BOTH, 2024, (), replace(context, notify=told.append))
    assert [each.report.id.country for each in matrix.reports] == ["arcadia"]
    ((gap, why),) = [(gap.id.country, gap.why) for gap in matrix.gaps]
    assert (gap, why) == ("ruritania", "not-obtained")
    assert told
