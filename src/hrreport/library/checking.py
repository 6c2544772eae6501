"""Checking a library file: bytes, hashes, texts, links and the index."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import TYPE_CHECKING

from hrreport.codec.stored import decode_analysis, decode_provenance, decode_report
from hrreport.errors import LibraryError
from hrreport.library import index
from hrreport.library.connection import consistent, transaction
from hrreport.library.contents import contents_of, text_hash, unpack_contents
from hrreport.library.packing import unpack, unpack_text
from hrreport.library.reading import decoded
from hrreport.model.country import ReportId
from hrreport.model.holding import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.library.connection import Database


def check(opened: Database) -> Iterator[Flaw]:
    """Yield everything in the file that is not as it should be; nothing when all is well."""
    try:
        with consistent(opened) as db:
            yield from _file(db)
            yield from _pages(db)
            for (key,) in db.execute("SELECT id FROM revision ORDER BY country, year, number").fetchall():
                yield from _revision(db, key)
            yield from _index(db)
        if not opened.read_only:
            yield from _index_itself(opened)
    except sqlite3.DatabaseError as error:
        yield Flaw("file", f"The file is damaged, and the check cannot go on: {error}.")


def _file(db: sqlite3.Connection) -> Iterator[Flaw]:
    for (said,) in db.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield Flaw("file", f"SQLite says: {said}.")
    for table, row, other, _ in db.execute("PRAGMA foreign_key_check"):
        yield Flaw("link", f"Row {row} of '{table}' belongs to a row of '{other}' that is not there.")


def _pages(db: sqlite3.Connection) -> Iterator[Flaw]:
    for (key,) in db.execute("SELECT id FROM page").fetchall():
        sha256, size, packed = db.execute("SELECT sha256, size, packed FROM page WHERE id = ?", (key,)).fetchone()
        if problem := page_problem(sha256, size, packed):
            yield Flaw("page", f"{problem[0].upper()}{problem[1:]}.")


def page_problem(sha256: str, size: int, packed: bytes) -> str | None:
    """Return what is wrong with a stored page, or ``None``."""
    try:
        body = unpack(packed)
    except LibraryError as error:
        return f"the page {sha256[:12]} cannot be read: {error}"
    if len(body) != size or hashlib.sha256(body).hexdigest() != sha256:
        return f"the page {sha256[:12]} is not as it was received"
    return None


def _revision(db: sqlite3.Connection, key: int) -> Iterator[Flaw]:
    """Yield what is wrong with one text of a report."""
    row = db.execute(
        "SELECT country, year, number, is_current, first_row, text_hash, paragraphs, provenance, contents, report, "
        "analysis, EXISTS (SELECT 1 FROM retrieval WHERE revision = revision.id) FROM revision WHERE id = ?",
        (key,),
    ).fetchone()
    country, year, number, current, first, words, paragraphs, source, contents, packed, analysed, has_page = row
    which = ReportId(country, year)
    name = f"Revision {number}"
    if not has_page:
        yield Flaw("page", f"{name} has no page that it was read from.", which)
    if bool(current) != (first is not None):
        yield Flaw("index", f"{name} is {'not ' if current else ''}in the index.", which)
    try:
        decoded(decode_provenance, source)
        stored = unpack_text(packed)
        report = decoded(decode_report, stored)
    except LibraryError as error:
        yield Flaw("report", f"{name} cannot be read: {error}.", which)
        return
    try:
        analysis = decoded(lambda text: decode_analysis(text, report), unpack_text(analysed))
    except LibraryError as error:
        yield Flaw("analysis", f"The analysis of revision {number} cannot be read: {error}.", which)
        return
    if report.id != which or text_hash(report) != words:
        yield Flaw("report", f"{name} has other words than its hash says.", which)
    try:
        good = unpack_contents(contents) == contents_of(report, analysis, stored)
    except LibraryError:
        good = False
    if not good or paragraphs != sum(1 for _ in report.passages()):
        yield Flaw("report", f"The table of contents of revision {number} does not fit its text.", which)
    elif first is not None:
        yield from _rows(db, key, which)


def _rows(db: sqlite3.Connection, key: int, which: ReportId) -> Iterator[Flaw]:
    """Yield what is wrong with the rows of a report in the index: how many words each column of each has."""
    wanted = [tuple(len(column.split()) for column in row) for row in index.rows_to_index(db, key)]
    (first,) = db.execute("SELECT first_row FROM revision WHERE id = ?", (key,)).fetchone()
    found = db.execute(
        "SELECT sz FROM passage_docsize WHERE id >= ? AND id < ? ORDER BY id", (first, first + len(wanted))
    )
    if [_sizes(packed) for (packed,) in found] != wanted:
        yield Flaw("index", "The index has other words than the report.", which)


def _sizes(packed: bytes) -> tuple[int, ...]:
    """Return the numbers in a record of the index: seven bits a byte, the last byte of each below 128.

    >>> _sizes(bytes([5, 129, 2]))
    (5, 130)
    """
    found, number = [], 0
    for byte in packed:
        number = (number << 7) | (byte & 0x7F)
        if byte < 0x80:  # noqa: PLR2004  the bit that says that more follows
            found.append(number)
            number = 0
    return tuple(found)


def _index(db: sqlite3.Connection) -> Iterator[Flaw]:
    """Yield what is wrong with the index as a whole."""
    if not index.is_current(db):
        yield Flaw("index", "The index was made by another version of hrreport.")
    (rows,) = db.execute("SELECT count(*) FROM passage_docsize").fetchone()
    (wanted,) = db.execute("SELECT ifnull(sum(paragraphs), 0) FROM revision WHERE first_row IS NOT NULL").fetchone()
    if rows != wanted:
        yield Flaw("index", f"The index has {rows} paragraphs, the reports have {wanted}.")


def _index_itself(opened: Database) -> Iterator[Flaw]:
    """Let SQLite examine the index, which it does in a statement that writes."""
    try:
        with transaction(opened) as db:
            db.execute("INSERT INTO passage (passage) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        yield Flaw("index", f"The index is damaged: {error}.")
