"""The tree of a report: paths, places, and the words that stand at them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hrreport.errors import NotFoundError
from hrreport.model.country import ReportId
from hrreport.model.locator import Locator
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance

PRISONS = Section(
    "1.c/prisons",
    "",
    "Prisons",
    4,
    (Paragraph(2, "Cells were cold. They were full.", (0, 17), "Physical Conditions"),),
)
TORTURE = Section("1.c", "c", "Torture", 3, (Paragraph(1, "The law forbade it.", (0,)),), (PRISONS,))
REPORT = Report(
    ReportId("arcadia", 2023),
    "Arcadia",
    "2024-04-22",
    (
        Section("summary", "", "Executive Summary", 2, (Paragraph(1, "Nothing changed.", (0,)),)),
        Section("1", "1", "Integrity", 2, (), (TORTURE,)),
    ),
    Provenance("", "https://a.example/", datetime(2024, 5, 1, tzinfo=UTC), "file", "00"),
)


def test_walking_visits_every_section_in_the_order_of_the_page() -> None:
    assert [s.id for s in REPORT.walk()] == ["summary", "1", "1.c", "1.c/prisons"]


def test_passages_pair_each_paragraph_with_its_section() -> None:
    assert [(s.id, p.number) for s, p in REPORT.passages()] == [("summary", 1), ("1.c", 1), ("1.c/prisons", 2)]


def test_a_path_leads_from_the_top_to_the_section() -> None:
    assert [s.title for s in REPORT.path("1.c/prisons")] == ["Section 1. Integrity", "c. Torture", "Prisons"]


def test_a_paragraph_knows_its_sentences_and_its_printed_form() -> None:
    (paragraph,) = PRISONS.paragraphs
    assert paragraph.sentences == ("Cells were cold.", "They were full.")
    assert paragraph.printed == "Physical Conditions: Cells were cold. They were full."
    assert PRISONS.words == 8


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Locator("1.c/prisons", 2, 2), "They were full."),
        (Locator("1.c/prisons", 2), "Cells were cold. They were full."),
        (Locator("1.c/prisons"), "Physical Conditions: Cells were cold. They were full."),
    ],
)
def test_a_locator_yields_the_words_that_stand_there(place: Locator, text: str) -> None:
    assert REPORT.text_at(place) == text


@pytest.mark.parametrize("place", [Locator("9"), Locator("1.c", 7), Locator("1.c", 1, 2), Locator("1.c", 1, 0)])
def test_a_place_that_does_not_exist_is_not_found(place: Locator) -> None:
    with pytest.raises(NotFoundError):
        REPORT.text_at(place)


def test_a_path_to_nowhere_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="no section") as caught:
        REPORT.path("9.z")
    assert caught.value.hint == "see 'hrreport sections arcadia 2023'"


def test_a_pinpoint_names_the_section_in_which_paragraphs_are_counted() -> None:
    place = TORTURE.sections[0].locate(PRISONS.paragraphs[0])
    assert str(place) == "§ 1.c ¶ 2"
    assert place.pinpoint == "¶ 2"
    assert PRISONS.anchor == "1.c"
    assert str(Locator("6/women")) == "§ 6/women"
    assert Locator("6/women").pinpoint == ""


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        (Locator("1.c"), Locator("1.c")),
        (Locator("1.c", 1), Locator("1.c", 1)),
        (Locator("1.c", 2), Locator("1.c/prisons", 2)),
        (Locator("1.c/prisons", 2, 1), Locator("1.c/prisons", 2, 1)),
    ],
)
def test_a_paragraph_is_found_under_the_heading_that_it_stands_under(asked: Locator, place: Locator) -> None:
    assert REPORT.resolve(asked) == place


@pytest.mark.parametrize("asked", [Locator("9"), Locator("1.c", 3), Locator("1.c", 2, 3), Locator("1", 1)])
def test_a_place_that_is_not_there_is_not_resolved(asked: Locator) -> None:
    with pytest.raises(NotFoundError):
        REPORT.resolve(asked)


def test_a_paragraph_of_another_heading_is_refused_with_the_heading_it_stands_under() -> None:
    with pytest.raises(NotFoundError, match="is not in section") as caught:
        REPORT.resolve(Locator("1.c/prisons", 1))
    assert caught.value.hint == 'paragraphs are counted through section 1.c; it is in "1.c"'
