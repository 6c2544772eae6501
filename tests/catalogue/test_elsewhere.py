"""Topics without a heading, looked for by their words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import find_elsewhere, words_of_topic
from hrreport.model.elsewhere import NO_HEADING
from hrreport.model.report import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

TEXT = """
summary Executive Summary
The year was calm. Gangs held the port.

1.c Torture | torture
Guards beat Gay boatmen. The rest were let go. Trans-lake traders saw it.
A gayal is an ox. The HIV clinic stood, and the hiv was a bird.

3.a Coercion | reproductive-rights
Women were asked. Rape was rare.

6/harbors Harbors
Blood-feuds of clans went on. So did trade. A vendetta ended.
Same-sex couples > Nobody asked.
"""


@pytest.fixture
def report(build: Callable[[int, str], Report]) -> Report:
    return build(2024, TEXT)


@pytest.mark.parametrize(
    ("topic", "places"),
    [
        ("lgbtqi", ["§ 1.c ¶ 1 (1,)", "§ 6 ¶ 2 ()"]),
        ("gangs", ["§ summary ¶ 1 (2,)"]),
        ("blood-feuds", ["§ 6 ¶ 1 (1, 3)"]),
        ("hiv-aids", ["§ 1.c ¶ 2 (2,)"]),
        ("women", []),
        ("infanticide", []),
    ],
)
def test_a_topic_without_a_heading_is_found_by_its_words(report: Report, topic: str, places: list[str]) -> None:
    found = find_elsewhere(report, topic)
    assert found is not None
    assert [f"{mention.locator} {mention.sentences}" for mention in found.mentions] == places
    assert NO_HEADING in found.notice


def test_a_topic_with_a_heading_is_not_looked_for(report: Report) -> None:
    assert find_elsewhere(report, "torture") is None
    assert find_elsewhere(report, "reproductive-rights") is None


def test_sentences_between_those_with_the_words_are_marked_as_left_out(report: Report) -> None:
    found = find_elsewhere(report, "blood-feuds")
    assert found is not None
    assert found.mentions[0].excerpt == "Blood-feuds of clans went on. […] A vendetta ended."
    assert found.mentions[0].path == ("Harbors",)


def test_every_topic_has_words_and_every_row_of_words_a_topic_and_where_it_is_from() -> None:
    rows = tables.rows("topic_words.csv")
    assert {row["topic"] for row in rows} == {topic.id for topic in records.topics()}
    assert len({row["topic"] for row in rows}) == len(rows)
    assert all(row["provenance"] for row in rows)
    assert all(words_of_topic(topic.id) for topic in records.topics())


def test_no_name_means_two_topics() -> None:
    names = [name for topic in records.topics() for name in {topic.name, topic.id, *topic.other_names}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("gay", "lgbtqi"), ("trans", "lgbtqi"), ("FGM", "fgmc"), ("FGC", "fgmc"), ("police", "security-forces"),
        ("blood feud", "blood-feuds"), ("conscription", "conscription"), ("state protection", "state-protection"),
        ("Domestic Violence", "rape-domestic-violence"), ("honour killings", "harmful-practices"),
    ],
)  # fmt: skip
def test_other_words_that_people_use_name_a_topic(typed: str, topic: str) -> None:
    found = records.topic_named(typed)
    assert found is not None
    assert found.id == topic


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("diversity-programs", "Universities had to keep diversity, equity, and inclusion offices."),
        ("abortion-subsidies", "The state health fund subsidized abortions."),
        ("abortion-subsidies", "The ministry did not publish the number of abortions."),
        ("minors-transition", "Clinics gave puberty blockers to boys of twelve."),
        ("migration-facilitation", "Border guards facilitated illegal migration to the neighboring country."),
        ("speech-arrests", "Police arrested a man for posting a joke; a woman was arrested for social media posts."),
        ("coerced-euthanasia", "Patients said that doctors pressed them to choose euthanasia."),
        ("organ-harvesting", "Prisoners feared organ harvesting."),
    ],
)
def test_subjects_announced_for_coming_editions_are_found_by_their_words(topic: str, text: str, report: Report) -> None:
    paragraphs = (Paragraph(1, text, (0,)), Paragraph(2, "It rained.", (0,)))
    found = find_elsewhere(replace(report, sections=(Section("1", "1", "Life", 2, paragraphs),)), topic)
    assert found is not None
    assert [mention.paragraph.number for mention in found.mentions] == [1]
