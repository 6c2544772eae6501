"""Saving: a retrieved, parsed and analyzed report, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.provenance import encode_provenance
from hrreport.codec.stored import encode_report
from hrreport.codec.stored_analyses import encode_analysis
from hrreport.library import full_text_index
from hrreport.library.connection import transaction
from hrreport.library.contents import contents_of, pack_contents, text_hash
from hrreport.library.packing import pack_page, pack_text, pack_tightly

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from hrreport.library.connection import Database
    from hrreport.library.loading import StoredReport
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Analysis
    from hrreport.model.holding import SaveOutcome
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot

Columns = dict[str, object]
"""Values of the table ``revision`` by the names of its columns."""


def columns_of(report: Report, analysis: Analysis, parser_version: str, analysis_version: str) -> Columns:
    """Return what is written of a report, encoded and compressed."""
    stored = encode_report(report)
    contents = contents_of(report, analysis, stored)
    return {
        "title": report.title,
        "published": report.published,
        "text_hash": text_hash(report),
        "words": sum(section.words for section in report.walk()),
        "paragraphs": len(contents.passages),
        "provenance": encode_provenance(report.provenance),
        "parser_version": parser_version,
        "analysis_version": analysis_version,
        "contents": pack_contents(contents),
        "report": pack_text(stored),
        "analysis": pack_text(encode_analysis(analysis, report)),
    }


def save(
    opened: Database, columns: Columns, snapshots: Iterable[Snapshot], report_id: ReportId, now: datetime
) -> SaveOutcome:
    """Write a report with the pages that it was read from, and tell what it came to."""
    outcome: SaveOutcome
    with transaction(opened) as db:
        current = current_of(db, report_id)
        if current and current[1] == columns["text_hash"]:
            key, outcome = current[0], "unchanged"
            _rewrite(db, key, {**columns, "checked_at": now.isoformat()})
        else:
            outcome = "revised" if current else "new"
            key = add_revision(db, report_id, {**columns, "saved_at": now.isoformat(), "checked_at": now.isoformat()})
            make_current(db, report_id, key)
        visit = next_visit(db, key)
        for position, snapshot in enumerate(snapshots):
            page = add_page(db, snapshot.provenance.sha256, snapshot.body, report_id.year)
            add_retrieval(db, (key, visit, position), page, encode_provenance(snapshot.provenance))
    return outcome


def replace(opened: Database, stored: StoredReport, columns: Columns) -> None:
    """Write a new parse over the one of the same revision; does nothing when it was removed meanwhile."""
    with transaction(opened) as db:
        _rewrite(db, stored.key, columns)


def touch(opened: Database, report_id: ReportId, now: datetime) -> bool:
    """Record that the source confirmed the current revision; tell whether there is one."""
    with transaction(opened) as db:
        done = db.execute(
            "UPDATE revision SET checked_at = ? WHERE country = ? AND year = ? AND is_current",
            (now.isoformat(), report_id.country, report_id.year),
        )
    return done.rowcount > 0


def remove(opened: Database, report_id: ReportId, number: int | None) -> int:
    """Remove a report, or one revision of it; return how many revisions that were.

    When the current revision is removed, the newest of the others takes its place.
    """
    with transaction(opened) as db:
        keys = db.execute(
            "SELECT id FROM revision WHERE country = ? AND year = ? AND (? IS NULL OR number = ?)",
            (report_id.country, report_id.year, number, number),
        ).fetchall()
        for (key,) in keys:
            full_text_index.remove(db, key)
            db.execute("DELETE FROM revision WHERE id = ?", (key,))
        db.execute(
            "DELETE FROM pdf WHERE country = ? AND year = ? AND NOT EXISTS "
            "(SELECT 1 FROM revision WHERE revision.country = pdf.country AND revision.year = pdf.year)",
            (report_id.country, report_id.year),
        )
        db.execute("DELETE FROM page WHERE id NOT IN (SELECT page FROM retrieval) AND id NOT IN (SELECT page FROM pdf)")
        newest = db.execute(
            "SELECT id FROM revision WHERE country = ? AND year = ? ORDER BY number DESC LIMIT 1",
            (report_id.country, report_id.year),
        ).fetchone()
        if newest:
            make_current(db, report_id, newest[0])
    return len(keys)


# -- rows, inside a transaction ----------------------------------------------------------------


def current_of(db: sqlite3.Connection, report_id: ReportId) -> tuple[int, str] | None:
    """Return the key and text hash of a report's current revision."""
    query = "SELECT id, text_hash FROM revision WHERE country = ? AND year = ? AND is_current"
    found: tuple[int, str] | None = db.execute(query, (report_id.country, report_id.year)).fetchone()
    return found


def add_revision(db: sqlite3.Connection, report_id: ReportId, columns: Mapping[str, object]) -> int:
    """Write a revision after those that the report has, not yet current; return its key."""
    (number,) = db.execute(
        "SELECT ifnull(max(number), 0) + 1 FROM revision WHERE country = ? AND year = ?",
        (report_id.country, report_id.year),
    ).fetchone()
    values = {"country": report_id.country, "year": report_id.year, "number": number, "is_current": 0, **columns}
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    done = db.execute(f"INSERT INTO revision ({names}) VALUES ({marks})", values)  # noqa: S608  our names of columns
    return int(done.lastrowid or 0)


def make_current(db: sqlite3.Connection, report_id: ReportId, key: int) -> None:
    """Make one revision of a report the one that is shown and searched."""
    current = current_of(db, report_id)
    if current and current[0] == key:
        return
    if current:
        full_text_index.remove(db, current[0])
        db.execute("UPDATE revision SET is_current = 0 WHERE id = ?", (current[0],))
    db.execute("UPDATE revision SET is_current = 1 WHERE id = ?", (key,))
    full_text_index.add(db, key)


def _rewrite(db: sqlite3.Connection, key: int, columns: Mapping[str, object]) -> None:
    """Change a revision, and the index with it where that is needed."""
    row = db.execute("SELECT is_current, contents, text_hash FROM revision WHERE id = ?", (key,)).fetchone()
    if row is None:
        return
    current, contents, words = row
    moved = bool(current) and (contents, words) != (columns["contents"], columns["text_hash"])
    if moved:
        full_text_index.remove(db, key)
    changes = ", ".join(f"{name} = :{name}" for name in columns)
    db.execute(f"UPDATE revision SET {changes} WHERE id = :key", {**columns, "key": key})  # noqa: S608  our names of columns
    if moved:
        full_text_index.add(db, key)


def next_visit(db: sqlite3.Connection, key: int) -> int:
    """Return the number of a revision's next visit."""
    row = db.execute("SELECT ifnull(max(visit), 0) + 1 FROM retrieval WHERE revision = ?", (key,)).fetchone()
    return int(row[0])


def add_page(db: sqlite3.Connection, sha256: str, body: bytes, year: int | None) -> int:
    """Write the bytes of a page of an edition, or of a PDF, unless they are there already; return its key."""
    known = db.execute("SELECT id FROM page WHERE sha256 = ?", (sha256,)).fetchone()
    if known:
        return int(known[0])
    packed = pack_tightly(body) if year is None else pack_page(db, body, year)
    done = db.execute("INSERT INTO page (sha256, size, packed) VALUES (?, ?, ?)", (sha256, len(body), packed))
    return int(done.lastrowid or 0)


def add_retrieval(db: sqlite3.Connection, place: tuple[int, int, int], page: int, provenance: str) -> None:
    """Write that a page was retrieved; `place` is the revision's key, the visit, and the page's place in it."""
    db.execute(
        "INSERT INTO retrieval (revision, visit, position, page, provenance) VALUES (?, ?, ?, ?, ?)",
        (*place, page, provenance),
    )
