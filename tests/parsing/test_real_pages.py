"""Real pages of nine editions, where they are present: no word, no heading is lost, and little is doubted."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING

import pytest
from tests.conftest import SHARED
from tests.corpus.pages import Checked, check, pages_in

from hrreport.model.report import BOUNDARY

if TYPE_CHECKING:
    from pathlib import Path

EVERY = 22
MOST_DOUBTS = 6


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> list[Checked]:
    """Some pages of every edition and both small mirrors, read and held against themselves."""
    packed = sorted((SHARED / "pages").glob("*.tar.xz"))
    if not packed:
        pytest.skip("the shared real pages are not present")
    folder = tmp_path_factory.mktemp("pages")
    for archive in packed:
        _unpack_some(archive, folder)
    return [check(page, rewrite=True) for page in pages_in(folder)]


def _unpack_some(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as tar:
        members = [member for member in tar if member.isfile()]
        tar.extractall(folder, members=members[::EVERY], filter="data")


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
    doubts = [(one.name, warning) for one in checked for warning in one.warnings if warning.startswith(BOUNDARY)]
    assert len(doubts) <= MOST_DOUBTS, doubts


def test_the_choice_of_parts_and_the_slips_of_the_small_mirror_are_read(shared_site: Path) -> None:
    found = [check(page, rewrite=True) for page in pages_in(shared_site)]
    assert [(one.name, one.error, one.lost, one.differs, one.template) for one in found if one != _sound(one)] == []


def _sound(one: Checked) -> Checked:
    return Checked(one.name, warnings=one.warnings, headings=one.headings, seconds=one.seconds)
