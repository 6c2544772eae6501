"""Checking: every sort of damage is named, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.library.library import Library
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hrreport.model.report import Report

SEALAND = ReportId("sealand", 2023)


@pytest.fixture
def shelf(library: Library, make_report: Callable[..., Report], store: Callable[..., str]) -> Library:
    """A library with one report in two revisions, and another one."""
    store(library, make_report())
    store(library, make_report(words={"sailors": "boatmen"}))
    store(library, make_report("zubrowka"))
    return library


def flaws(library: Library) -> list[tuple[str, str, ReportId | None]]:
    return [(flaw.what, flaw.detail, flaw.id) for flaw in library.check()]


def test_a_sound_library_has_no_flaws(shelf: Library) -> None:
    assert flaws(shelf) == []
    shelf.remove(SEALAND, revision=2)
    shelf.remove(ReportId("zubrowka", 2023))
    assert flaws(shelf) == []


@pytest.mark.parametrize(
    ("damage", "what", "said"),
    [
        ("UPDATE page SET packed = x'00ff'", "page", "cannot be read"),
        ("UPDATE page SET size = size + 1", "page", "is not as it was received"),
        ("UPDATE page SET sha256 = 'ff' || substr(sha256, 3)", "page", "is not as it was received"),
        ("UPDATE revision SET report = x'00'", "report", "cannot be read"),
        ("UPDATE revision SET provenance = '[]'", "report", "cannot be read"),
        ("UPDATE revision SET text_hash = 'x'", "report", "has other words than its hash says"),
        ("UPDATE revision SET year = 2022", "report", "has other words than its hash says"),
        ("UPDATE revision SET contents = analysis", "report", "does not fit its text"),
        ("UPDATE revision SET paragraphs = 1", "report", "does not fit its text"),
        ("UPDATE revision SET analysis = x'00'", "analysis", "cannot be read"),
        ("UPDATE revision SET first_row = NULL", "index", "is not in the index"),
        ("UPDATE revision SET is_current = 0", "index", "is in the index"),
        ("DELETE FROM retrieval", "page", "has no page that it was read from"),
        ("UPDATE retrieval SET page = 99", "link", "is not there"),
        ("UPDATE fact SET value = 'old'", "index", "another version"),
        ("INSERT INTO passage (passage) VALUES ('delete-all')", "index", "other words than the report"),
        ("INSERT INTO passage (rowid, text) VALUES (1, 'stray')", "index", "The index has 19 paragraphs"),
        ("DELETE FROM passage_data WHERE id > 10", "index", "The index is damaged"),
    ],
)
def test_damage_is_named(shelf: Library, damage: str, what: str, said: str) -> None:
    db = shelf._opened.db
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(damage)
    assert any(kind == what and said in detail for kind, detail, _ in flaws(shelf)), flaws(shelf)


def test_a_flaw_of_a_report_names_it(shelf: Library) -> None:
    shelf._opened.db.execute("UPDATE revision SET text_hash = 'x' WHERE country = 'sealand' AND number = 1")
    assert flaws(shelf) == [("report", "Revision 1 has other words than its hash says.", SEALAND)]


def test_a_damaged_index_is_mended_by_building_it_anew(shelf: Library) -> None:
    shelf._opened.db.execute("INSERT INTO passage (passage) VALUES ('delete-all')")
    assert flaws(shelf) != []
    shelf.reindex()
    assert flaws(shelf) == []


def test_a_file_too_damaged_to_go_on_is_a_flaw_too(shelf: Library, clock: Callable[[], datetime]) -> None:
    path = shelf.path
    shelf.close()
    content = bytearray(path.read_bytes())
    content[-8192:] = b"\x55" * 8192
    path.write_bytes(content)
    with Library(path, clock=clock) as library:
        found = flaws(library)
    assert any(what == "file" for what, _, _ in found)


def test_a_library_that_cannot_be_written_is_checked_as_far_as_that_goes(
    shelf: Library, clock: Callable[[], datetime]
) -> None:
    with Library(shelf.path, clock=clock, read_only=True) as reader:
        assert flaws(reader) == []
