"""The layout of a file, to which an older one comes once, whole, and by whoever is first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hrreport.library import schema
from hrreport.library.library import Library
from hrreport.model.hit import Query

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hrreport.model.report import Report


def test_an_empty_file_comes_to_todays_layout() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(db)
    assert schema.version_of(db) == schema.VERSION
    assert db.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables >= {"page", "revision", "retrieval", "passage", "compound", "download", "note", "fact"}
    db.close()


def test_what_is_there_already_is_left_alone() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(db)
    changes = db.total_changes
    schema.migrate(db)
    assert db.total_changes == changes
    db.close()


def test_a_library_of_the_first_layout_is_searched_in_every_form_and_closed_to_earlier_programs(
    library: Library, make_report: Callable[..., Report], store: Callable[..., str], clock: Callable[[], datetime]
) -> None:
    store(library, make_report())
    library.close()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as db:
        db.execute("INSERT INTO passage (passage) VALUES ('delete-all')")
        db.execute("UPDATE fact SET value = '1' WHERE name = 'words'")
        db.execute("DROP TABLE pdf")
        db.execute("PRAGMA user_version = 1")
    with Library(library.path, clock=clock, read_only=True) as reader:
        assert (reader.index_is_current, reader.info().version) == (False, 1)
        stored = reader.load(make_report().id)
        assert stored is not None
        assert stored.pdf is None
    with Library(library.path, clock=clock) as today:
        assert today.search(Query("sailor")).total == today.search(Query("sailors")).total == 1
        assert (today.index_is_current, today.info().version, list(today.check())) == (True, schema.VERSION, [])


def test_a_step_that_fails_leaves_nothing() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE note (key)")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        schema.migrate(db)
    assert schema.version_of(db) == 0
    assert [name for (name,) in db.execute("SELECT name FROM sqlite_master")] == ["note"]
    db.close()
