"""Checking a library file: bytes, hashes, texts, links and the index."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from hrreport.codec.provenance import decode_provenance
from hrreport.codec.stored import decode_pdf, decode_report
from hrreport.codec.stored_analyses import decode_analysis
from hrreport.errors import LibraryError
from hrreport.library import full_text_index
from hrreport.library.connection import consistent, transaction
from hrreport.library.contents import contents_of, text_hash, unpack_contents
from hrreport.library.loading import decoded
from hrreport.library.packing import unpack_page, unpack_text
from hrreport.library.schema import FIRST_TABLES, PDFS, TEMPLATED, TEMPLATES, WITH_PDFS, version_of
from hrreport.library.sqlite_errors import primary_code
from hrreport.model.country import ReportId
from hrreport.model.holding import LibraryFlaw
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.library.connection import Database
    from hrreport.library.contents import Contents


TABLE_NAMES = tuple(
    re.findall(r"^CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)", FIRST_TABLES + TEMPLATES + PDFS, re.MULTILINE)
)
_SINCE = {"template": TEMPLATED, "pdf": WITH_PDFS}
"""The first layout that has a table, where it is not the first of all."""

_PROBED = 24
"""So many words, at most, by which a paragraph must be found: the index keeps them in the order of the alphabet."""

Probe = tuple[ReportId, int, str]
"""A report, a row of the index, and what it must be found by."""


def check(opened: Database) -> Iterator[LibraryFlaw]:
    """Yield everything in the file that is not as it should be; nothing when all is well."""
    with suppress(sqlite3.DatabaseError, LibraryError, TypeError, ValueError, LookupError):  # the check says why
        full_text_index.bring_up_to_date(opened)
    try:
        with consistent(opened) as db:
            yield from _file(opened)
            yield from _tables(db)
            yield from _pages(db)
            yield from _pdfs(db)
            probes: list[Probe] = []
            for (key,) in db.execute("SELECT id FROM revision ORDER BY country, year, number").fetchall():
                yield from _revision(db, key, probes)
            yield from _index(db)
            yield from _probed(db, probes)
        if not opened.read_only:
            yield from _index_itself(opened)
    except sqlite3.DatabaseError as error:
        _raise_if_locked(error)
        yield LibraryFlaw("file", f"The file is damaged, and the check cannot go on: {error}.")
    except LibraryError as error:
        yield LibraryFlaw("file", f"The file is damaged, and the check cannot go on: {error.message}.")
    except (TypeError, ValueError, LookupError) as error:  # a row that is not as any version writes it
        yield LibraryFlaw(
            "file", f"The file is damaged, and the check cannot go on: a row is missing or not as written ({error})."
        )


def _file(opened: Database) -> Iterator[LibraryFlaw]:
    db = opened.db
    faults = [
        line for (text,) in db.execute("PRAGMA integrity_check") for line in str(text).splitlines() if "***" not in line
    ]
    if faults != ["ok"]:
        more = f", and {counted(len(faults) - 1, 'more fault')}" if len(faults) > 1 else ""
        yield LibraryFlaw("file", f"The file is damaged: {faults[0].removesuffix('.')}{more}.")
    log = opened.path.with_name(opened.path.name + "-wal")
    if not (log.exists() and log.stat().st_size):
        (pages,), (size,) = (db.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        if (extra := opened.path.stat().st_size - pages * size) > 0:
            yield LibraryFlaw("file", f"The file has {counted(extra, 'byte')} after its end.")
    for table, row, other, _ in db.execute("PRAGMA foreign_key_check"):
        yield LibraryFlaw("link", f'Row {row} of "{table}" belongs to a row of "{other}" that is not there.')


def _tables(db: sqlite3.Connection) -> Iterator[LibraryFlaw]:
    """Yield the tables that are missing, and read the small ones, so that what cannot be read is found."""
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    for name in TABLE_NAMES:
        if name not in there and version_of(db) >= _SINCE.get(name, 1):
            yield LibraryFlaw("file", f'The table "{name}" is missing.')
    for name in ("compound", "download", "download_report", "note", "fact"):  # of which nothing else is checked
        if name in there:
            db.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608  our own names
    for key, text in db.execute("SELECT id, provenance FROM retrieval"):
        try:
            decoded(decode_provenance, text)
        except LibraryError as error:
            yield LibraryFlaw("page", f"The provenance of retrieval {key} cannot be read: {error.message}.")


def _pages(db: sqlite3.Connection) -> Iterator[LibraryFlaw]:
    for (key,) in db.execute("SELECT id FROM page").fetchall():
        sha256, size, packed = db.execute("SELECT sha256, size, packed FROM page WHERE id = ?", (key,)).fetchone()
        try:
            received_page(db, sha256, size, packed)
        except LibraryError as error:
            yield LibraryFlaw("page", f"{error.message[0].upper()}{error.message[1:]}.")


def _pdfs(db: sqlite3.Connection) -> Iterator[LibraryFlaw]:
    """Yield what is wrong with the official PDFs: that they cannot be read, or belong to no report."""
    if version_of(db) < WITH_PDFS:
        return
    rows = db.execute(
        "SELECT country, year, pdf.provenance, found, sha256, saved_at, EXISTS (SELECT 1 FROM revision "
        "WHERE revision.country = pdf.country AND revision.year = pdf.year) FROM pdf JOIN page ON page.id = pdf.page"
    )
    for country, year, provenance, found, sha256, saved, owned in rows:
        which = ReportId(country, year)
        try:
            source = decoded(decode_provenance, provenance)
            decoded(partial(decode_pdf, provenance=source), unpack_text(found))
        except LibraryError as error:
            yield LibraryFlaw("page", f"What was found in a PDF cannot be read: {error.message}.", which)
            continue
        if source.sha256 != sha256 or not owned or not _is_time(saved):
            yield LibraryFlaw("page", "A PDF is not as its provenance says, or belongs to no report.", which)


def received_page(db: sqlite3.Connection, sha256: str, size: int, packed: bytes) -> bytes:
    """Return the bytes of a stored page.

    Raises:
        LibraryError: It cannot be read, or is not as it was received.
    """
    try:
        body = unpack_page(db, packed)
    except LibraryError as error:
        raise LibraryError(f"the page {sha256[:12]} cannot be read: {error}") from error
    if len(body) != size or hashlib.sha256(body).hexdigest() != sha256:
        raise LibraryError(f"the page {sha256[:12]} is not as it was received")
    return body


def _revision(db: sqlite3.Connection, key: int, probes: list[Probe]) -> Iterator[LibraryFlaw]:
    """Yield what is wrong with one text of a report."""
    row = db.execute(
        "SELECT country, year, number, is_current, first_row, text_hash, paragraphs, provenance, contents, report, "
        "analysis, EXISTS (SELECT 1 FROM retrieval WHERE revision = revision.id), title, published, saved_at, "
        "checked_at FROM revision WHERE id = ?",
        (key,),
    ).fetchone()
    country, year, number, current, first, stored_hash, paragraphs, source, contents, packed, analyzed, has_page = row[
        :12
    ]
    title, published, *times = row[12:]
    which = ReportId(country, year)
    name = f"Revision {number}"
    if not has_page:
        yield LibraryFlaw("page", f"{name} has no page that it was read from.", which)
    if bool(current) != (first is not None):
        yield LibraryFlaw("index", f"{name} is {'not ' if current else ''}in the index.", which)
    try:
        decoded(decode_provenance, source)
        stored = unpack_text(packed)
        report = decoded(decode_report, stored)
    except LibraryError as error:
        yield LibraryFlaw("report", f"{name} cannot be read: {error}.", which)
        return
    try:
        analysis = decoded(lambda text: decode_analysis(text, report), unpack_text(analyzed))
    except LibraryError as error:
        yield LibraryFlaw("analysis", f"The analysis of revision {number} cannot be read: {error}.", which)
        return
    if (title, published) != (report.title, report.published) or not all(map(_is_time, times)):
        yield LibraryFlaw("report", f"What is listed of revision {number} is not as its text says.", which)
    if report.id != which or text_hash(report) != stored_hash:
        yield LibraryFlaw("report", f"{name} has other words than its hash says.", which)
    listed_paragraphs = contents_of(report, analysis, stored)
    try:
        good = unpack_contents(contents) == listed_paragraphs
    except LibraryError:
        good = False
    if not good or paragraphs != sum(1 for _ in report.passages()):
        yield LibraryFlaw("report", f"The table of contents of revision {number} does not fit its text.", which)
    elif first is not None and full_text_index.is_current(db):
        yield from _rows(db, (which, first), listed_paragraphs, stored, probes)


def _rows(
    db: sqlite3.Connection, place: tuple[ReportId, int], contents: Contents, stored: str, probes: list[Probe]
) -> Iterator[LibraryFlaw]:
    """Yield what is wrong with the rows of a report in the index: how many words each column of each has.

    Of a report whose rows are right, the longest paragraph is added to the `probes`, by words of its whole alphabet.
    """
    which, first = place
    expected = list(full_text_index.sizes_of(which.country, contents, stored))
    found = db.execute(
        "SELECT sz FROM passage_docsize WHERE id >= ? AND id < ? ORDER BY id", (first, first + len(expected))
    )
    if [_sizes(packed) for (packed,) in found] != expected:
        yield LibraryFlaw("index", "The index has other words than the report.", which)
    elif expected:
        longest = max(range(len(expected)), key=lambda n: contents.passages[n].end - contents.passages[n].start)
        (row,) = full_text_index.rows_of(which.country, contents, stored, slice(longest, longest + 1))
        words = sorted(set(" ".join(row).split()))
        sought = words[:: len(words) // _PROBED + 1]
        probes.append((which, first + longest, " AND ".join(f'"{word}"' for word in sought)))


def _probed(db: sqlite3.Connection, probes: list[Probe]) -> Iterator[LibraryFlaw]:
    """Yield whether there are reports whose longest paragraph is not found by its words."""
    lost: list[ReportId] = []
    try:
        for which, row, match in probes:
            query = "SELECT 1 FROM passage WHERE passage MATCH ? AND rowid = ?"
            if db.execute(query, (match, row)).fetchone() is None:
                lost.append(which)
    except sqlite3.DatabaseError as error:
        _raise_if_locked(error)
        yield LibraryFlaw("index", f"The index is damaged: {error}.")
        return
    if lost:
        of = f"of {counted(len(lost), 'report')}" if len(lost) > 1 else "of the report"
        yield LibraryFlaw("index", f"The index does not find the words {of}.", lost[0] if len(lost) == 1 else None)


def _is_time(text: object) -> bool:
    try:
        return isinstance(text, str) and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


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


def _index(db: sqlite3.Connection) -> Iterator[LibraryFlaw]:
    """Yield what is wrong with the index as a whole."""
    if not full_text_index.is_current(db):
        yield LibraryFlaw("index", "The index was made by another version of hrreport.")
    (rows,) = db.execute("SELECT count(*) FROM passage_docsize").fetchone()
    totals = db.execute("SELECT block FROM passage_data WHERE id = 1").fetchone()
    if rows and (totals is None or _sizes(totals[0])[:1] != (rows,)):
        yield LibraryFlaw("index", "The index counts other paragraphs than it has.")
    (expected,) = db.execute("SELECT ifnull(sum(paragraphs), 0) FROM revision WHERE first_row IS NOT NULL").fetchone()
    if rows != expected:
        yield LibraryFlaw("index", f"The index has {rows} paragraphs, the reports have {expected}.")


def _index_itself(opened: Database) -> Iterator[LibraryFlaw]:
    """Run SQLite's check of the index, which is a statement that writes."""
    try:
        with transaction(opened) as db:
            db.execute("INSERT INTO passage (passage) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        _raise_if_locked(error)
        yield LibraryFlaw("index", f"The index is damaged: {error}.")


def _raise_if_locked(error: sqlite3.Error) -> None:
    """Raise an error that says nothing of the file: another program keeps it locked."""
    if primary_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise error
