"""Faults of the library file: what SQLite says, as one line and what to do."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrreport.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAMAGED = "the library file is damaged"
REPLACE = "move the file away, and put a copy in its place or download the reports again"
"""What to do when it is known what is damaged."""
RESTORE = f"see 'hrreport library check'; {REPLACE}"
"""What to do otherwise."""


def damaged(what: object) -> LibraryError:
    """Return the error of a file in which something is damaged."""
    return LibraryError(f"{DAMAGED}: {what}", hint=RESTORE)


_FAULTS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_CORRUPT: (DAMAGED, RESTORE),
    sqlite3.SQLITE_NOTADB: (
        "the file is not a library",
        "name another file with --library, or move this one away and a new library is made",
    ),
    sqlite3.SQLITE_FULL: (
        "the disk is full, nothing was saved",
        "free some space, or keep the library elsewhere with --library",
    ),
    sqlite3.SQLITE_READONLY: (
        "the library cannot be written",
        "make the file and its folder writable, or name another library with --library",
    ),
    sqlite3.SQLITE_BUSY: ("another program is writing to the library", "try again when it has finished"),
    sqlite3.SQLITE_CANTOPEN: (
        "the library file cannot be opened",
        "see that its folder exists and is writable, or name another file with --library",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk failed while the library was used",
        "see whether the disk is full or the folder is still there",
    ),
    sqlite3.SQLITE_TOOBIG: ("a page is too large for the library", "nothing was saved"),
}
"""Message and hint by SQLite's primary result code."""

_SAME = {sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PERM: sqlite3.SQLITE_CANTOPEN}


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code, or 0 where the error has none."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def library_error(error: sqlite3.Error, path: Path) -> LibraryError:
    """Return the error of ours for one of SQLite's."""
    code = primary_code(error)
    message, hint = _FAULTS.get(_SAME.get(code, code), (f"the library could not be used: {error}", None))
    return LibraryError(message, hint=hint, path=path)


@contextmanager
def translate_sqlite_errors(path: Path) -> Iterator[None]:
    """Translate sqlite3 errors into `LibraryError`.

    Raises:
        LibraryError: SQLite could not do what was asked of the file.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise library_error(error, path) from error
