"""The outline files say what they must, and a year finds its own."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from hrreport import facts
from hrreport.parsing.outline import key, outline_of, read_outline

NAMES = facts.names("outlines", ".toml")
TOPICS = {topic.id for topic in facts.topics()}


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_and_label_stands_for_topics_that_exist(name: str) -> None:
    for heading in read_outline(name)[2].headings:
        assert set(heading.topics) <= TOPICS, heading.title
        for label, topics in heading.labels.items():
            assert set(topics) <= TOPICS, label


@pytest.mark.parametrize("name", NAMES)
def test_no_place_is_given_twice_and_every_place_hangs_below_one_before(name: str) -> None:
    seen: set[str] = set()
    for heading in read_outline(name)[2].headings:
        assert heading.place not in seen
        above = heading.place.rpartition("/")[0] or heading.place.rpartition(".")[0]
        assert not above or above in seen, heading.place
        assert heading.level <= 5
        seen.add(heading.place)


def test_the_files_cover_the_years_from_1993_without_gap_or_overlap() -> None:
    covered = [read_outline(name)[:2] for name in NAMES]
    assert [int(name) for name in NAMES] == [first for first, _ in covered]
    for (_, last), (first, _) in pairwise(covered):
        assert first == last + 1


def test_topics_are_unique_and_wider_ones_come_before_their_parts() -> None:
    seen: set[str] = set()
    for topic in facts.topics():
        assert topic.id not in seen
        assert not topic.broader or topic.broader in seen, topic.id
        seen.add(topic.id)


COUNTERPARTS = [line.split(" = ") for line in (Path(__file__).parent / "counterparts.txt").read_text().splitlines()]


@pytest.mark.parametrize(("new", "old"), COUNTERPARTS)
def test_counterparts_of_2024_and_2023_meet_in_a_topic(new: str, old: str) -> None:
    newer, older = outline_of(2024), outline_of(2023)
    letter, _, title = new.partition(" ")
    topics = next(h for h in newer.headings if h.title == title and h.place.startswith(letter)).topics
    where, _, label = old.partition(" > ")
    counterpart = next(h for h in older.headings if h.place == where).topics
    assert set(topics) & set(older.label_topics(label, where) or () if label else counterpart)


@pytest.mark.parametrize("subject", ["killings", "torture", "press-freedom", "religion", "child-labor", "unions"])
def test_great_subjects_stand_in_every_outline(subject: str) -> None:
    for name in NAMES:
        assert any(subject in heading.topics for heading in read_outline(name)[2].headings), name


def test_a_year_after_the_last_outline_expects_nothing_but_knows_the_words() -> None:
    newer = outline_of(2099)
    assert not newer.fixed
    assert newer.headings == outline_of(2024).headings
    assert not outline_of(1980).fixed


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Governmental Posture Toward International Investigation of Alleged Abuses of Human Rights", "5"),
        ("Corruption and Lack of Transparency in the Government", "4"),
        ("Discrimination and Social Abuses", "6"),
        ("Worker Right", "7"),
    ],
)
def test_a_slightly_different_title_is_found(title: str, place: str) -> None:
    outline = outline_of(2023)
    found = outline.alike(title, [h for h in outline.headings if h.numbered])
    assert found is not None
    assert found.place == place


def test_a_title_of_another_matter_is_not_found() -> None:
    outline = outline_of(2023)
    assert outline.alike("Weather and Climate", outline.headings) is None


def test_a_label_has_the_topics_of_the_section_it_stands_in() -> None:
    outline = outline_of(2023)
    assert outline.label_topics("Discrimination", "6/women") == ("gender-discrimination",)
    assert outline.label_topics("Violence and Harassment", "2.a") == ("attacks-on-journalists",)
    assert outline.label_topics("Internet Freedom", "2.a") == ("internet-freedom",)
    assert outline.label_topics("Administration", "1.c/prison-and-detention-center-conditions") == ()
    assert outline.label_topics("Wage and Hour Laws", "3") == ("wages",)
    assert outline.label_topics("Stateless Persons", "6/children") == ("stateless-persons",)
    assert outline.label_topics("Weather", "2.a") is None


def test_the_key_of_a_title_ignores_case_punctuation_and_pointers() -> None:
    assert key("Women’s  RIGHTS (see section 6)") == key("womens rights")
