"""Tables of many countries in the public form: cells, counts and places that lead to findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.catalogue import records
from hrreport.codec.groups import edition_changes_json, edition_duties_json, edition_matrix_json, group_trend_json
from hrreport.comparison.edition_changes import country_change
from hrreport.comparison.matrix import edition_matrix
from hrreport.comparison.topic_readings import read_topics
from hrreport.model.country import ReportId
from hrreport.model.edition_change import CountryDuties, EditionChanges, EditionDuties
from hrreport.model.edition_matrix import CountryGroup, CountrySeries, GroupTrend
from hrreport.model.gap import MissingReport

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]

GROUP = CountryGroup("Both", ("arcadia", "ruritania"))
GAPS = (MissingReport(ReportId("ruritania", 2023), "not-stored", "hrreport download ruritania 2023"),)
TORTURE = next(topic for topic in records.topics() if topic.id == "torture")


def test_a_matrix_has_a_cell_for_each_report(editions: Editions, names: dict[str, str]) -> None:
    matrix = edition_matrix([editions["arcadia-2024"], editions["ruritania-2024"]], 2024, ["torture"], gaps=GAPS)
    answer = edition_matrix_json(matrix, names)
    (torture,) = answer["topics"]
    assert [(cell["country"], cell["year"]) for cell in torture["cells"]] == [("arcadia", 2024), ("ruritania", 2024)]
    assert answer["not_included"] == [
        {
            "country": "ruritania",
            "year": 2023,
            "name": "Ruritania",
            "why": "not-stored",
            "reason": "hrreport download ruritania 2023",
        }
    ]


@pytest.mark.parametrize("sort", ["country", "gone"])
def test_changes_are_counted_by_country_and_in_all(editions: Editions, names: dict[str, str], sort: str) -> None:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    row = country_change(old, new, then, now, sentences=True)
    answer = edition_changes_json(EditionChanges(GROUP, 2023, 2024, (row,)), names, sort=sort)  # type: ignore[arg-type]
    (country,) = answer["countries"]
    assert answer["total"] == {"countries": 1, **{k: v for k, v in country["counts"].items() if k != "share"}}
    assert country["counts"]["gone"] == sum(len(pair["old"]) for pair in country["pairs"] if pair["kind"] == "removed")
    sentences = {f"{s.anchor}-p{p.number}-s{n}" for s, p in old.passages() for n in range(1, len(p.starts) + 1)}
    assert {place for pair in country["pairs"] for place in pair["old"]} == sentences
    for topic in country["turned"]:
        assert topic["old"]["assessment"] != topic["new"]["assessment"]


def test_duties_and_trends_have_the_readings_of_both_editions(editions: Editions, names: dict[str, str]) -> None:
    duty = next(duty for duty in records.duties() if duty.id == "torture")
    old, new = (read_topics(*editions[name], [duty.topics]) for name in ("arcadia-2023", "arcadia-2024"))
    duties = edition_duties_json(EditionDuties(GROUP, 2023, 2024, (duty,), (CountryDuties(old, new),)), names)
    (answer,) = duties["countries"][0]["answers"]
    assert (answer["duty"], answer["old"]["year"], answer["new"]["year"]) == ("torture", 2023, 2024)
    trend = GroupTrend(GROUP, TORTURE, (2023, 2024), (2024,), (CountrySeries("arcadia", (old, new)),))
    (series,) = group_trend_json(trend, names)["countries"]
    assert series["cells"] == [answer["old"], answer["new"]]
