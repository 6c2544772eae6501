"""What one report says on a topic, how it is treated, the text behind it; and what an outline provides for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.records import outline_name
from hrreport.comparison.matrix import edition_matrix
from hrreport.comparison.topic_readings import outline_topics, read_topics
from hrreport.model.change import PassageReference
from hrreport.model.finding import Assessment
from hrreport.model.topic_reading import TopicReading

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.country import Edition
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


PAGE = """
1.c Torture | torture
Guards beat 40 detainees. The law forbids torture.

2.b/prolonged Prolonged Detention | pretrial-detention
There were no reports of long detention.

6/women Women | women
Husbands beat wives.
Reproductive Rights | reproductive-rights > There were no reports of forced sterilization.
"""


@pytest.fixture
def read(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> Callable[..., TopicReading]:
    report = build(2024, PAGE)
    analysis = analyze(report)
    return lambda *topics: read_topics(report, analysis, [topics]).readings[0]


def test_a_topic_is_read_with_those_that_belong_to_it(read: Callable[..., TopicReading]) -> None:
    torture, arrest, marriage = read("torture"), read("arbitrary-arrest"), read("rape-domestic-violence")
    assert (torture.standing, torture.treatment) == ("own", "reported")
    assert torture.finding
    assert torture.finding.text == "Guards beat 40 detainees."
    assert (arrest.standing, arrest.treatment) == ("narrower", "absent")
    assert (marriage.standing, marriage.treatment, marriage.measure.sentences) == ("wider", "wider", 0)


def test_no_heading_is_no_statement_that_there_is_nothing(read: Callable[..., TopicReading]) -> None:
    assert read("corruption").treatment == read("killings").treatment == "no-heading"
    assert (read("corruption").standing, read("killings").standing) == ("none", "unused")


@pytest.mark.parametrize(
    ("assessment", "treatment"),
    [
        (Assessment("abuses-reported", "limited"), "reported"),
        (Assessment("none-reported", basis="respected"), "absent"),
        (Assessment("not-addressed", basis="cross-reference"), "cross-reference"),
        (Assessment("not-addressed", basis="not-applicable"), "not-applicable"),
        (Assessment("not-addressed", basis="description"), "described"),
        (Assessment("not-addressed"), "described"),
        (None, "no-text"),
    ],
)
def test_silences_are_told_apart(assessment: Assessment | None, treatment: str) -> None:
    assert TopicReading("own", (PassageReference("1.c", "c. Torture"),), assessment=assessment).treatment == treatment


def test_the_text_comes_along_where_it_is_asked_for(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    report = build(2024, PAGE)
    subjects = [("reproductive-rights",), ("women",)]
    read = read_topics(report, analyze(report), subjects, texts=True)
    rights, women = ([read.paragraphs[n] for n in reading.paragraphs] for reading in read.readings)
    assert [p.sentences for p in rights] == [("There were no reports of forced sterilization.",)]
    assert [p.label for p in women] == ["", "Reproductive Rights"]
    assert not read_topics(report, analyze(report), subjects).paragraphs
    assert not read.report.sections


def test_topics_without_a_heading_in_any_report_are_set_apart_and_not_lost(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    report = build(2024, PAGE)
    matrix = edition_matrix([(report, analyze(report))], 2024)
    assert [topic.id for topic in matrix.topics] == ["torture", "arbitrary-arrest", "women"]
    assert len(matrix.topics) + len(matrix.unheaded) == sum(not topic.broader for topic in records.topics())
    (asked,) = edition_matrix([(report, analyze(report))], 2024, ["corruption"]).topics
    assert asked.id == "corruption"


def test_every_topic_of_a_duty_is_a_topic_and_every_region_has_a_name() -> None:
    assert {topic for duty in records.duties() for topic in duty.topics} <= {topic.id for topic in records.topics()}
    assert {country.region for country in records.countries()} == {region.id for region in records.regions()}


def test_an_outline_knows_its_topics_whether_or_not_a_report_uses_them() -> None:
    of_2023, of_2024 = outline_topics(2023), outline_topics(2024)
    assert of_2023 is not None
    assert of_2024 is not None
    assert {"prisons", "birth-registration", "conflict-abuses"} <= of_2023
    assert "prisons" not in of_2024


def test_an_edition_that_is_not_known_has_no_outline() -> None:
    assert outline_topics(2090) is None
    assert outline_name(2090) == ""
    assert outline_name(2012) == outline_name(2013) != outline_name(2023)


@pytest.mark.parametrize("edition", [one for one in records.editions() if one.outline], ids=lambda one: str(one.year))
def test_no_other_topics_than_those_of_the_parsed_outline(edition: Edition) -> None:
    found: set[str] = set()
    for heading in tables.table(f"outlines/{edition.outline}.toml")["heading"]:
        found.update(heading.get("topics", ()))
        found.update(topic for topics in heading.get("labels", {}).values() for topic in topics)
    assert sorted(outline_topics(edition.year) or ()) == sorted(found)
