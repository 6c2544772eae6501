"""Loading: what was stored comes back as it was, or the damage is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.library.loading import decoded
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot

    Make = Callable[..., Report]
    Store = Callable[..., str]
    Page = Callable[..., Snapshot]

SEALAND = ReportId("sealand", 2023)


def test_a_stored_report_comes_back_as_it_was(library: Library, make_report: Make, store: Store) -> None:
    report = make_report()
    assert store(library, report) == "new"
    stored = library.load(report.id)
    assert stored is not None
    assert stored.report().sections == report.sections
    assert stored.provenance == stored.report().provenance
    assert (stored.revision, stored.current, stored.parser_version, stored.analysis_version) == (1, True, "p1", "a1")


def test_its_analysis_comes_back_as_it_was(
    library: Library, make_report: Make, make_analysis: Callable[[Report], Analysis], store: Store
) -> None:
    store(library, make_report())
    stored = library.load(SEALAND)
    assert stored is not None
    assert stored.analysis(stored.report()) == make_analysis(make_report())


def test_pages_are_kept_byte_for_byte(library: Library, make_report: Make, make_snapshot: Page, store: Store) -> None:
    own, part = make_snapshot(b"\x93page\x94\x00"), make_snapshot(b"the part", url="https://www.example.org/part/")
    store(library, make_report(), own, part)
    assert library.snapshots(SEALAND) == (own, part)


def test_what_is_not_the_stored_form_of_a_value_is_damage() -> None:
    assert decoded(int, "12") == 12
    with pytest.raises(LibraryError, match="is damaged: a stored value cannot be read") as failed:
        decoded(int, "twelve")
    assert "library check" in (failed.value.hint or "")


def test_a_report_whose_bytes_are_lost_is_damage(library: Library, make_report: Make, store: Store) -> None:
    store(library, make_report())
    library._opened.db.execute("UPDATE revision SET report = zeroblob(9)")
    stored = library.load(SEALAND)
    assert stored is not None
    with pytest.raises(LibraryError, match="is damaged"):
        stored.report()
