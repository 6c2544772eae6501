"""Reports by country and year: settings and environment, warnings, gaps, and errors as the command line has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import hrreport
from hrreport import (
    FetchError,
    HrReportWarning,
    InputError,
    LibraryError,
    NotFoundError,
    OfflineError,
    Reports,
    Settings,
)
from hrreport.inputs.settings import read_environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_functions_of_the_package_obey_the_environment(
    mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRREPORT_MIRROR", str(mirror))
    monkeypatch.setenv("HRREPORT_LIBRARY", str(tmp_path / "here.sqlite"))
    report = hrreport.read("KAZ", "2023")
    assert report.report.provenance.origin == "mirror"
    assert (tmp_path / "here.sqlite").exists()
    monkeypatch.setenv("HRREPORT_OFFLINE", "1")
    assert hrreport.read("kazakhstan", 2023).report == report.report
    with pytest.raises(OfflineError):
        hrreport.read("kazakhstan", 2024)
    assert [entry.id.year for entry in hrreport.stored()] == [2023]


def test_the_abridgement_is_never_taken_for_the_report_in_silence(tmp_path: Path) -> None:
    settings = Settings(mirror="http://mirror.invalid/", library=str(tmp_path / "library.sqlite"))
    with pytest.warns(HrReportWarning, match="not the text of the Department of State"):
        report = Reports(settings).read("kazakhstan", 2023)
    assert "not to be cited" in report.notices[0]
    assert "see its notices" in repr(report.findings())
    with pytest.raises(FetchError):
        Reports(Settings(mirror=settings.mirror, library=settings.library, no_sample=True)).read("kazakhstan", 2023)


def test_a_library_that_cannot_be_used_is_a_warning_and_the_report_is_read(mirror: Path, tmp_path: Path) -> None:
    broken = tmp_path / "library.sqlite"
    broken.write_text("no library", encoding="utf-8")
    reports = Reports(Settings(mirror=str(mirror), library=str(broken)))
    with pytest.warns(HrReportWarning, match="library"):
        assert reports.read("kazakhstan", 2023).year == 2023
    with pytest.raises(LibraryError):
        reports.search("torture")


def test_a_missing_report_is_a_gap_with_its_reason(shared: Reports) -> None:
    answer = shared.compare(["kazakhstan", "kenya"], 2024)
    assert [gap.id.country for gap in answer.value.gaps] == ["kenya"]
    assert any("Kenya 2024" in notice for notice in answer.notices)
    assert [row["country"] for row in answer.to_dicts()].count("kenya") == 0


def test_when_all_are_missing_the_first_error_is_raised(shared: Reports) -> None:
    with pytest.raises(FetchError, match="kenya"):
        shared.compare(["kenya", "uganda"], 2024)


def test_a_trend_is_of_the_stored_editions_or_of_those_named(shared: Reports) -> None:
    assert [point.report.id.year for point in shared.trend("kazakhstan").value.points] == [2023, 2024]
    assert [point.report.id.year for point in shared.trend("kazakhstan", 2023).value.points] == [2023]
    with pytest.raises(NotFoundError, match="no edition for kenya"):
        shared.trend("kenya")


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


@pytest.mark.parametrize(("country", "year"), [("atlantis", 2023), ("kazakhstan", 1066), ("kazakhstan", "soon")])
def test_what_is_not_understood_is_an_input_error(shared: Reports, country: str, year: int | str) -> None:
    with pytest.raises(InputError):
        shared.read(country, year)


def test_pages_are_asked_for_by_one_client(shared: Reports) -> None:
    from hrreport.api.access import _fetcher

    assert shared.settings
    assert _fetcher(shared.settings.mirror, None) is _fetcher(shared.settings.mirror, None)


def test_a_variable_that_is_neither_on_nor_off_is_named() -> None:
    assert read_environment({"HRREPORT_REFRESH": "Yes"}) == Settings(refresh=True)
    assert read_environment({"HRREPORT_OFFLINE": "0", "HRREPORT_MIRROR": ""}) == Settings()
    with pytest.raises(InputError, match='HRREPORT_OFFLINE is "maybe"'):
        read_environment({"HRREPORT_OFFLINE": "maybe"})


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


def test_many_countries_are_read_from_what_is_stored(shared: Reports, tmp_path: Path) -> None:
    listed = tmp_path / "two.txt"
    listed.write_text("Kazakhstan\nKenya\n", encoding="utf-8")
    for matrix in (shared.compare(None, 2024, region="sca"), shared.compare(None, 2024, group=listed)):
        assert [each.report.id.country for each in matrix] == ["kazakhstan"]
        assert "Not in the library" in matrix.notices[-1]
        assert {"country", "topic", "level", "finding"} <= set(matrix.to_dicts()[0])
    changes = shared.diff(None, 2023, 2024, group=["kazakhstan", "kenya"], sort="gone")
    assert (len(changes), changes.to_dicts()[0]["dropped"]) == (1, len(changes[0].dropped))
    duties = shared.diff(None, 2023, 2024, all=True, duties=True)
    assert len(duties.to_dicts()) == len(duties.value.duties)
    trend = shared.trend(None, topic="torture", all=True)
    assert [cell["year"] for cell in trend.to_dicts()] == [2023, 2024]
    assert "Kazakhstan" in str(trend)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda reports: reports.compare(None, 2024), "no country was named"),
        (lambda reports: reports.compare("kenya", 2024, all=True), "all does not go with a country that is named"),
        (lambda reports: reports.diff(None, 2023, 2024, all=True, sort="beauty"), 'there is no order "beauty"'),
        (lambda reports: reports.diff(None, 2023, 2024, all=True, topic="torture"), "topic does not go with many"),
        (lambda reports: reports.trend(None, all=True), "one topic is followed"),
    ],
)
def test_what_does_not_go_together_is_refused(shared: Reports, asked: Callable[[Reports], object], said: str) -> None:
    with pytest.raises(InputError, match=said):
        asked(shared)


def test_what_could_not_be_asked_is_in_the_notices_of_a_watch(mirror: Path, tmp_path: Path) -> None:
    reports = Reports(Settings(mirror=str(mirror), library=str(tmp_path / "library.sqlite")))
    reports.download("kazakhstan", 2023)
    answer = reports.watch("kazakhstan", 2023)
    assert (list(answer), answer.value.asked) == ([], 1)
    assert answer.notices[0].startswith("could not ask for the list of editions")
    assert "No news." in str(answer)
    assert answer.to_dict()["could_not_ask"][0]["country"] is None
