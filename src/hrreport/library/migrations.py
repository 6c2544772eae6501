"""Migrations: from each layout of the file to the next, each in one transaction.

To change the layout, change `schema.TABLES` for new files and append a function here for those
that exist. Its place in `MIGRATIONS` is the version that it starts from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.library import schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def run_script(db: sqlite3.Connection, script: str) -> None:
    """Run statements one by one, inside the transaction that is open."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


def create_tables(db: sqlite3.Connection) -> None:
    """Lay out an empty file."""
    from hrreport.library.full_text_index import WORDS_VERSION

    run_script(db, schema.TABLES)
    db.execute("INSERT INTO fact (name, value) VALUES ('words', ?)", (WORDS_VERSION,))
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")


def require_stems(db: sqlite3.Connection) -> None:
    """Change nothing but the version: programs that know layout 1 only would index words without their stems.

    What is indexed already is indexed again when it is first searched, since the words are of an earlier version.
    """


def add_templates(db: sqlite3.Connection) -> None:
    """Add the table of the lines that pages share; pages that are stored stay as they are."""
    run_script(db, schema.TEMPLATES)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (create_tables, require_stems, add_templates)
VERSION = len(MIGRATIONS)
"""The layout that this version of the program writes."""
TEMPLATED = 3
"""The first layout that has templates."""
READABLE = 1
"""The oldest layout that can be read as it is."""


def migrate(db: sqlite3.Connection) -> None:
    """Bring the file to the layout of this program; does nothing when it is there already.

    Two programs may do so at once: the second waits, and finds the work done.
    """
    if version_of(db) == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in MIGRATIONS[version_of(db) :]:
            step(db)
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def version_of(db: sqlite3.Connection) -> int:
    """Return the version of the file's layout; 0 for an empty file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])
