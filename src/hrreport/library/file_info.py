"""The state of a library file: what it holds, and what its bytes are spent on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.library.connection import transaction
from hrreport.library.migrations import TEMPLATED, version_of
from hrreport.library.templates import remove_unused
from hrreport.model.holding import LibraryInfo

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.library.connection import Database

_SPENT = {
    "pages": "SELECT ifnull(sum(length(packed)), 0) FROM page",
    "reports": "SELECT ifnull(sum(length(report) + length(contents)), 0) FROM revision",
    "analyses": "SELECT ifnull(sum(length(analysis)), 0) FROM revision",
    "index": "SELECT ifnull(sum(length(block)), 0) FROM passage_data",
}
_TEMPLATES = "SELECT ifnull(sum(length(packed)), 0) FROM template"


def size_on_disk(path: Path) -> int:
    """Return the bytes of a library file and of the write-ahead log beside it."""
    log = path.with_name(path.name + "-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)


def info(opened: Database) -> LibraryInfo:
    """Return the state of an open library."""
    db = opened.db

    def number(query: str) -> int:
        return int(db.execute(query).fetchone()[0])

    spent = {part: number(query) for part, query in _SPENT.items()}
    if version_of(db) >= TEMPLATED:
        spent["pages"] += number(_TEMPLATES)
    return LibraryInfo(
        path=str(opened.path),
        size=size_on_disk(opened.path),
        version=version_of(db),
        journal=opened.journal,
        read_only=opened.read_only,
        reports=number("SELECT count(*) FROM revision WHERE is_current"),
        revisions=number("SELECT count(*) FROM revision"),
        snapshots=number("SELECT count(*) FROM retrieval"),
        paragraphs=number("SELECT ifnull(sum(paragraphs), 0) FROM revision WHERE first_row IS NOT NULL"),
        years=tuple(year for (year,) in db.execute("SELECT DISTINCT year FROM revision ORDER BY year")),
        page_bytes=number("SELECT ifnull(sum(size), 0) FROM page"),
        stored_bytes=tuple(spent.items()),
    )


def vacuum(opened: Database) -> int:
    """Return unused space to the system, and optimize the index; return the bytes freed."""
    before = size_on_disk(opened.path)
    with transaction(opened) as db:
        remove_unused(db)
        db.execute("INSERT INTO passage (passage) VALUES ('optimize')")
    opened.db.execute("VACUUM")
    if opened.journal == "wal":
        opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return max(0, before - size_on_disk(opened.path))
