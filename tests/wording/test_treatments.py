"""Treatments of a topic in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.model.change import Measure, PassageReference
from hrreport.model.finding import Assessment
from hrreport.model.topic_reading import ReportReadings, TopicReading
from hrreport.wording.treatments import (
    LEVEL_SIGNS,
    LEVELS,
    by_level,
    count_mentions,
    describe_place,
    entry_size,
    level_of,
    level_words,
    mention_mark,
    sign_of_level,
)

if TYPE_CHECKING:
    from hrreport.model.report import Report

HERE = (PassageReference("1.c", "c. Torture"),)
SERIOUS = TopicReading("own", HERE, assessment=Assessment("abuses-reported", "serious"))
PARTS = TopicReading("narrower", HERE, assessment=Assessment("none-reported", basis="respected"))
MENTIONED = TopicReading("none", mentions=14)


@pytest.mark.parametrize(
    ("reading", "level", "sign", "words", "place"),
    [
        (SERIOUS, "serious", "●", "serious abuses reported", "§ 1.c"),
        (TopicReading("own", HERE), "no-text", "?", "heading without an assessed text", "§ 1.c"),
        (
            PARTS,
            "absent",
            "○↓",
            "reported as absent or respected (only headings for parts of the topic)",
            "§ 1.c",
        ),
        (MENTIONED, "no-heading", "–", "no heading in this report (its words in 14 paragraphs)", ""),
    ],
)
def test_a_level_has_a_sign_words_and_a_place(
    reading: TopicReading, level: str, sign: str, words: str, place: str
) -> None:
    assert (level_of(reading), sign_of_level(reading), level_words(reading)) == (level, sign, words)
    assert describe_place(reading) == place


def test_every_level_has_a_sign_of_its_own() -> None:
    assert set(LEVELS) <= set(LEVEL_SIGNS)
    assert len(set(LEVEL_SIGNS.values())) == len(LEVEL_SIGNS)


def test_reports_are_grouped_gravest_first_and_mentions_counted(arcadia: Report) -> None:
    reports = [ReportReadings(arcadia, Measure(), (reading,)) for reading in (MENTIONED, SERIOUS, MENTIONED)]
    groups = by_level(reports, 0)
    assert {level: len(cells) for level, cells in groups.items()} == {"serious": 1, "no-heading": 2}
    assert list(groups) == ["serious", "no-heading"]
    assert count_mentions(groups["no-heading"]) == "the topic's words are elsewhere in 2 of the reports"
    assert count_mentions(groups["serious"]) == mention_mark(SERIOUS) == ""


def test_a_report_without_a_passage_says_so() -> None:
    assert [entry_size(number, None) for number in (0, 1, 2)] == ["no passage", "1 paragraph", "2 paragraphs"]
