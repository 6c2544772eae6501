"""Parts of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.change import Comparison
    from hrreport.model.report import Report

OLD = """
1.c Torture | torture
Guards beat boatmen in Gallow.

1.c/prisons Prisons | prisons
Cells in Lindmoor were cold.
Inmates of Orlen carved spoons.

6/women Women | women
Rape | rape-domestic-violence > The law forbids rape of anybody.

6/antisemitism Antisemitism | antisemitism
Vandals broke tombstones in Tessim.
"""
NEW = """
3.a Torture | torture
Guards beat boatmen in Gallow.
Cells in Lindmoor were cold.
Soldiers burned the harvest of Sarn.

3.d Antisemitism | antisemitism
Vandals broke tombstones in Tessim.
"""


@pytest.fixture
def compared(build: Callable[..., Report]) -> Comparison:
    return compare_reports(build(2023, OLD), build(2024, NEW))


def ids(comparison: Comparison) -> list[str]:
    return [change.id for change in comparison.changes]


def test_everything_is_there_when_nothing_is_asked_for(compared: Comparison) -> None:
    assert select(compared) == compared


@pytest.mark.parametrize(
    ("topics", "expected"),
    [(["prisons"], ["prisons"]), (["women"], ["women"]), (["rape-domestic-violence"], ["women"])],
)
def test_a_topic_brings_the_changes_that_stand_for_it(
    compared: Comparison, topics: list[str], expected: list[str]
) -> None:
    chosen = select(compared, topics=topics)
    assert ids(chosen) == expected
    assert sum(old for _, old, _ in chosen.tally) == chosen.changes[0].old.measure.sentences


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("1.c", ["torture", "prisons"]),
        ("3", ["torture", "antisemitism"]),
        ("6", ["women", "antisemitism"]),
        ("6/women", ["women"]),
    ],
)
def test_a_section_of_either_edition_brings_what_stands_in_it(
    compared: Comparison, section: str, expected: list[str]
) -> None:
    assert ids(select(compared, section=section)) == expected


def test_changed_only_leaves_out_what_stands_unchanged(compared: Comparison) -> None:
    chosen = select(compared, changed_only=True)
    assert ids(chosen) == ["torture", "prisons", "women"]
    assert {pair.kind for pair in chosen.pairs} == {"moved", "removed", "added"}
    assert chosen.count("same") == compared.count("same") == (2, 2)
    assert chosen.changes[0].count("same") == 1
    assert chosen.new.measure == compared.new.measure


def test_new_only_leaves_what_the_new_edition_does_not_repeat(compared: Comparison) -> None:
    chosen = select(compared, new_only=True)
    assert [[q.text for q in pair.new] for pair in chosen.pairs] == [["Soldiers burned the harvest of Sarn."]]


def test_what_neither_report_has_is_not_found(compared: Comparison) -> None:
    with pytest.raises(NotFoundError, match='no section "9"'):
        select(compared, section="9")
    with pytest.raises(NotFoundError, match='"corruption"'):
        select(compared, topics=["corruption"])


def test_a_topic_without_a_heading_is_looked_for_by_its_words_in_both_reports(build: Callable[..., Report]) -> None:
    old = build(2023, "1.a Killings | killings\nGangs killed herders.\nThe gang of Orlen fled.\nNobody was charged.")
    new = build(2024, "1.a Killings | killings\nSoldiers killed herders.")
    with pytest.raises(NotFoundError) as caught:
        select(compare_reports(old, new), topics=["gangs"])
    assert caught.value.message == (
        'no heading of either report is on "gangs"; '
        "its words are in 2 paragraphs of arcadia 2023 and 0 paragraphs of arcadia 2024"
    )
    assert caught.value.hint == "read them: hrreport show arcadia 2023 --topic gangs"
    with pytest.raises(NotFoundError, match="none of the words") as caught:
        select(compare_reports(new, new), topics=["gangs"])
    assert "not evidence of absence" in str(caught.value.hint)
