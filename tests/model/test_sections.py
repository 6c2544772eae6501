"""Sections by name, and a report cut down to some of its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.errors import NotFoundError
from hrreport.model.locator import Locator
from hrreport.model.sections import Range, analysis_of, covered, no_section, part_of, section_names, section_of

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

PRISONS = "1.c/prison-and-detention-center-conditions"


def test_a_section_is_called_by_its_id_and_by_its_heading_with_and_without_number(arcadia: Report) -> None:
    assert list(section_names(arcadia.section("6/women"))) == ["women", "women", "women"]
    assert list(section_names(arcadia.section("1.b"))) == ["disappearance", "b-disappearance"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("wimen", "did you mean 6/women? Or see 'hrreport sections arcadia 2023'"),
        ("seizures", "did you mean 1.d? Or see 'hrreport sections arcadia 2023'"),
        ("9.z", "see 'hrreport sections arcadia 2023'"),
        ("law", "see 'hrreport sections arcadia 2023'"),
    ],
)
def test_a_section_that_is_not_there_is_answered_with_those_like_it(typed: str, hint: str, arcadia: Report) -> None:
    error = no_section(arcadia, typed)
    assert isinstance(error, NotFoundError)
    assert error.hint == hint


def test_a_range_covers_paragraphs_through_the_headings_below(arcadia: Report) -> None:
    assert covered(arcadia, [Range(Locator("1.c", 2), 4)]) == {("1.c", 2), (PRISONS, 3), (PRISONS, 4)}
    assert covered(arcadia, [Range(Locator("6")), Range(Locator("1.b", 1))]) == {("6/women", 1), ("1.b", 1)}
    assert [str(Range(Locator("1.c", 2), last)) for last in (None, 4)] == ["§ 1.c ¶ 2", "§ 1.c ¶ 2–4"]


def test_a_part_keeps_the_headings_above_what_it_keeps(arcadia: Report) -> None:
    part = part_of(arcadia, {(PRISONS, 3)})
    assert [section.id for section in part.walk()] == ["1", "1.c", PRISONS]
    assert [paragraph.number for _, paragraph in part.passages()] == [3]


def test_a_range_beyond_its_heading_is_shown_under_the_wider_one(arcadia: Report) -> None:
    assert section_of(arcadia, Range(Locator(PRISONS, 3), 4)).id == PRISONS
    assert section_of(arcadia, Range(Locator("1.c", 2), 3)).id == "1.c"
    assert section_of(arcadia, Range(Locator("1.a"))) is arcadia.section("1.a")


def test_what_was_found_in_a_part_has_no_verdict_on_the_whole(arcadia_analysis: Analysis) -> None:
    part = analysis_of(arcadia_analysis, {("1.a", 1)})
    assert {finding.locator.section for finding in part.findings} == {"1.a"}
    assert [section for section, _ in part.assessments] == ["1.a"]
    assert (part.issues, part.brief.change, part.abstract) == ((), None, None)
