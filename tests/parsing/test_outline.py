"""The outline files say what they must, and a year finds its own."""

from __future__ import annotations

import csv
import html
import re
from collections import defaultdict
from pathlib import Path

import pytest

from hrreport import tables
from hrreport.catalogue import records
from hrreport.parsing.outline import inherited_topics, key, outline_of, read_outline

NAMES = tables.names("outlines", ".toml")
TOPICS = {topic.id for topic in records.topics()}


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_and_label_stands_for_topics_that_exist(name: str) -> None:
    for heading in read_outline(name).headings:
        assert set(heading.topics) <= TOPICS, heading.title
        for label, topics in heading.labels.items():
            assert set(topics) <= TOPICS, label


@pytest.mark.parametrize("name", NAMES)
def test_no_place_is_given_twice_and_every_place_hangs_below_one_before(name: str) -> None:
    seen: set[str] = set()
    for heading in read_outline(name).headings:
        assert heading.place not in seen
        above = heading.place.rpartition("/")[0] or heading.place.rpartition(".")[0]
        assert not above or above in seen, heading.place
        assert heading.level <= 5
        seen.add(heading.place)


def test_every_edition_has_an_outline_named_for_the_first_that_follows_it() -> None:
    followed = {name: [e.year for e in records.editions() if e.outline == name] for name in NAMES}
    assert sorted(year for years in followed.values() for year in years) == [e.year for e in records.editions()]
    for name, years in followed.items():
        assert years == list(range(int(name), int(name) + len(years)))


def test_topics_are_unique_and_wider_ones_come_before_their_parts() -> None:
    seen: set[str] = set()
    for topic in records.topics():
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


SUBJECTS = list(csv.DictReader((Path(__file__).parent / "subjects.csv").read_text("utf-8").splitlines()))
"""Where the headings (or labels, after a ``>``) of a topic stand in each outline of 2016 to 2024; empty: nowhere."""


def topics_of(outline: str, where: str) -> tuple[str, ...]:
    place, _, label = where.partition(" > ")
    heading = next(h for h in read_outline(outline).headings if h.place == place)
    return heading.labels[key(label)] if label else heading.topics


@pytest.mark.parametrize("row", SUBJECTS, ids=[row["topic"] for row in SUBJECTS])
def test_a_topic_follows_its_subject_through_all_editions(row: dict[str, str]) -> None:
    topic = row["topic"]
    for outline in list(row)[1:]:
        if row[outline]:
            assert topic in topics_of(outline, row[outline]), outline
        else:
            used = {t for h in read_outline(outline).headings for each in (h.topics, *h.labels.values()) for t in each}
            assert topic not in used, outline


def test_every_topic_of_an_outline_has_a_row_and_every_outline_since_2016_a_column() -> None:
    outlines = list(SUBJECTS[0])[1:]
    assert outlines == [name for name in NAMES if int(name) >= 2016]
    headings = [h for name in outlines for h in read_outline(name).headings]
    used = {topic for h in headings for each in (h.topics, *h.labels.values()) for topic in each}
    assert {row["topic"] for row in SUBJECTS} == used


OF_SEVERAL_SUBJECTS = {
    "violence and harassment": "of journalists in section 2, of LGBTQI+ persons in section 6",
    "freedom of movement": "of everybody, and of refugees",
    "discrimination": "of women, of LGBTQI+ persons, and at work",
}


def test_the_same_title_has_a_topic_in_common_in_all_outlines() -> None:
    printed: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for heading in (heading for name in NAMES for heading in read_outline(name).headings):
        printed[key(heading.title)].add(heading.topics)
        for label, topics in heading.labels.items():
            printed[label].add(topics or heading.topics)
    for title, found in printed.items():
        assert title in OF_SEVERAL_SUBJECTS or found == {()} or set.intersection(*map(set, found)), title
        assert title not in OF_SEVERAL_SUBJECTS or len(found) > 1, title


def test_nearly_every_heading_on_real_pages_stands_in_the_outline_of_its_edition(shared_site: Path) -> None:
    known: list[str] = []
    others: list[str] = []
    for page in (shared_site / "www.state.gov" / "reports").glob("20*-country-reports-*/*/index.html"):
        year = int(page.parts[-3][:4])
        outline = outline_of(year)
        for printed in re.findall(
            r"<h[2-5]\b[^>]*__subsection-[^>]*>(.*?)</h[2-5]>", page.read_text("utf-8"), re.DOTALL
        ):
            title = re.sub(r"^\s*[a-z]\.\s", "", html.unescape(re.sub(r"<[^>]+>", "", printed)), flags=re.IGNORECASE)
            there = outline.exact(title) or outline.knows_label(title) or outline.alike(title, outline.headings)
            if key(title):
                (known if there else others).append(f"{year} {page.parts[-2]}: {title}")
    if not known:
        pytest.skip("the shared mirror has no pages since 2016")
    assert len(others) <= len(known) / 400, others  # slips of the pages


def test_a_heading_of_another_edition_lends_its_topics() -> None:
    assert outline_of(2024).label_topics("Arrest Procedures and Treatment of Detainees", "2.c") is None
    assert inherited_topics("Arrest Procedures and Treatment of Detainees") == ()
    assert inherited_topics("ARREST PROCEDURES AND TREATMENT OF DETAINEES", unlabeled=True) == ("arrest-procedures",)
    assert inherited_topics("Displaced Children", unlabeled=True) == ("displaced-children",)
    assert inherited_topics("Weather", unlabeled=True) == ()


@pytest.mark.parametrize("subject", ["killings", "torture", "press-freedom", "religion", "child-labor", "unions"])
def test_great_subjects_stand_in_every_outline(subject: str) -> None:
    for name in NAMES:
        assert any(subject in heading.topics for heading in read_outline(name).headings), name


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
