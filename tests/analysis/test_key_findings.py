"""How far a sentence is a key finding, beside the others of its section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.cues import find_strength, read_sentence
from hrreport.analysis.key_findings import FAR, JudgedSentence, key_features, rate
from hrreport.analysis.kinds import ClassifiedSentence
from hrreport.analysis.network import bundled_models
from hrreport.model.finding import Kind
from hrreport.model.report import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = Paragraph(1, "Guards often beat boatmen.")
SECOND = Paragraph(2, "In May the harbor council met.", topic="Harbor Councils")
SECTION = Section("1.c", "c", "Beatings of Boatmen", 3, (FIRST, SECOND))


def judge(*sentences: tuple[Paragraph, int, str, Kind, float]) -> list[JudgedSentence]:
    """Return sentences that are of a kind, and read like key findings by themselves, as told."""
    shares = {kind.value: 0.2 for kind in Kind}
    return [
        JudgedSentence(
            paragraph, n, text, ClassifiedSentence(read_sentence(text), kind, shares, (), weight), find_strength(text)
        )
        for paragraph, n, text, kind, weight in sentences
    ]


@pytest.fixture
def own() -> list[JudgedSentence]:
    return judge(
        (FIRST, 1, "Guards often beat boatmen.", Kind.ABUSE, 1.0),
        (FIRST, 2, "They were also fined.", Kind.ABUSE, -1.0),
        (SECOND, 1, "In May the harbor council met.", Kind.CONTEXT, -3.0),
    )


def test_a_sentence_is_set_against_the_others(own: Sequence[JudgedSentence]) -> None:
    first, second, last = (set(key_features(SECTION, own)[i]) for i in range(3))
    assert {"place 0", "rank 0", "first abuse of paragraph", "subject 1", "stands", "next leans near"} <= first
    assert {"leans", "last abuse", "next context apart", "below 0 1"} <= second
    assert {"last", "first of label", "label 2", "dated context", "no next", "rank 2"} <= last


def test_what_says_the_same_as_a_weightier_sentence_is_like_it() -> None:
    twice = judge(
        (FIRST, 1, "Guards often beat boatmen.", Kind.ABUSE, 1.0),
        (FIRST, 2, "Guards often beat boatmen there.", Kind.ABUSE, 0.0),
    )
    assert "likest weightier 6" in key_features(SECTION, twice)[1]
    assert "likest weightier 0" in key_features(SECTION, twice)[0]


def test_what_is_not_looked_at_closely_comes_after_all_others(own: Sequence[JudgedSentence]) -> None:
    rates = rate(SECTION, own, bundled_models().keys, 2)
    assert rates[2] == -3.0 - FAR
    assert min(rates[:2]) > -FAR / 2
