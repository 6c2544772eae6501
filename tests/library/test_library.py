"""The library: open, empty, closed, or read-only."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.library.library import Library
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

    Make = Callable[..., Report]
    Store = Callable[..., str]

SEALAND = ReportId("sealand", 2023)


def test_what_is_not_stored_is_nothing(library: Library) -> None:
    assert library.load(SEALAND) is None
    assert library.snapshots(SEALAND) == ()
    assert library.revisions(SEALAND) == ()
    assert library.retrievals(SEALAND) == ()
    assert library.entries() == ()
    assert not library.touch(SEALAND)
    assert library.remove(SEALAND) == 0


def test_a_library_opened_for_reading_reads_and_says_why_it_does_not_save(
    library: Library, make_report: Make, store: Store
) -> None:
    store(library, make_report())
    with Library(library.path, clock=lambda: datetime.now(UTC), read_only=True) as reader:
        assert reader.read_only
        assert reader.load(SEALAND) is not None
        with pytest.raises(LibraryError, match="cannot be written") as failed:
            store(reader, make_report())
    assert failed.value.hint is not None
    assert "--library" in failed.value.hint


def test_closing_twice_does_no_harm(library: Library) -> None:
    library.close()
    library.close()


def test_a_library_is_empty_until_a_report_is_stored(library: Library, make_report: Make, store: Store) -> None:
    before = library.is_empty
    store(library, make_report())
    assert (before, library.is_empty) == (True, False)
    assert library.years_of("sealand") == (2023,)


def test_reindexing_changes_nothing_of_a_sound_index(library: Library, make_report: Make, store: Store) -> None:
    store(library, make_report())
    library.reindex()
    assert library.index_is_current
    assert list(library.check()) == []
