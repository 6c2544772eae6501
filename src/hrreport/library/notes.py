"""Notes: what was learned and may be asked again when it has expired: the links of old lists, what a watch saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.library.connection import transaction
from hrreport.library.sqlite_errors import translate_sqlite_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta

    from hrreport.library.connection import Database


class Notes:
    """The notes of an open library, by their keys.

    Every method raises `LibraryError` where the file cannot be read or written.
    """

    def __init__(self, opened: Database, clock: Callable[[], datetime]) -> None:
        """Use an open library file and a clock."""
        self._opened = opened
        self._clock = clock

    def remember(self, key: str, value: str, *, lasts: timedelta | None = None) -> None:
        """Keep a note over any of the same key; `lasts` is how long it may be relied on, ``None`` for always."""
        expires_at = (self._clock() + lasts).isoformat() if lasts is not None else None
        with translate_sqlite_errors(self._opened.path), transaction(self._opened) as db:
            db.execute(
                "INSERT OR REPLACE INTO note (key, value, expires_at) VALUES (?, ?, ?)", (key, value, expires_at)
            )

    def recall(self, key: str) -> str | None:
        """Return a note, or ``None`` where there is none or it has expired."""
        with translate_sqlite_errors(self._opened.path):
            row = self._opened.db.execute(
                "SELECT value FROM note WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)",
                (key, self._clock().isoformat()),
            ).fetchone()
        return str(row[0]) if row else None
