"""Checking: every sort of damage is named, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.library.library import Library
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

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


def named(path: Path, clock: Callable[[], datetime]) -> list[str]:
    """What is said of a file, whether it can be opened or not."""
    try:
        with Library(path, clock=clock) as library:
            return [flaw.detail for flaw in library.check()]
    except LibraryError as error:
        return [str(error)]


def test_a_sound_library_has_no_flaws(shelf: Library) -> None:
    assert flaws(shelf) == []
    shelf.remove(SEALAND, revision=2)
    shelf.remove(ReportId("zubrowka", 2023))
    assert flaws(shelf) == []


@pytest.mark.parametrize(
    ("damage", "what", "message"),
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
        ("INSERT INTO passage (passage) VALUES ('delete-all')", "index", "other words than the report"),
        ("INSERT INTO passage (rowid, text) VALUES (1, 'stray')", "index", "The index has 19 paragraphs"),
        ("DELETE FROM passage_data WHERE id > 10", "index", "The index is damaged"),
        ("DELETE FROM passage_idx", "index", "The index does not find the words of 2 reports"),
        ("DELETE FROM passage_data WHERE id = 1", "index", "The index counts other paragraphs"),
        ("UPDATE passage_data SET block = zeroblob(length(block)) WHERE id > 10", "index", "does not find the words"),
        ("DROP TABLE compound", "file", 'The table "compound" is missing'),
        ("DROP TABLE fact", "file", "cannot go on"),
        ("UPDATE revision SET title = cast(x'ff00fe' AS TEXT)", "file", "cannot go on"),
        ("UPDATE revision SET title = 'x'", "report", "is not as its text says"),
        ("UPDATE revision SET saved_at = 'yesterday'", "report", "is not as its text says"),
        ("UPDATE retrieval SET provenance = 'x'", "page", "The provenance of retrieval 1 cannot be read"),
        ("INSERT INTO note VALUES ('k', cast(x'ff' AS TEXT), NULL)", "file", "cannot go on"),
    ],
)
def test_damage_is_named(shelf: Library, damage: str, what: str, message: str) -> None:
    db = shelf._opened.db
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(damage)
    assert any(kind == what and message in detail for kind, detail, _ in flaws(shelf)), flaws(shelf)


def test_an_index_of_another_version_is_built_again_before_it_is_checked(
    shelf: Library, clock: Callable[[], datetime]
) -> None:
    shelf._opened.db.execute("UPDATE fact SET value = 'old'")
    with Library(shelf.path, clock=clock, read_only=True) as reader:
        assert flaws(reader) == [("index", "The index was made by another version of hrreport.", None)]
    assert flaws(shelf) == []


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


@pytest.mark.parametrize("share", [0.2, 0.4, 0.5, 0.6, 0.8, 0.95])
@pytest.mark.parametrize("cut", [False, True])
def test_bytes_that_are_lost_anywhere_are_named(
    shelf: Library, clock: Callable[[], datetime], share: float, cut: bool
) -> None:
    shelf.vacuum()
    shelf.close()
    content = bytearray(shelf.path.read_bytes())
    at = next(n for n in range(int(len(content) * share), 0, -100) if content[n : n + 3000].count(0) < 2900)
    shelf.path.write_bytes(content[:at] if cut else content[:at] + bytes(3000) + content[at + 3000 :])
    assert named(shelf.path, clock) != []


def test_bytes_after_the_end_are_named(shelf: Library, clock: Callable[[], datetime]) -> None:
    shelf.vacuum()
    shelf.close()
    shelf.path.write_bytes(shelf.path.read_bytes() + bytes(5000))
    with Library(shelf.path, clock=clock, read_only=True) as reader:
        assert flaws(reader) == [("file", "The file has 5,000 bytes after its end.", None)]


def test_a_library_that_cannot_be_written_is_checked_as_far_as_that_goes(
    shelf: Library, clock: Callable[[], datetime]
) -> None:
    with Library(shelf.path, clock=clock, read_only=True) as reader:
        assert flaws(reader) == []
