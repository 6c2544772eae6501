"""The log of downloads: what was wanted, and what came of each report."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hrreport.library.connection import transaction
from hrreport.library.sqlite_errors import translate_sqlite_errors
from hrreport.model.country import ReportId
from hrreport.model.holding import Download, DownloadLine

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from hrreport.library.connection import Database
    from hrreport.model.holding import DownloadOutcome


class DownloadLog:
    """The log of downloads of an open library.

    Every method raises `LibraryError` where the file cannot be read or written.
    """

    def __init__(self, opened: Database, clock: Callable[[], datetime]) -> None:
        """Use an open library file and a clock."""
        self._opened = opened
        self._clock = clock

    def start(self, report_ids: Iterable[ReportId]) -> int:
        """Log that a download of these reports begins; return its number."""
        now = self._clock().isoformat()
        with translate_sqlite_errors(self._opened.path), transaction(self._opened) as db:
            number = int(db.execute("INSERT INTO download (started_at) VALUES (?)", (now,)).lastrowid or 0)
            db.executemany(
                "INSERT OR IGNORE INTO download_report (download, position, country, year) VALUES (?, ?, ?, ?)",
                ((number, position, r.country, r.year) for position, r in enumerate(report_ids)),
            )
        return number

    def add(self, number: int, report_id: ReportId, outcome: DownloadOutcome, detail: str = "") -> None:
        """Log what came of one report of a download."""
        now = self._clock().isoformat()
        with translate_sqlite_errors(self._opened.path), transaction(self._opened) as db:
            db.execute(
                "UPDATE download_report SET outcome = ?, detail = ?, done_at = ? "
                "WHERE download = ? AND country = ? AND year = ?",
                (outcome, detail, now, number, report_id.country, report_id.year),
            )

    def finish(self, number: int) -> None:
        """Log that a download came to its end."""
        with translate_sqlite_errors(self._opened.path), transaction(self._opened) as db:
            db.execute("UPDATE download SET finished_at = ? WHERE id = ?", (self._clock().isoformat(), number))

    def last(self, limit: int = 20) -> tuple[Download, ...]:
        """Return the last downloads, newest first."""
        db = self._opened.db
        with translate_sqlite_errors(self._opened.path):
            rows = db.execute(
                "SELECT id, started_at, finished_at FROM download ORDER BY id DESC LIMIT ?", (limit,)
            ).fetchall()
            return tuple(_download(db, *row) for row in rows)


def _download(db: sqlite3.Connection, number: int, started: str, finished: str | None) -> Download:
    when = datetime.fromisoformat
    rows = db.execute(
        "SELECT country, year, outcome, detail, done_at FROM download_report WHERE download = ? ORDER BY position",
        (number,),
    ).fetchall()
    done = [DownloadLine(ReportId(c, y), outcome, detail, when(at)) for c, y, outcome, detail, at in rows if outcome]
    return Download(
        number=number,
        started_at=when(started),
        finished_at=when(finished) if finished else None,
        pending=tuple(ReportId(country, year) for country, year, outcome, _, _ in rows if not outcome),
        done=tuple(sorted(done, key=lambda line: line.at)),
    )
