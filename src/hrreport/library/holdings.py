"""What a library holds: reports, the revisions of each, and what the bytes of the file are spent on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from hrreport.codec.provenance import decode_provenance
from hrreport.library.connection import transaction
from hrreport.library.loading import decoded
from hrreport.library.packing import remove_unused
from hrreport.library.schema import TEMPLATED, version_of
from hrreport.model.country import ReportId
from hrreport.model.holding import Holding, LibraryInfo, Revision

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from hrreport.library.connection import Database

_LISTED = (
    "country, year, number, is_current, title, published, provenance, text_hash, words, paragraphs, "
    "saved_at, checked_at"
)
_SPENT = {
    "pages": "SELECT ifnull(sum(length(packed)), 0) FROM page",
    "reports": "SELECT ifnull(sum(length(report) + length(contents)), 0) FROM revision",
    "analyses": "SELECT ifnull(sum(length(analysis)), 0) FROM revision",
    "index": "SELECT ifnull(sum(length(block)), 0) FROM passage_data",
}


def _revision(row: Sequence[Any]) -> Revision:
    country, year, number, current, title, published, provenance, text_hash, words, paragraphs, saved, checked = row
    return Revision(
        id=ReportId(country, year),
        number=number,
        current=bool(current),
        title=title,
        published=published,
        provenance=decoded(decode_provenance, provenance),
        text_hash=text_hash,
        words=words,
        paragraphs=paragraphs,
        saved_at=datetime.fromisoformat(saved),
        checked_at=datetime.fromisoformat(checked),
    )


def revisions(db: sqlite3.Connection, report_id: ReportId) -> tuple[Revision, ...]:
    """Return every text of a report, oldest first; empty where the report is not stored."""
    rows = db.execute(
        f"SELECT {_LISTED} FROM revision WHERE country = ? AND year = ? ORDER BY number",  # noqa: S608  our columns
        (report_id.country, report_id.year),
    )
    return tuple(map(_revision, rows))


def years_of(db: sqlite3.Connection, country: str) -> tuple[int, ...]:
    """Return the years of the stored reports on a country, in order."""
    rows = db.execute("SELECT year FROM revision WHERE is_current AND country = ? ORDER BY year", (country,))
    return tuple(year for (year,) in rows)


def ids(db: sqlite3.Connection) -> tuple[ReportId, ...]:
    """Return the ids of the stored reports, by country and year."""
    rows = db.execute("SELECT country, year FROM revision WHERE is_current ORDER BY country, year")
    return tuple(ReportId(country, year) for country, year in rows)


def holdings(db: sqlite3.Connection) -> tuple[Holding, ...]:
    """Return every stored report, by country and year."""
    grouped = db.execute("SELECT country, year, count(*) FROM revision GROUP BY country, year")
    counts = {(country, year): count for country, year, count in grouped}
    rows = db.execute(f"SELECT {_LISTED} FROM revision WHERE is_current ORDER BY country, year")  # noqa: S608  our columns
    return tuple(Holding(r, counts[r.id.country, r.id.year]) for r in map(_revision, rows))


def _size_on_disk(path: Path) -> int:
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
        spent["pages"] += number("SELECT ifnull(sum(length(packed)), 0) FROM template")
    return LibraryInfo(
        path=str(opened.path),
        size=_size_on_disk(opened.path),
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
    before = _size_on_disk(opened.path)
    with transaction(opened) as db:
        remove_unused(db)
        db.execute("INSERT INTO passage (passage) VALUES ('optimize')")
    opened.db.execute("VACUUM")
    if opened.journal == "wal":
        opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return max(0, before - _size_on_disk(opened.path))
