"""One report beside another: every sentence accounted for, both ways round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrreport.comparison.changes import compare_reports, swap_sides
from hrreport.model.finding import Assessment, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.change import Comparison, Quote
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Build = Callable[..., Report]
    Analyze = Callable[[Report], Analysis]

OLD = """
summary Executive Summary
Nothing changed in Arcadia.

1.c Torture | torture
Guards beat 40 boatmen, according to Lake Watch. Guards also burned the boats of the widow Ostrand.
The law forbids torture.

1.c/prisons Prison Conditions | prisons
Cells in Gallow were cold and had no running water.
Inmates in Lindmoor shared beds with the sick.

6/women Women | women
Women were few in parliament.
Reproductive Rights | reproductive-rights > There were no reports of forced sterilization.
"""

NEW = """
summary Executive Summary
Nothing changed in Arcadia.

1.b Coercion in Population Control | reproductive-rights
There were no reports of forced sterilization.

3.a Torture | torture
Guards beat 51 boatmen, according to Lake Watch and according to lawyers.
Cells in Gallow were cold and had no running water.
A judge sentenced two wardens.
"""


@pytest.fixture
def old(build: Build) -> Report:
    return build(2023, OLD)


@pytest.fixture
def new(build: Build) -> Report:
    return build(2024, NEW)


@pytest.fixture
def compared(old: Report, new: Report, analyze: Analyze) -> Comparison:
    return compare_reports(old, new, then=analyze(old), now=analyze(new))


def printed(report: Report) -> list[str]:
    return [text for _, p in report.passages() for text in p.sentences if text]


def texts(quotes: tuple[Quote, ...]) -> list[str]:
    return [quote.text for quote in quotes]


def test_topics_stand_in_the_order_of_the_earlier_edition(compared: Comparison) -> None:
    assert [(c.id, c.status) for c in compared.changes] == [
        ("summary", "kept"),
        ("torture", "moved"),
        ("prisons", "dropped"),
        ("women", "dropped"),
        ("reproductive-rights", "moved"),
    ]


def test_a_topic_tells_what_became_of_its_sentences(compared: Comparison) -> None:
    torture = compared.changes[1]
    assert [(p.kind, texts(p.old)[:1] or texts(p.new)) for p in torture.pairs] == [
        ("reworded", ["Guards beat 40 boatmen, according to Lake Watch."]),
        ("removed", ["Guards also burned the boats of the widow Ostrand."]),
        ("removed", ["The law forbids torture."]),
        ("moved", ["Cells in Gallow were cold and had no running water."]),
        ("added", ["A judge sentenced two wardens."]),
    ]
    assert torture.count("removed", "added") == 3


def test_a_sentence_that_moved_is_seen_under_both_topics_and_counted_once(compared: Comparison) -> None:
    prisons = compared.changes[2]
    (moved,) = prisons.gone
    assert (moved.old_topic, moved.new_topic, moved.elsewhere) == ("prisons", "torture", True)
    assert sum(pair is moved for pair in compared.pairs) == 1
    assert compared.changes[1].gone == ()


def test_a_rewording_is_marked_word_by_word(compared: Comparison) -> None:
    (reworded,) = (p for p in compared.pairs if p.kind == "reworded")
    (before,), (after,) = reworded.old, reworded.new
    assert [before.text[a:b] for a, b in before.marks] == ["40"]
    assert [after.text[a:b] for a, b in after.marks] == ["51", "and according to lawyers"]


def test_a_topic_has_assessment_figures_and_sources_then_and_now(compared: Comparison) -> None:
    torture = compared.changes[1]
    assert torture.old.assessment == Assessment("abuses-reported", "serious")
    assert [f.figure.text for f in torture.old.figures] == ["40"]
    assert [f.figure.text for f in torture.new.figures] == ["51"]
    assert [(s.source.name, len(s.locators)) for s in torture.new.sources] == [("Lake Watch", 1)]
    assert torture.old.measure.of_kind(Kind.ABUSE) == 1
    assert str(torture.old.figures[0].locator) == "§ 1.c ¶ 1"


def test_a_run_in_passage_is_assessed_by_the_kinds_of_its_sentences(compared: Comparison) -> None:
    rights = compared.changes[4]
    assert rights.old.assessment == Assessment("none-reported")
    assert rights.new.assessment == Assessment("none-reported", basis="no-reports")
    assert [str(place) for place in rights.old.places] == ["§ 6 Women, Reproductive Rights"]


def test_without_both_analyses_there_are_no_kinds(old: Report, new: Report, analyze: Analyze) -> None:
    compared = compare_reports(old, new, then=analyze(old))
    assert {q.kind for p in compared.pairs for q in (*p.old, *p.new)} == {None}
    assert compared.old.measure.kinds == ()
    assert {c.old.assessment for c in compared.changes} == {None}


def test_the_measure_of_a_report_is_the_sum_of_its_topics(compared: Comparison) -> None:
    for side, topics in (
        (compared.old, [c.old for c in compared.changes]),
        (compared.new, [c.new for c in compared.changes]),
    ):
        assert sum(t.measure.characters for t in topics) == side.measure.characters
        assert sum(t.measure.sentences for t in topics) == side.measure.sentences == len(printed(side.report))


def test_a_report_beside_itself_does_not_differ(old: Report, analyze: Analyze) -> None:
    compared = compare_reports(old, old, then=analyze(old), now=analyze(old))
    assert not compared.differs
    assert compared.cautions == ()
    assert {p.kind for c in compared.changes for p in c.paragraphs} == {"same"}


def test_the_other_way_round_is_the_mirror_image(old: Report, new: Report, analyze: Analyze) -> None:
    there = compare_reports(old, new, then=analyze(old), now=analyze(new))
    back = compare_reports(new, old, then=analyze(new), now=analyze(old))
    assert back == swap_sides(there)
    assert swap_sides(back) == there
    assert back.differs
    assert [c.status for c in back.changes] == ["kept", "moved", "new", "new", "moved"]


lines = st.lists(
    st.sampled_from(
        [
            "Guards beat the boatmen of Gallow. They burned nets.",
            "Guards beat the boatmen of Gallow and burned their nets.",
            "Label | prisons > Cells were cold.",
            "Cells were cold and inmates slept on the stone floor.",
            "Not applicable.",
            "Not applicable.",
        ]
    ),
    min_size=1,
    max_size=4,
)
blocks = st.lists(st.tuples(st.sampled_from(["torture", "prisons", "women", ""]), lines), min_size=1, max_size=4)


def text_of(parts: list[tuple[str, list[str]]]) -> str:
    return "\n\n".join("\n".join([f"1.{'abcd'[n]} Heading | {topic}", *told]) for n, (topic, told) in enumerate(parts))


@settings(max_examples=40)
@given(one=blocks, other=blocks)
def test_no_sentence_is_lost_and_the_mirror_law_holds(
    build: Build, one: list[tuple[str, list[str]]], other: list[tuple[str, list[str]]]
) -> None:
    old, new = build(2022, text_of(one)), build(2023, text_of(other))
    compared = compare_reports(old, new)
    assert sorted(q.text for p in compared.pairs for q in p.old) == sorted(printed(old))
    assert sorted(q.text for p in compared.pairs for q in p.new) == sorted(printed(new))
    for quotes, report in (
        ([q for p in compared.pairs for q in p.old], old),
        ([q for p in compared.pairs for q in p.new], new),
    ):
        assert len({q.locator for q in quotes}) == len(quotes)
        assert all(report.text_at(q.locator) == q.text for q in quotes)
    assert compare_reports(new, old) == swap_sides(compared)
    assert not compare_reports(old, old).differs
