"""One country's report in a row: what the whole comparison says, and no dropped heading as a change for the better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.changes import compare_reports
from hrreport.comparison.edition_changes import country_change
from hrreport.comparison.topic_readings import read_topics
from hrreport.model.edition_change import SORT_KEYS, AnsweredDuty, CountryDuties, EditionChanges, EditionDuties
from hrreport.model.edition_matrix import CountryGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.edition_change import CountryChange
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

OLD = """
1.c Torture | torture
Guards beat 40 detainees. The law forbids torture.

1.c/prisons Prison Conditions | prisons
Guards beat inmates. Cells were dark.

2.e Protection of Refugees | refugees
There were no reports of forced return.
"""
NEW = """
3.a Torture | torture
There were no reports of torture. The law forbids torture.

3.c Protection to Refugees | refugees
Soldiers killed two refugees at the border.

3.d Antisemitism | antisemitism
There were no reports of antisemitism.
"""


@pytest.fixture
def row(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> CountryChange:
    old, new = build(2023, OLD), build(2024, NEW)
    return country_change(old, new, analyze(old), analyze(new), sentences=True)


def test_a_dropped_heading_is_never_a_turned_assessment(row: CountryChange) -> None:
    (dropped,) = row.dropped
    assert (dropped.id, dropped.assessment.value if dropped.assessment else "") == ("prisons", "abuses-reported")
    assert dropped.finding
    assert dropped.finding.text == "Guards beat inmates."
    assert [topic.id for topic in row.added] == ["antisemitism"]
    assert [(topic.id, topic.old.value, topic.new.value) for topic in row.turned] == [
        ("torture", "abuses-reported", "none-reported"),
        ("refugees", "none-reported", "abuses-reported"),
    ]
    assert row.turned[1].new_finding
    assert row.turned[1].new_finding.text == "Soldiers killed two refugees at the border."


def test_the_counts_are_those_of_the_comparison_and_every_sentence_is_behind_them(
    row: CountryChange, build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    old, new = build(2023, OLD), build(2024, NEW)
    whole = compare_reports(old, new, then=analyze(old), now=analyze(new))
    assert row.tally == whole.tally
    assert row.kept + row.reworded + row.gone == row.then.sentences == sum(len(pair.old) for pair in row.pairs)
    assert sum(len(pair.new) for pair in row.pairs) == row.now.sentences
    assert row.gone == sum(len(pair.old) for pair in row.pairs if pair.kind == "removed")


def test_rows_are_sorted_by_every_column(row: CountryChange, editions: dict[str, tuple[Report, Analysis]]) -> None:
    (then, before), (now, after) = editions["arcadia-2005"], editions["arcadia-2024"]
    other = country_change(then, now, before, after)
    changes = EditionChanges(CountryGroup("Both", ("arcadia",)), 2023, 2024, (row, other))
    for key in SORT_KEYS:
        values = [each.sort_value(key) for each in changes.ordered(key)]
        assert key == "country" or values == sorted(values)


def test_a_duty_whose_heading_is_gone_is_told_from_one_that_never_had_one(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    subjects = [("prisons",), ("corruption",), ("antisemitism",), ("torture",)]
    old, new = (read_topics(r, analyze(r), subjects) for r in (build(2023, OLD), build(2024, NEW)))
    row = CountryDuties(old, new)
    assert [answer.outcome for answer in row.answers] == ["heading-gone", "no-heading", "absent", "absent"]
    assert AnsweredDuty(old.readings[0], old.readings[0]).outcome == "reported"
    assert EditionDuties(CountryGroup("One", ("arcadia",)), 2023, 2024, (), (row,)).gone(row) == 1
