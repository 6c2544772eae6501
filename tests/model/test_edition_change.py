"""What became of countries' reports from one edition to another: counts, orders, sums."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.model.change import Measure
from hrreport.model.edition_change import AnsweredDuty, CountryChange, EditionChanges, OneSidedTopic
from hrreport.model.edition_matrix import CountryGroup
from hrreport.model.finding import Assessment
from hrreport.model.topic_reading import TopicReading

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.change import PairKind
    from hrreport.model.edition_change import SortKey
    from hrreport.model.report import Report

GROUP = CountryGroup("Both", ("arcadia", "ruritania"))
TALLY: tuple[tuple[PairKind, int, int], ...] = (
    ("added", 0, 5), ("merged", 2, 1), ("moved", 3, 3), ("removed", 4, 0), ("reworded", 6, 6), ("same", 7, 7),
    ("split", 1, 2),
)  # fmt: skip


def one_sided(name: str) -> OneSidedTopic:
    return OneSidedTopic(name.lower(), name, (), Measure(), None, None, wider=False)


@pytest.fixture
def changes(build: Callable[..., Report]) -> EditionChanges:
    old, new = build(2023, "1.a Life\nNothing."), build(2024, "1.a Life\nNothing.")
    dropped = (one_sided("Prisons"), one_sided("Prisons"), one_sided("Torture"))
    row = CountryChange(old, new, Measure(characters=400), Measure(characters=100), TALLY, dropped, (), ())
    other = replace(
        row,
        old=build(2023, "1.a Life\nNothing.", "ruritania"),
        now=Measure(characters=300),
        tally=(("same", 9, 9),),
        dropped=(one_sided("Torture"),),
        added=(one_sided("Police"),),
    )
    return EditionChanges(GROUP, 2023, 2024, (row, other))


def test_every_old_sentence_is_kept_reworded_or_gone(changes: EditionChanges) -> None:
    row = changes.rows[0]
    assert (row.kept, row.reworded, row.gone, row.fresh, row.share) == (10, 9, 4, 5, 0.25)
    assert row.kept + row.reworded + row.gone == sum(old for _, old, _ in TALLY)


def test_a_report_of_no_length_has_no_share(changes: EditionChanges) -> None:
    assert replace(changes.rows[0], then=Measure()).share == 0


@pytest.mark.parametrize(
    ("key", "countries"),
    [("country", "arcadia ruritania"), ("now", "ruritania arcadia"), ("gone", "arcadia ruritania"),
     ("then", "arcadia ruritania"), ("dropped", "arcadia ruritania"), ("share", "ruritania arcadia")],
)  # fmt: skip
def test_the_most_come_first_and_the_group_decides_between_equals(
    changes: EditionChanges, key: SortKey, countries: str
) -> None:
    assert [row.old.id.country for row in changes.ordered(key)] == countries.split()


def test_a_topic_is_counted_once_in_each_country(changes: EditionChanges) -> None:
    assert changes.dropped_in() == (("Torture", 2), ("Prisons", 1))
    assert changes.added_in() == (("Police", 1),)


def test_a_heading_is_gone_only_where_there_was_one() -> None:
    headed, wider, none = (
        TopicReading("own", assessment=Assessment("none-reported")),
        TopicReading("wider"),
        TopicReading("none"),
    )
    pairs = ((headed, none), (headed, wider), (wider, none), (none, headed))
    assert [AnsweredDuty(*pair).outcome for pair in pairs] == ["heading-gone", "heading-gone", "no-heading", "absent"]
