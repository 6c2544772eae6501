"""Listing what is stored: reports, and the revisions of one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hrreport.codec.provenance import decode_provenance
from hrreport.library.loading import decoded
from hrreport.model.country import ReportId
from hrreport.model.holding import Holding, Revision

if TYPE_CHECKING:
    import sqlite3

_LISTED = (
    "country, year, number, is_current, title, published, provenance, text_hash, words, paragraphs, "
    "saved_at, checked_at"
)


def _revision(row: tuple[object, ...]) -> Revision:
    country, year, number, current, title, published, source, words_hash, words, paragraphs, saved, checked = row
    return Revision(
        id=ReportId(str(country), int(str(year))),
        number=int(str(number)),
        current=bool(current),
        title=str(title),
        published=str(published),
        provenance=decoded(decode_provenance, str(source)),
        text_hash=str(words_hash),
        words=int(str(words)),
        paragraphs=int(str(paragraphs)),
        saved_at=datetime.fromisoformat(str(saved)),
        checked_at=datetime.fromisoformat(str(checked)),
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


def holdings(db: sqlite3.Connection) -> tuple[Holding, ...]:
    """Return every stored report, by country and year."""
    grouped = db.execute("SELECT country, year, count(*) FROM revision GROUP BY country, year")
    counts = {(country, year): count for country, year, count in grouped}
    rows = db.execute(f"SELECT {_LISTED} FROM revision WHERE is_current ORDER BY country, year")  # noqa: S608  our columns
    current = map(_revision, rows)
    return tuple(Holding(r, counts[r.id.country, r.id.year]) for r in current)
