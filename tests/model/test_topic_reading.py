"""The ways in which a report treats a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from hrreport.model.finding import Assessment
from hrreport.model.topic_reading import TopicReading, Treatment

if TYPE_CHECKING:
    from hrreport.model.topic_reading import Standing

CASES: tuple[tuple[Standing, Assessment | None, Treatment], ...] = (
    ("own", Assessment("abuses-reported", "serious"), "reported"),
    ("own", Assessment("none-reported", basis="no-reports"), "absent"),
    ("narrower", Assessment("not-addressed", basis="description"), "described"),
    ("own", Assessment("not-addressed", basis="cross-reference"), "cross-reference"),
    ("own", Assessment("not-addressed", basis="not-applicable"), "not-applicable"),
    ("own", None, "no-text"),
    ("wider", Assessment("abuses-reported"), "wider"),
    ("unused", None, "no-heading"),
    ("none", None, "no-heading"),
)


@pytest.mark.parametrize(("standing", "assessment", "treatment"), CASES)
def test_each_way_of_treating_a_topic(standing: Standing, assessment: Assessment | None, treatment: Treatment) -> None:
    reading = TopicReading(standing, assessment=assessment)
    assert reading.treatment == treatment
    assert reading.is_silent == (treatment in ("wider", "no-heading"))


def test_no_way_is_left_out() -> None:
    assert {treatment for _, _, treatment in CASES} == set(get_args(Treatment))
