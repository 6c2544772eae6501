"""Headings that stand for a topic."""

from __future__ import annotations

import pytest

from hrreport.model.topic import TopicHeading


@pytest.mark.parametrize(("first", "last", "years"), [(2017, 2020, "2017–2020"), (2024, 2024, "2024")])
def test_the_editions_of_a_heading_are_shown_in_short(first: int, last: int, years: str) -> None:
    assert TopicHeading(first, last, "1.c", "Torture").years == years
