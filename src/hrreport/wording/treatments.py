"""Treatments of a topic in words, and the levels by which countries are grouped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.changes import numbers_of
from hrreport.wording.reports import assessed, counted, degree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.edition_change import ChangedAssessment, DutyOutcome
    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.topic import Topic
    from hrreport.model.topic_reading import ReportReadings, TopicReading

TREATMENT_WORDS: dict[DutyOutcome, str] = {
    "reported": "abuses reported",
    "absent": "reported as absent or respected",
    "described": "described only",
    "cross-reference": "cross-reference only",
    "not-applicable": "not applicable",
    "no-text": "heading without an assessed text",
    "wider": "only a heading for the wider topic",
    "no-heading": "no heading in this report",
    "heading-gone": "heading gone",
}
LEVELS: dict[str, str] = {
    "serious": "serious abuses reported",
    "limited": "limited abuses reported",
    "reported": "abuses reported, extent not known",
    **{name: words for name, words in TREATMENT_WORDS.items() if name not in ("reported", "heading-gone")},
}
"""The levels of a cell, gravest first, those last that say nothing of the country; each with its meaning."""
LEVEL_SIGNS = {
    "serious": "●", "limited": "◐", "reported": "■", "absent": "○", "described": "·", "cross-reference": "→",
    "not-applicable": "n", "no-text": "?", "wider": "↑", "no-heading": "–", "heading-gone": "×",
}  # fmt: skip
"""The sign of each level: its shape alone says which."""
PART_SIGN = "↓"
"""Behind the sign of a level where only parts of the topic have a heading."""
PARTS = "only headings for parts of the topic"


def level_of(reading: TopicReading) -> str:
    """Return which of the `LEVELS` a cell has."""
    return degree(reading.assessment) if reading.treatment == "reported" else reading.treatment


def sign_of_level(reading: TopicReading) -> str:
    """Return the sign of a cell, with another behind it where only parts of the topic have a heading."""
    return LEVEL_SIGNS[level_of(reading)] + part_sign(reading)


def part_sign(reading: TopicReading) -> str:
    """Return the sign of a topic of which only parts have a heading; empty for others."""
    return PART_SIGN if reading.standing == "narrower" else ""


def level_words(reading: TopicReading) -> str:
    """Return the level of a cell in words, with whether only parts have a heading, or where the topic's words are."""
    words = LEVELS[level_of(reading)]
    remark = PARTS if reading.standing == "narrower" else mention_words(reading.mentions)
    return f"{words} ({remark})" if remark else words


def mention_words(mentions: int | None) -> str:
    """Return where the words of a topic without a heading are; empty where they were not looked for.

    >>> mention_words(14), mention_words(0), mention_words(None)
    ('its words in 14 paragraphs', 'its words nowhere', '')
    """
    if mentions is None:
        return ""
    return f"its words in {counted(mentions, 'paragraph')}" if mentions else "its words nowhere"


def mention_mark(reading: TopicReading) -> str:
    """Return the mark behind a country whose report has words of a topic without a heading: `` (14¶)``."""
    return f" ({reading.mentions:,}¶)" if reading.mentions else ""


def count_mentions(cells: Iterable[tuple[ReportReadings, TopicReading]]) -> str:
    """Return in how many reports without a heading the words of the topic are; empty where none was looked for."""
    sought = [reading.mentions for _, reading in cells if reading.mentions is not None]
    return f"the topic's words are elsewhere in {sum(map(bool, sought)):,} of the reports" if sought else ""


def mentions_note(reports: Iterable[ReportReadings], year: int, topics: Sequence[Topic]) -> str:
    """Return how to read the paragraphs that hold words of a topic without a heading; empty where there are none."""
    if not any(reading.mentions for each in reports for reading in each.readings):
        return ""
    topic = topics[0].id if len(topics) == 1 else "TOPIC"
    return (
        "Absence of a heading is not evidence of absence. The paragraphs (¶) that hold a topic's words: "
        f"hrreport show COUNTRY {year} --topic {topic}"
    )


def entry_size(paragraphs: int, elsewhere: Elsewhere | None) -> str:
    """Return how much a report has on a topic: under headings, or else by words."""
    if paragraphs or elsewhere is None:
        return counted(paragraphs, "paragraph") if paragraphs else "no passage"
    return f"no heading; {mention_words(len(elsewhere.mentions))}" if elsewhere.words else "no heading"


def by_level(reports: Iterable[ReportReadings], topic: int) -> dict[str, list[tuple[ReportReadings, TopicReading]]]:
    """Return the reports with what they say on a topic, by level in the order of `LEVELS`, empty levels left out."""
    cells: dict[str, list[tuple[ReportReadings, TopicReading]]] = {level: [] for level in LEVELS}
    for report in reports:
        cells[level_of(report.readings[topic])].append((report, report.readings[topic]))
    return {level: each for level, each in cells.items() if each}


def describe_place(reading: TopicReading) -> str:
    """Return where a cell's key finding is, or else its sections; empty where the report has no heading."""
    if reading.finding:
        return str(reading.finding.locator)
    return f"§ {numbers_of(reading.places)}" if reading.places else ""


def turned_words(topic: ChangedAssessment) -> str:
    """Return both assessments of a topic, each with its sections."""
    old, new = numbers_of(topic.old_places), numbers_of(topic.new_places)
    return f"{assessed(topic.old)} (§ {old}) → {assessed(topic.new)} (§ {new})"


def countries_counted(number: int) -> str:
    """Return how many countries.

    >>> countries_counted(1), countries_counted(195)
    ('1 country', '195 countries')
    """
    return counted(number, "country", "countries")
