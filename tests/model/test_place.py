"""Places of a report as people type them: ids, printed places, headings, slips."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hrreport.errors import InputError, NotFoundError
from hrreport.model.country import ReportId
from hrreport.model.locator import Locator
from hrreport.model.place import find_place
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance

PRISONS = Section("1.c/prison-conditions", "", "Prison Conditions", 4, (Paragraph(2, "Cells were cold."),))
TORTURE = Section("1.c", "c", "Torture", 3, (Paragraph(1, "The law forbade it."),), (PRISONS,))
WOMEN = Section("6/women", "", "Women", 3, (Paragraph(1, "Few complained."), Paragraph(2, "Fewer won.")))
REPORT = Report(
    ReportId("arcadia", 2023),
    "Arcadia",
    "2024-04-22",
    (
        Section("1", "1", "Integrity of the Person", 2, (), (TORTURE,)),
        Section("6", "6", "Discrimination", 2, (), (WOMEN,)),
    ),
    Provenance("", "https://a.example/", datetime(2024, 5, 1, tzinfo=UTC), "file", "00"),
)
ISLAND = Section("isle:6/women", "", "Women", 3, (Paragraph(1, "None was asked."),))
WITH_PART = replace(REPORT, sections=(*REPORT.sections, Section("isle", "", "The Isle", 1, (), (ISLAND,))))


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("1.c", Locator("1.c")),
        ("1.C", Locator("1.c")),
        ("§ 1.c ¶ 1", Locator("1.c", 1)),
        ("§ 1.c ¶ 2", Locator("1.c/prison-conditions", 2)),
        ("1.c-p1-s1", Locator("1.c", 1, 1)),
        ("Section 6", Locator("6")),
        ("6/Women", Locator("6/women")),
        ("women", Locator("6/women")),
        ("Women ¶ 2", Locator("6/women", 2)),
        ("Prison  Conditions", Locator("1.c/prison-conditions")),
        ("prison conditions ¶ 2", Locator("1.c/prison-conditions", 2)),
        ("prison-conditions", Locator("1.c/prison-conditions")),
        ("Section 1. Integrity of the Person", Locator("1")),
        ("c. Torture", Locator("1.c")),
    ],
)
def test_a_place_is_found_by_id_by_what_is_printed_and_by_heading(typed: str, place: Locator) -> None:
    assert find_place(REPORT, typed) == place


@pytest.mark.parametrize(
    ("typed", "likely"),
    [
        ("6/wome", "6/women"),
        ("womem", "6/women"),
        ("prisons", "1.c/prison-conditions"),
        ("1.c/prison-condition", "1.c/prison-conditions"),
    ],
)
def test_a_slip_is_answered_with_the_section_that_is_spelled_like_it(typed: str, likely: str) -> None:
    with pytest.raises(NotFoundError, match=f"^no section '{typed}' in the report on arcadia 2023$") as caught:
        find_place(REPORT, typed)
    assert caught.value.hint == f"did you mean {likely}? Or see 'hrreport sections arcadia 2023'"


@pytest.mark.parametrize("typed", ["9.z", "1.d", "9", "zzz!", "¶", "?" * 500])
def test_what_is_like_nothing_is_answered_with_the_outline(typed: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_place(REPORT, typed)
    assert caught.value.hint == "see 'hrreport sections arcadia 2023'"
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_is_not_the_whole_report(typed: str) -> None:
    with pytest.raises(InputError, match="no section was named"):
        find_place(REPORT, typed)


def test_a_heading_that_several_sections_bear_is_answered_with_all_of_them() -> None:
    with pytest.raises(InputError, match=r"'women' can mean 2 sections of .*: 6/women, isle:6/women$") as caught:
        find_place(WITH_PART, "women")
    assert caught.value.hint == "name one of them by its id"
    assert find_place(WITH_PART, "isle:6/Women") == Locator("isle:6/women")


def test_a_paragraph_that_is_not_there_is_no_section() -> None:
    with pytest.raises(NotFoundError, match=r"nothing stands at § 1\.c ¶ 9"):
        find_place(REPORT, "1.c ¶ 9")
