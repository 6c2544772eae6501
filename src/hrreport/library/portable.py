"""Portable libraries: a copy in one file to hand on, and taking over what another library has."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hrreport.codec.provenance import decode_provenance, encode_provenance
from hrreport.codec.stored import decode_pdf, decode_report, encode_pdf
from hrreport.codec.stored_analyses import decode_analysis
from hrreport.errors import InputError, LibraryError
from hrreport.library import pdfs, saving
from hrreport.library.checking import received_page
from hrreport.library.connection import consistent, open_database, transaction
from hrreport.library.loading import decoded
from hrreport.library.packing import pack_text, unpack_text
from hrreport.library.schema import WITH_PDFS, version_of
from hrreport.library.sqlite_errors import primary_code, translate_sqlite_errors
from hrreport.model.country import ReportId
from hrreport.model.holding import ImportSummary, LibraryFlaw

if TYPE_CHECKING:
    from hrreport.library.connection import Database

_MARK = b"SQLite format 3\0"
"""The first bytes of a database file."""


class PageContent(NamedTuple):
    """A page of another library, with its retrieval."""

    provenance: str
    sha256: str
    body: bytes


def export(opened: Database, target: Path, *, force: bool) -> None:
    """Write a copy of a library, closed and compact, in one file.

    Raises:
        InputError: The target exists, and `force` is not given; or it is no file, or the library itself.
        LibraryError: It could not be written; nothing is left behind.
    """
    try:
        _may_write(target, opened.path, force=force)
        target = Path(os.path.realpath(target))  # a link stays, and leads to the copy
        part = target.with_name(f".{target.name}.part")
        try:
            part.write_bytes(b"")  # what the system says of a file is plainer than what SQLite does
            _copy(opened.db, part)
            part.replace(target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(error.strerror, target) from error


def _may_write(target: Path, library: Path, *, force: bool) -> None:
    if not target.exists():
        return
    if target.samefile(library):
        raise InputError(f'"{target}" is this library itself', hint="name another file")
    if not target.is_file():
        raise InputError(f'"{target}" is not a file', hint="name a file")
    if not force:
        raise InputError(f'"{target}" exists already', hint="name another file, or give --force")


def _copy(db: sqlite3.Connection, part: Path) -> None:
    """Write a compact copy of a library into an empty file."""
    try:
        db.execute("VACUUM INTO ?", (str(part),))
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_FULL:
            raise
        raise _not_written("the disk is full", part) from error


def _not_written(why: str | None, target: Path) -> LibraryError:
    return LibraryError(f"the copy could not be written: {why}", hint="name a file in another folder", path=target)


def merge(opened: Database, other: Path) -> ImportSummary:
    """Import the reports of another library, each in a transaction of its own.

    Texts that differ are kept as revisions; the one retrieved last is current. Nothing in the
    other file is trusted: texts are decoded and encoded again, and the hashes of pages are checked.

    Raises:
        InputError: The other library is this one.
        LibraryError: One of the two could not be read or written.
    """
    if other.exists() and other.samefile(opened.path):
        raise InputError(f'"{other}" is this library itself', hint="name the library to take over from")
    outcome: dict[str, list[ReportId]] = {"new": [], "revised": [], "unchanged": []}
    refused: list[LibraryFlaw] = []
    source = _open_other(other)
    with closing(source.db), consistent(source):
        with translate_sqlite_errors(other):
            ids = source.db.execute("SELECT DISTINCT country, year FROM revision ORDER BY country, year").fetchall()
        for country, year in ids:
            report_id = ReportId(country, year)
            with transaction(opened) as db:
                known = saving.current_of(db, report_id) is not None
                added, problems = _take_over(db, source, report_id)
                refused += (*problems, *_take_over_pdfs(db, source, report_id))
            if added or known:
                outcome[("revised" if known else "new") if added else "unchanged"].append(report_id)
    return ImportSummary(tuple(outcome["new"]), tuple(outcome["revised"]), tuple(outcome["unchanged"]), tuple(refused))


def _open_other(path: Path) -> Database:
    """Open the library to take over from, never to write.

    Raises:
        LibraryError: There is none, or it cannot be read.
    """
    try:
        is_database = path.is_file() and _begins_as_database(path)
    except OSError as error:
        raise LibraryError(f"the library cannot be read: {error.strerror}", path=path) from error
    if not is_database:
        what = "the file is not a library" if path.exists() else "there is no library here"
        raise LibraryError(what, hint='name a library, such as "hrreport library export --to FILE" writes', path=path)
    return open_database(path, read_only=True)


def _begins_as_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def _take_over(db: sqlite3.Connection, source: Database, report_id: ReportId) -> tuple[bool, list[LibraryFlaw]]:
    """Add the revisions of a report that are not there; tell whether there was one, and what was refused."""
    place = (report_id.country, report_id.year)
    added = False
    refused: list[LibraryFlaw] = []
    with translate_sqlite_errors(source.path):
        keys = source.db.execute(
            "SELECT id FROM revision WHERE country = ? AND year = ? ORDER BY number", place
        ).fetchall()
    for (source_key,) in keys:
        try:
            with translate_sqlite_errors(source.path):
                columns = _columns(source.db, source_key, report_id)
                visits = _visits(source.db, source_key)
        except LibraryError as error:
            refused.append(LibraryFlaw("report", f"A revision was not taken over: {error}.", report_id))
            continue
        same = db.execute(
            "SELECT id FROM revision WHERE country = ? AND year = ? AND text_hash = ?", (*place, columns["text_hash"])
        ).fetchone()
        key = same[0] if same else saving.add_revision(db, report_id, columns)
        added |= not same
        _add_visits(db, key, visits, report_id.year)
    if added:
        saving.make_current(db, report_id, _newest(db, report_id))
    return added, refused


def _take_over_pdfs(db: sqlite3.Connection, source: Database, report_id: ReportId) -> list[LibraryFlaw]:
    """Add the PDFs of a report that are not there, checked; return what was refused."""
    if version_of(source.db) < WITH_PDFS or saving.current_of(db, report_id) is None:
        return []
    refused: list[LibraryFlaw] = []
    with translate_sqlite_errors(source.path):
        rows = source.db.execute(
            "SELECT pdf.provenance, CAST(sha256 AS TEXT), size, packed, saved_at, text_hash, version, found "
            "FROM pdf JOIN page ON page.id = pdf.page WHERE country = ? AND year = ? ORDER BY saved_at",
            (report_id.country, report_id.year),
        ).fetchall()
    for text, sha256, size, packed, saved, words, version, found in rows:
        try:
            provenance = decoded(decode_provenance, text)
            pdf = decoded(partial(decode_pdf, provenance=provenance), unpack_text(found))
            when = decoded(datetime.fromisoformat, saved)
            body = received_page(source.db, sha256, size, packed)
            if provenance.sha256 != sha256:
                raise LibraryError("it is another one")  # noqa: TRY301  refused as what cannot be read is
        except LibraryError as error:
            refused.append(LibraryFlaw("page", f"A PDF was not taken over: {error}.", report_id))
            continue
        known = db.execute(
            "SELECT 1 FROM pdf JOIN page ON page.id = pdf.page WHERE country = ? AND year = ? AND sha256 = ?",
            (report_id.country, report_id.year, sha256),
        ).fetchone()
        if known is None:
            page = saving.add_page(db, sha256, body, None)
            origin = (report_id.country, report_id.year, page, encode_provenance(provenance), when.isoformat())
            pdfs.add(db, origin, (str(words), str(version), pack_text(encode_pdf(pdf))))
    return refused


def _columns(source: sqlite3.Connection, key: int, report_id: ReportId) -> saving.Columns:
    """Return what is written of another library's revision, made again from its decoded values."""
    saved, checked, parser, analysis_version, report, analysis = source.execute(
        "SELECT saved_at, checked_at, parser_version, analysis_version, report, analysis FROM revision WHERE id = ?",
        (key,),
    ).fetchone()
    found = decoded(decode_report, unpack_text(report))
    if found.id != report_id:
        raise LibraryError(f"it is the report on {found.id}")
    decoded_analysis = decoded(lambda text: decode_analysis(text, found), unpack_text(analysis))
    columns = saving.columns_of(found, decoded_analysis, str(parser), str(analysis_version))
    when = {"saved_at": saved, "checked_at": checked}
    return columns | {name: decoded(datetime.fromisoformat, value).isoformat() for name, value in when.items()}


def _visits(source: sqlite3.Connection, key: int) -> list[list[PageContent]]:
    """Return the pages of each visit to a revision of another library, checked.

    Raises:
        LibraryError: There is none, or one is not as it was received.
    """
    rows = source.execute(
        "SELECT visit, retrieval.provenance, CAST(sha256 AS TEXT), size, packed "
        "FROM retrieval JOIN page ON page.id = retrieval.page WHERE revision = ? ORDER BY visit, position",
        (key,),
    ).fetchall()
    visits: dict[int, list[PageContent]] = {}
    for visit, provenance, sha256, size, packed in rows:
        body = received_page(source, sha256, size, packed)
        if decoded(decode_provenance, provenance).sha256 != sha256:
            raise LibraryError(f"the page {sha256[:12]} is not the one that was retrieved")
        visits.setdefault(visit, []).append(PageContent(provenance, sha256, body))
    if not visits:
        raise LibraryError("it has no page that it was read from")
    return list(visits.values())


def _add_visits(db: sqlite3.Connection, key: int, visits: list[list[PageContent]], year: int) -> None:
    """Add to a revision of an edition the visits that it does not have."""
    known = {text for (text,) in db.execute("SELECT provenance FROM retrieval WHERE revision = ?", (key,))}
    for pages in visits:
        if all(page.provenance in known for page in pages):
            continue
        visit = saving.next_visit(db, key)
        for position, page in enumerate(pages):
            row = saving.add_page(db, page.sha256, page.body, year)
            saving.add_retrieval(db, (key, visit, position), row, page.provenance)


def _newest(db: sqlite3.Connection, report_id: ReportId) -> int:
    """Return the key of the revision that was retrieved last; of two at once, the one held longer."""
    rows = db.execute(
        "SELECT id, provenance FROM revision WHERE country = ? AND year = ? ORDER BY number",
        (report_id.country, report_id.year),
    ).fetchall()
    when = {int(key): decoded(decode_provenance, text).retrieved_at for key, text in rows}
    return max(when, key=when.__getitem__)
