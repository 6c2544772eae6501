"""Opening the file: journal, locks, layout; and transactions.

The rule of its design: whatever moment the program is killed at, the file holds the old state or
the new one. Changes are made in one transaction each, in SQLite's write-ahead log; where a
folder does not allow that (some network folders), in its rollback journal. A new library is made
under another name and then given its own, so that no other program meets half of one.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hrreport.errors import LibraryError
from hrreport.library import schema
from hrreport.library.sqlite_errors import DAMAGED, REPLACE, primary_code, translate_sqlite_errors
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT = 30.0
"""Seconds to wait for another program that is writing, when no other time is given."""
_CACHE_KIB = 16_384
"""Kibibytes of the file that SQLite may keep in memory."""

_NO_SHARED_MEMORY = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL}
"""What reading a file with a write-ahead log fails with where the folder does not allow one."""


@dataclass(frozen=True, slots=True)
class Database:
    """An open library file."""

    db: sqlite3.Connection
    path: Path
    read_only: bool
    journal: str
    """SQLite's name of the journal mode; ``immutable`` for a file that nobody can write to."""


def open_database(path: Path, *, read_only: bool = False, wait: float = WAIT, vfs: str | None = None) -> Database:
    """Open a library file, or make it where there is none.

    Args:
        path: The file; its folder is made if need be.
        read_only: Never write. A file that cannot be written is opened so in any case.
        wait: Seconds to wait for another program that is writing.
        vfs: Name of one of SQLite's file layers, for folders that need another than the system's.

    Raises:
        LibraryError: The file is not a library, is damaged, of a newer version, or cannot be opened.
    """
    try:
        exists = path.exists()
        if exists and not path.is_file():
            raise LibraryError(
                "the library cannot be opened: this is not a file", hint="name another with --library", path=path
            )
        if not exists and not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"no library can be kept here: {error.strerror}", hint="name another file with --library", path=path
        ) from error
    if not exists and read_only:
        raise LibraryError("there is no library here", hint="name the file with --library", path=path)
    with translate_sqlite_errors(path):
        if read_only or (exists and not _writable(path)):
            return _open_to_read(path, wait, vfs)
        if not exists:
            _make(path, wait, vfs)
        return _open_to_write(path, wait, vfs)


def _writable(path: Path) -> bool:
    """Return whether both the file and its folder (for the journal) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _make(path: Path, wait: float, vfs: str | None) -> None:
    """Make an empty library, unless another program makes it first.

    In a folder that knows no second names for a file nothing is made: whoever opens the file makes it.
    """
    draft = path.with_name(f"{path.name}-{os.urandom(8).hex()}")
    try:
        _open_to_write(draft, wait, vfs).db.close()
        with suppress(OSError):
            path.hardlink_to(draft)
    finally:
        for left in ("", "-wal", "-shm", "-journal"):
            draft.with_name(draft.name + left).unlink(missing_ok=True)


def _connect(path: Path, mode: str, wait: float, vfs: str | None) -> sqlite3.Connection:
    layer = f"&vfs={vfs}" if vfs else ""
    uri = f"{path.absolute().as_uri()}?{mode}{layer}"
    db = sqlite3.connect(uri, timeout=wait, isolation_level=None, uri=True)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA trusted_schema = OFF")  # the file may come from somebody else
    return db


def _open_to_read(path: Path, wait: float, vfs: str | None) -> Database:
    db = _connect(path, "mode=ro", wait, vfs)
    try:
        journal = _journal(db)
    except sqlite3.OperationalError as error:
        db.close()
        if primary_code(error) not in {*_NO_SHARED_MEMORY, sqlite3.SQLITE_READONLY}:
            raise
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise LibraryError(
                "the library has changes that cannot be read here",
                hint=f"open it where it can be written, or copy it together with {log.name}",
                path=path,
            ) from error
        # a write-ahead log needs a writable folder; without one nobody can be writing
        db, journal = _connect(path, "mode=ro&immutable=1", wait, vfs), "immutable"
    return _examined(Database(db, path, read_only=True, journal=journal))


def _open_to_write(path: Path, wait: float, vfs: str | None) -> Database:
    db = _connect(path, "mode=rwc", wait, vfs)
    try:
        try:
            journal = _use_log(db)
        except sqlite3.OperationalError as error:
            if primary_code(error) not in _NO_SHARED_MEMORY:
                raise
            db.close()
            db = _connect(path, "mode=rwc", wait, vfs)
            journal = _leave_log(db)
        opened = _examined(Database(db, path, read_only=False, journal=journal))
        schema.migrate(db)
    except sqlite3.Error:
        db.close()
        raise
    return opened


def _journal(db: sqlite3.Connection) -> str:
    db.execute("PRAGMA user_version").fetchone()  # reads the file, which the next line alone may not do
    return str(db.execute("PRAGMA journal_mode").fetchone()[0])


def _use_log(db: sqlite3.Connection) -> str:
    """Set the write-ahead log, or the rollback journal where the folder does not allow the log."""
    mode = _journal(db)
    if mode != "wal":
        try:
            mode = str(db.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY:
                raise
            return _journal(db)  # another program uses it as it is, or is setting the log at this moment
    if mode != "wal":
        return str(db.execute("PRAGMA journal_mode = TRUNCATE").fetchone()[0])
    db.execute("PRAGMA synchronous = NORMAL")  # with the log, safe against being killed at any moment
    return mode


def _leave_log(db: sqlite3.Connection) -> str:
    """Turn a file that was made with a write-ahead log to the rollback journal."""
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    mode = str(db.execute("PRAGMA journal_mode = TRUNCATE").fetchone()[0])
    db.execute("PRAGMA locking_mode = NORMAL")
    db.execute("PRAGMA user_version").fetchone()  # lets go of the lock
    return mode


def _examined(opened: Database) -> Database:
    """Return the database, if it is a library that this version can use; close it and raise if not."""
    # in one statement, since another program may be making the library at this moment
    mark, version, tables = opened.db.execute(
        "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master) "
        "FROM pragma_application_id, pragma_user_version"
    ).fetchone()
    problem: LibraryError | None = None
    if mark != schema.APPLICATION_ID:
        if opened.read_only or version or tables:
            problem = LibraryError(
                "the file is a database, but not a library", hint="name another file with --library", path=opened.path
            )
    elif version > schema.VERSION:
        problem = LibraryError(
            f"the library was made by a newer version of hrreport (layout {version}, this one knows {schema.VERSION})",
            hint="update hrreport, or name another library with --library",
            path=opened.path,
        )
    elif opened.read_only and version < schema.READABLE:
        problem = LibraryError(
            f"the library has an older layout ({version}) and cannot be brought up to date here",
            hint="make a copy that can be written, and name it with --library",
            path=opened.path,
        )
    elif not version and tables:
        problem = LibraryError(f"{DAMAGED}: it has tables and no version", hint=REPLACE, path=opened.path)
    if problem:
        opened.db.close()
        raise problem
    opened.db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    return opened


@contextmanager
def transaction(opened: Database) -> Iterator[sqlite3.Connection]:
    """Make all changes inside, or none.

    Raises:
        LibraryError: The library is open for reading only.
    """
    if opened.read_only:
        raise LibraryError(
            "the library cannot be written",
            hint="make the file and its folder writable, or name another library with --library",
            path=opened.path,
        )
    opened.db.execute("BEGIN IMMEDIATE")
    try:
        yield opened.db
        opened.db.execute("COMMIT")
    except BaseException:
        if opened.db.in_transaction:
            opened.db.execute("ROLLBACK")
        raise


@contextmanager
def consistent(opened: Database) -> Iterator[sqlite3.Connection]:
    """See the file as it is now throughout, whatever other programs write meanwhile."""
    within = opened.db.in_transaction  # which sees the file so already
    if not within:
        opened.db.execute("BEGIN")
    try:
        yield opened.db
    finally:
        if not within and opened.db.in_transaction:
            opened.db.execute("ROLLBACK")
