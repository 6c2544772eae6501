"""Changes in words."""

from __future__ import annotations

import pytest

from hrreport.model.change import Measure, PassageReference, TopicChange, TopicSide
from hrreport.model.finding import Assessment, Kind
from hrreport.wording.changes import describe_assessments, describe_rates

SERIOUS = Assessment("abuses-reported", "serious")
LIMITED = Assessment("abuses-reported", "limited")
UNKNOWN = Assessment("abuses-reported")
NONE = Assessment("none-reported", basis="no-reports")
HERE = (PassageReference("7.e", "e. Conditions of Work"),)


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (SERIOUS, LIMITED, "serious abuses → limited abuses"),
        (SERIOUS, SERIOUS, "serious abuses"),
        (UNKNOWN, UNKNOWN, "abuses reported"),
        (UNKNOWN, LIMITED, "abuses reported in both; extent known only in the second: limited"),
        (SERIOUS, UNKNOWN, "abuses reported in both; extent known only in the first: serious"),
        (UNKNOWN, NONE, "abuses reported → no reports"),
        (None, LIMITED, "no text → limited abuses"),
        (None, None, ""),
    ],
)
def test_assessments_are_told_then_and_now(then: Assessment | None, now: Assessment | None, words: str) -> None:
    change = TopicChange(
        "wages", "Wages", "kept", ("wages",), TopicSide(HERE, assessment=then), TopicSide(HERE, assessment=now)
    )
    assert describe_assessments(change) == words


def test_what_is_counted_in_a_topic_is_rated_by_its_own_text() -> None:
    then = TopicSide(HERE, Measure(8, 90, 5000, ((Kind.ABUSE, 4),), 1, 0))
    now = TopicSide(HERE, Measure(4, 40, 2500, ((Kind.ABUSE, 2),), 0, 0))
    assert describe_rates(TopicChange("wages", "Wages", "kept", ("wages",), then, now)) == (
        "Characters 5,000 → 2,500; sentences reporting abuses 4 → 2 (8.0 → 8.0); figures 1 → 0 (2.0 → 0.0); "
        "in brackets per 10,000 characters of the topic's text"
    )
    gone = TopicChange("wages", "Wages", "dropped", ("wages",), then, TopicSide((), Measure(kinds=((Kind.ABUSE, 0),))))
    assert "sentences reporting abuses 4 → 0 (8.0 → no text)" in describe_rates(gone)
