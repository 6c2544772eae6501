"""Changes in words."""

from __future__ import annotations

import pytest

from hrreport.model.change import Place, TopicChange, TopicSide
from hrreport.model.change_wording import assessments_said
from hrreport.model.finding import Assessment

SERIOUS = Assessment("abuses-reported", "serious")
LIMITED = Assessment("abuses-reported", "limited")
UNKNOWN = Assessment("abuses-reported")
NONE = Assessment("none-reported", basis="no-reports")
HERE = (Place("7.e", "e. Conditions of Work"),)


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
    assert assessments_said(change) == words
