"""Faults: what SQLite says, in our words; and no exception of its own gets out."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.library.sqlite_errors import library_error, translate_sqlite_errors
from hrreport.model.country import ReportId
from hrreport.model.hit import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library

CODES = {
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_NOTADB: "is not a library",
    sqlite3.SQLITE_FULL: "disk is full",
    sqlite3.SQLITE_READONLY: "cannot be written",
    sqlite3.SQLITE_READONLY_DIRECTORY: "cannot be written",
    sqlite3.SQLITE_BUSY: "another program is writing",
    sqlite3.SQLITE_LOCKED: "another program is writing",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_PERM: "cannot be opened",
    sqlite3.SQLITE_IOERR_WRITE: "the disk failed",
    sqlite3.SQLITE_TOOBIG: "too large",
}


@pytest.mark.parametrize(("code", "message"), CODES.items(), ids=map(str, CODES))
def test_each_fault_has_a_line_and_a_way_out(code: int, message: str) -> None:
    fault = sqlite3.OperationalError("as SQLite says it")
    fault.sqlite_errorcode = code
    error = library_error(fault, Path("here.sqlite"))
    assert message in str(error)
    assert "here.sqlite" in str(error)
    assert error.hint


def test_any_other_fault_is_told_in_sqlites_words() -> None:
    with (
        pytest.raises(LibraryError, match="could not be used: as SQLite says it") as failed,
        translate_sqlite_errors(Path("here")),
    ):
        raise sqlite3.InterfaceError("as SQLite says it")
    assert isinstance(failed.value.__cause__, sqlite3.InterfaceError)


def test_other_exceptions_pass_through_the_door() -> None:
    with pytest.raises(ZeroDivisionError), translate_sqlite_errors(Path("here")):
        raise ZeroDivisionError


SEALAND = ReportId("sealand", 2023)
USES: dict[str, Callable[[Library], object]] = {
    "load": lambda library: library.load(SEALAND),
    "snapshots": lambda library: library.snapshots(SEALAND),
    "retrievals": lambda library: library.retrievals(SEALAND),
    "revisions": lambda library: library.revisions(SEALAND),
    "ids": lambda library: library.ids(),
    "entries": lambda library: library.entries(),
    "touch": lambda library: library.touch(SEALAND),
    "remove": lambda library: library.remove(SEALAND),
    "search": lambda library: library.search(Query("guards")),
    "count": lambda library: library.count(Query("guards"), "year"),
    "info": lambda library: library.info(),
    "vacuum": lambda library: library.vacuum(),
    "reindex": lambda library: library.reindex(),
    "export": lambda library: library.export_library(library.path.with_name("copy.sqlite")),
    "paragraphs": lambda library: list(library.paragraph_rows()),
    "downloads": lambda library: library.downloads.last(),
    "start": lambda library: library.downloads.start([]),
    "finish": lambda library: library.downloads.finish(1),
    "recall": lambda library: library.notes.recall("key"),
    "remember": lambda library: library.notes.remember("key", "value"),
}


@pytest.mark.parametrize("use", USES)
def test_no_use_of_a_library_lets_sqlites_exceptions_out(library: Library, use: str) -> None:
    library.close()
    with pytest.raises(LibraryError):
        USES[use](library)
