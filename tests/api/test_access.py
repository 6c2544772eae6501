"""Access to reports: settings and environment, warnings, gaps, one client for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import hrreport
from hrreport import (
    FetchError,
    HrReportWarning,
    InputError,
    LibraryError,
    OfflineError,
    Reports,
    Settings,
)

if TYPE_CHECKING:
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


@pytest.mark.parametrize(("country", "year"), [("atlantis", 2023), ("kazakhstan", 1066), ("kazakhstan", "soon")])
def test_what_is_not_understood_is_an_input_error(shared: Reports, country: str, year: int | str) -> None:
    with pytest.raises(InputError):
        shared.read(country, year)


def test_pages_are_asked_for_by_one_client(shared: Reports) -> None:
    from hrreport.api.access import _fetcher

    assert shared.settings
    assert _fetcher(shared.settings.mirror, None) is _fetcher(shared.settings.mirror, None)
