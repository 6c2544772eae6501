"""Reports: searched, added, checked and watched through the Python interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport import (
    InputError,
    NotFoundError,
    Reports,
    Settings,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_a_search_tells_what_it_did_not_search(shared: Reports) -> None:
    assert shared.search("torture", year=2023).notices == ()
    assert shared.search("torture", year=[2023, 2019]).notices == ("Not stored, and so not searched: 2019.",)
    nothing = shared.search("torture", country="kenya")
    assert not nothing
    assert "No report" in nothing.notices[0]


def test_a_search_counts_all_and_returns_some(shared: Reports) -> None:
    found = shared.search("government", limit=2)
    assert len(found) == 2
    assert found.value.total > 2
    assert shared.search("torture", kind="denial", section="1.c").value.total < found.value.total


def test_without_a_library_a_search_says_so(tmp_path: Path) -> None:
    reports = Reports(Settings(library=str(tmp_path / "none.sqlite")))
    with pytest.raises(NotFoundError, match="no library yet"):
        reports.search("torture")
    assert not (tmp_path / "none.sqlite").exists()


def test_a_page_saved_by_hand_is_added(mirror: Path, tmp_path: Path) -> None:
    page = mirror / "www.state.gov/reports/2024-country-reports-on-human-rights-practices/kazakhstan/index.html"
    reports = Reports(Settings(offline=True, library=str(tmp_path / "library.sqlite")))
    added = reports.add(page, "kazakhstan", 2024)
    assert reports.read("kazakhstan", 2024).report == added.report
    with pytest.raises(InputError, match="says that it is the report on"):
        reports.add(page, "kenya", 2024)


def test_a_document_is_checked(shared: Reports, tmp_path: Path) -> None:
    brief = tmp_path / "brief.md"
    brief.write_text(
        "Prisons are bad: “the officials used them with joy and at all times of the day,” "
        "U.S. Dep’t of State, 2023 Country Reports on Human Rights Practices: Kazakhstan § 1.c.\n",
        encoding="utf-8",
    )
    answer = shared.check(brief)
    assert answer.value.wrong
    assert [row["verdict"] for row in answer.to_dicts()] == [found.verdict for found in answer]
    with pytest.raises(InputError, match="cannot read"):
        shared.check(tmp_path / "none.md")


def test_what_could_not_be_asked_is_in_the_notices_of_a_watch(mirror: Path, tmp_path: Path) -> None:
    reports = Reports(Settings(mirror=str(mirror), library=str(tmp_path / "library.sqlite")))
    reports.download("kazakhstan", 2023)
    answer = reports.watch("kazakhstan", 2023)
    assert (list(answer), answer.value.asked) == ([], 1)
    assert answer.notices[0].startswith("could not ask for the list of editions")
    assert "No news." in str(answer)
    assert answer.to_dict()["could_not_ask"][0]["country"] is None
