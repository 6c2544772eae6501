"""Migrations: a file comes to today's layout once, whole, and by whoever is first."""

from __future__ import annotations

import sqlite3

import pytest

from hrreport.library import migrations, schema


def test_an_empty_file_comes_to_todays_layout() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(db)
    assert migrations.version_of(db) == migrations.VERSION
    assert db.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables >= {"page", "revision", "retrieval", "passage", "compound", "download", "note", "fact"}
    db.close()


def test_what_is_there_already_is_left_alone() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(db)
    changes = db.total_changes
    migrations.migrate(db)
    assert db.total_changes == changes
    db.close()


def test_a_step_that_fails_leaves_nothing() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE note (key)")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrations.migrate(db)
    assert migrations.version_of(db) == 0
    assert [name for (name,) in db.execute("SELECT name FROM sqlite_master")] == ["note"]
    db.close()
