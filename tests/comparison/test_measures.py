"""How much a text says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.measures import (
    assessment_of,
    assessment_rank,
    findings_in,
    indexed,
    measured,
    named_sources,
    total,
)
from hrreport.comparison.passages import passages
from hrreport.model.change import Measure
from hrreport.model.finding import Assessment, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

TEXT = """
6/women Women | women
Women were few. Lake Watch counted 12 of them.
Rape | rape-domestic-violence > Husbands beat wives. Lake Watch said so.
Rights | reproductive-rights > There were no reports of sterilization.
Dress | gender-discrimination > They wore hats.

7/none Nothing | worker-rights
"""


@pytest.fixture
def report(build: Callable[..., Report]) -> Report:
    return build(2023, TEXT)


def test_labels_count_as_printed_and_headings_do_not(report: Report, analyze: Callable[[Report], Analysis]) -> None:
    _, rape, *_ = passages(report)
    analysis = analyze(report)
    measure = measured(rape.paragraphs, findings_in([rape], indexed(analysis)))
    assert measure.characters == len("Rape: Husbands beat wives. Lake Watch said so.")
    assert (measure.sentences, measure.words, measure.figures, measure.sources) == (2, 8, 0, 1)
    assert measure.of_kind(Kind.ABUSE) == 1
    assert measured(rape.paragraphs, None).kinds == ()


def test_measures_add_up(report: Report, analyze: Callable[[Report], Analysis]) -> None:
    index = indexed(analyze(report))
    parts = [measured(p.paragraphs, findings_in([p], index)) for p in passages(report)]
    assert total(parts) == measured((p for _, p in report.passages()), analyze(report).findings)
    assert total([]) == Measure()


def test_passages_under_labels_are_assessed_by_their_own_sentences(
    report: Report, analyze: Callable[[Report], Analysis]
) -> None:
    analysis = analyze(report)
    index = indexed(analysis)
    values = [assessment_of([p], analysis, index) for p in passages(report)]
    assert values == [
        Assessment("abuses-reported", "serious"),
        Assessment("abuses-reported"),
        Assessment("none-reported"),
        Assessment("not-addressed"),
        None,
    ]
    assert assessment_of([], analysis, index) is None


def test_a_source_is_named_once_with_all_its_places(report: Report, analyze: Callable[[Report], Analysis]) -> None:
    (source,) = named_sources(analyze(report).findings)
    assert [str(place) for place in source.locators] == ["§ 6 ¶ 1", "§ 6 ¶ 2"]


def test_the_gravest_assessment_is_that_of_the_most_serious_abuses() -> None:
    ranked = sorted(
        [
            Assessment("none-reported"),
            None,
            Assessment("abuses-reported", "limited"),
            Assessment("not-addressed"),
            Assessment("abuses-reported"),
            Assessment("abuses-reported", "serious"),
        ],
        key=assessment_rank,
    )
    assert [a and (a.value, a.extent) for a in ranked] == [
        None,
        ("not-addressed", None),
        ("none-reported", None),
        ("abuses-reported", "limited"),
        ("abuses-reported", None),
        ("abuses-reported", "serious"),
    ]
