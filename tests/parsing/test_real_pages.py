"""Real pages of nine editions, where they are present: no word, no heading is lost, and little is doubted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.corpus.pages import Checked, check, pages_in

from hrreport.model.report import BOUNDARY

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.model.country import ReportId

MOST_DOUBTS = 6


@pytest.fixture(scope="module")
def checked(shared_pages: tuple[tuple[ReportId, Path], ...]) -> list[Checked]:
    """Some pages of every edition, read and held against themselves."""
    return [check(path, rewrite=True) for _, path in shared_pages]


def test_every_page_is_read(checked: list[Checked]) -> None:
    assert len(checked) > 50
    assert [one.name for one in checked if one.error] == []


def test_every_heading_of_a_page_is_a_heading_of_its_report(checked: list[Checked]) -> None:
    assert [(one.name, one.lost) for one in checked if one.lost] == []


def test_the_letters_of_page_and_report_are_the_same_in_order(checked: list[Checked]) -> None:
    assert [(one.name, one.differs) for one in checked if one.differs] == []


def test_a_page_in_the_newest_template_is_the_same_report(checked: list[Checked]) -> None:
    assert [(one.name, one.template) for one in checked if one.template] == []


def test_few_headings_are_doubted(checked: list[Checked]) -> None:
    boundary_warnings = [
        (one.name, warning) for one in checked for warning in one.warnings if warning.startswith(BOUNDARY)
    ]
    assert len(boundary_warnings) <= MOST_DOUBTS, boundary_warnings


def test_the_choice_of_parts_and_the_slips_of_the_small_mirror_are_read(shared_site: Path) -> None:
    found = [check(page, rewrite=True) for page in pages_in(shared_site)]
    assert [(one.name, one.error, one.lost, one.differs, one.template) for one in found if one != _sound(one)] == []


def _sound(one: Checked) -> Checked:
    return Checked(one.name, warnings=one.warnings, headings=one.headings, seconds=one.seconds)
