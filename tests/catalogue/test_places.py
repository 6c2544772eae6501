"""Places of a report as people type them: ids, printed places, headings, slips."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hrreport.catalogue.places import find_place, find_places
from hrreport.errors import InputError, NotFoundError
from hrreport.model.country import ReportId
from hrreport.model.locator import Locator
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance
from hrreport.model.sections import covered

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
        ("1 c", Locator("1.c")),
        ("Section 1 c", Locator("1.c")),
        ("sect. 1.c", Locator("1.c")),
        ("subsection 1.c", Locator("1.c")),
        ("Section 1, subsection (c)", Locator("1.c")),
        ("section 1, sub-section c, paragraph 1", Locator("1.c", 1)),
        ("1.c at para 1", Locator("1.c", 1)),
        ("¶ 2 of Women", Locator("6/women", 2)),
        ("1.c.1", Locator("1.c", 1)),
        ("1(c)(1)", Locator("1.c", 1)),
        ("Section 1. Integrity", Locator("1")),
        ("arcadia-2023/1.c", Locator("1.c")),
        ("Arcadia-2023/1.c/2", Locator("1.c/prison-conditions", 2)),
        ("arcadia-2023/6/2/1", Locator("6/women", 2, 1)),
        ("arcadia-2023/1.c/prison-conditions", Locator("1.c/prison-conditions")),
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
    with pytest.raises(NotFoundError, match=f'^no section "{typed}" in the report on arcadia 2023$') as caught:
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
    with pytest.raises(InputError, match=r'"women" can mean 2 sections of .*: 6/women, isle:6/women$') as caught:
        find_place(WITH_PART, "women")
    assert caught.value.hint == "name one of them by its id"
    assert find_place(WITH_PART, "isle:6/Women") == Locator("isle:6/women")


def test_a_paragraph_that_is_not_there_is_no_section() -> None:
    with pytest.raises(NotFoundError, match=r"there is nothing at § 1\.c ¶ 9"):
        find_place(REPORT, "1.c ¶ 9")


# -- several places, ranges and topics -----------------------------------------------------------


def _paragraphs(first: int, last: int, **more: object) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(n, f"Sentence {n}.", **more) for n in range(first, last + 1))  # type: ignore[arg-type]


LONG = replace(
    REPORT,
    sections=(
        Section("summary", "", "Executive Summary", 2, _paragraphs(1, 3)),
        Section("1", "1", "Integrity of the Person", 2, (), (
            Section("1.c", "c", "Torture", 3, _paragraphs(1, 5), (
                Section("1.c/prison-conditions", "", "Prison Conditions", 4, _paragraphs(6, 8), topics=("prisons",)),
            ), topics=("torture",)),
        )),
        Section("2.a", "a", "Expression", 3, (
            *_paragraphs(1, 2), Paragraph(3, "It was a crime.", topic="Libel", topics=("libel",)), *_paragraphs(4, 4),
            Paragraph(5, "None.", topic="Internet", topics=("internet-freedom",)),
        ), topics=("expression",)),
        Section("6", "6", "Discrimination", 2, (), (
            Section("6/women", "", "Women", 3, _paragraphs(1, 3)),
            Section("6/children", "", "Children", 3, _paragraphs(4, 7)),
        )),
        Section("tibet", "", "Tibet", 1, (), (Section("tibet:1.c", "c", "Torture There", 3, _paragraphs(1, 6)),)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (["1.c ¶ 4"], ["§ 1.c ¶ 4"]),
        (["sec.", "1.c,", "para.", "4"], ["§ 1.c ¶ 4"]),
        (["s 1.c, para 4"], ["§ 1.c ¶ 4"]),
        (["Sec. 1.c"], ["§ 1.c"]),
        (["section 1(c)"], ["§ 1.c"]),
        (["section", "1(c),", "paragraph", "4"], ["§ 1.c ¶ 4"]),
        (["para. 4 of section 1(c)"], ["§ 1.c ¶ 4"]),
        (["paras", "4-6", "of", "1.c"], ["§ 1.c ¶ 4–6"]),
        (["1.c ¶¶ 4-6"], ["§ 1.c ¶ 4–6"]),
        (["1.c:4–6"], ["§ 1.c ¶ 4–6"]),
        (["1.c", "¶¶", "4", "–", "6"], ["§ 1.c ¶ 4–6"]),
        (["#1.c-p4"], ["§ 1.c ¶ 4"]),
        (["#1.c-p4-6"], ["§ 1.c ¶ 4–6"]),
        (["1.c-p4-s1"], ["§ 1.c ¶ 4"]),
        (["tibet:1.c:4-6"], ["§ tibet:1.c ¶ 4–6"]),
        (["1.c:4", "6/women"], ["§ 1.c ¶ 4", "§ 6/women"]),
        (["6/women:1", "1.c:4-6"], ["§ 6 ¶ 1", "§ 1.c ¶ 4–6"]),
        (["1.c ¶ 4", "summary ¶¶ 1-2"], ["§ 1.c ¶ 4", "§ summary ¶ 1–2"]),
        (["1.c ¶¶ 4, 6"], ["§ 1.c ¶ 4", "§ 1.c ¶ 6"]),
        (["1.c ¶¶ 1, 3-4 and 6"], ["§ 1.c ¶ 1", "§ 1.c ¶ 3–4", "§ 1.c ¶ 6"]),
        (["women"], ["§ 6/women"]),
        (["section 6 women"], ["§ 6/women"]),
        (["§ 6, Women"], ["§ 6/women"]),
        (["§ 6 (Women)"], ["§ 6/women"]),
        (["§ 6, Women, ¶ 2"], ["§ 6 ¶ 2"]),
        (["§ 6/women ¶ 2"], ["§ 6 ¶ 2"]),
        (["women", "¶", "2"], ["§ 6 ¶ 2"]),
        (["§ 1.c, Prison Conditions, ¶ 7"], ["§ 1.c ¶ 7"]),
        (["executive summary"], ["§ summary"]),
        (["Executive Summary ¶ 2"], ["§ summary ¶ 2"]),
        (["1.c:4-6; women ¶ 2"], ["§ 1.c ¶ 4–6", "§ 6 ¶ 2"]),
        (["1.c, women, children"], ["§ 1.c", "§ 6/women", "§ 6/children"]),
        (["torture"], ["§ 1.c"]),
        (["prisons"], ["§ 1.c/prison-conditions"]),
        (["defamation"], ["§ 2.a ¶ 3–4"]),
        (["free speech"], ["§ 2.a"]),
    ],
)
def test_places_are_understood_as_they_are_typed_and_printed(words: list[str], places: list[str]) -> None:
    assert [str(place) for place in find_places(LONG, words)] == places


@pytest.mark.parametrize(
    "words", [["1.c:4", "?!"], ["1.c ¶¶ 4-"], ["1.c ¶¶ -6"], ["?!-6"], ["1-4"], ["1.c-p4-s2-3"], ["?!"]]
)
def test_what_is_no_place_is_refused(words: list[str]) -> None:
    with pytest.raises((InputError, NotFoundError), match=r"is not a place in a report|^no section "):
        find_places(LONG, words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["1.c ¶¶ 4, 6, women"], "can be read in two ways"),
        (["1.c ¶¶ 6-4"], "is not a range of paragraphs"),
        (["1.c ¶ 99"], "there is nothing at § 1.c ¶ 99"),
        (["6/women ¶ 5"], 'is not in section "6/women"'),
        (["6/wome"], 'no section "6/wome"'),
        (["gay"], 'no heading of the report on arcadia 2023 is on "lgbtqi"'),
        ([""], "no section was named"),
    ],
)
def test_a_place_that_is_not_there_is_refused_in_words(words: list[str], said: str) -> None:
    with pytest.raises((InputError, NotFoundError), match=said):
        find_places(LONG, words)


def test_places_cover_their_paragraphs_and_what_is_below_a_section() -> None:
    assert covered(LONG, find_places(LONG, ["1.c:5-6"])) == {("1.c", 5), ("1.c/prison-conditions", 6)}
    assert len(covered(LONG, find_places(LONG, ["1.c"]))) == 8
    assert covered(LONG, find_places(LONG, ["women", "summary:1"])) == {
        ("6/women", 1), ("6/women", 2), ("6/women", 3), ("summary", 1),
    }  # fmt: skip


def test_a_stable_id_of_another_report_is_refused_and_not_read_as_a_place_of_this_one() -> None:
    for find in (lambda: find_place(REPORT, "kaz-2023/1.c/1"), lambda: find_places(REPORT, ["kaz-2023/1.c/1"])):
        with pytest.raises(InputError, match="is a place in another report than the one on arcadia 2023"):
            find()
    with pytest.raises(NotFoundError):
        find_place(REPORT, "arcadia-2023/1.c/9")
    assert [str(one) for one in find_places(REPORT, ["arcadia-2023/1.c/1; arcadia-2023/6/2"])] == [
        "§ 1.c ¶ 1",
        "§ 6 ¶ 2",
    ]
