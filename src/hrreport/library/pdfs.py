"""Official PDFs: each kept as received beside the report's page, with where the report's paragraphs are in it."""

from __future__ import annotations

from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING

from hrreport.codec.provenance import decode_provenance, encode_provenance
from hrreport.codec.stored import decode_pdf, encode_pdf
from hrreport.library.connection import transaction
from hrreport.library.contents import text_hash
from hrreport.library.loading import decoded
from hrreport.library.packing import pack_text, unpack_page, unpack_text
from hrreport.model.retrieval import Snapshot
from hrreport.values import dataclass

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from hrreport.library.connection import Database
    from hrreport.model.country import ReportId
    from hrreport.model.official_pdf import OfficialPdf
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance


@dataclass(frozen=True, slots=True)
class StoredPdf:
    """A report's PDF as it lies in the library; decoded when it is asked for, which raises where it is damaged."""

    text_hash: str
    """Of the text of the report whose paragraphs were looked for in it."""
    version: str
    """Of what looked for them."""
    key: int = field(repr=False)
    """Of its row in the file."""
    _provenance: str = field(repr=False)
    _found: bytes = field(repr=False)

    @property
    def provenance(self) -> Provenance:
        """Where it came from."""
        return decoded(decode_provenance, self._provenance)

    def found(self) -> OfficialPdf:
        """Return where the paragraphs are in it."""
        return decoded(partial(decode_pdf, provenance=self.provenance), unpack_text(self._found))


def load(db: sqlite3.Connection, report_id: ReportId) -> StoredPdf | None:
    """Return the PDF of a report that was stored last, or ``None`` where there is none."""
    row = db.execute(
        "SELECT text_hash, version, id, provenance, found FROM pdf WHERE country = ? AND year = ? "
        "ORDER BY saved_at DESC, id DESC LIMIT 1",
        (report_id.country, report_id.year),
    ).fetchone()
    return StoredPdf(*row) if row else None


def snapshot(db: sqlite3.Connection, stored: StoredPdf) -> Snapshot:
    """Return a stored PDF as it was received."""
    (packed,) = db.execute(
        "SELECT page.packed FROM pdf JOIN page ON page.id = pdf.page WHERE pdf.id = ?", (stored.key,)
    ).fetchone()
    return Snapshot(unpack_page(db, packed), stored.provenance)


def save(opened: Database, pdf: Snapshot, report: Report, found: OfficialPdf, *, version: str, now: datetime) -> None:
    """Keep a PDF with where the paragraphs of a report are in it; it is the one in use from now on."""
    from hrreport.library.saving import add_page  # which loads the index

    with transaction(opened) as db:
        page = add_page(db, pdf.provenance.sha256, pdf.body, None)
        add(
            db,
            (report.id.country, report.id.year, page, encode_provenance(pdf.provenance), now.isoformat()),
            (text_hash(report), version, pack_text(encode_pdf(found))),
        )


def replace(opened: Database, stored: StoredPdf, report: Report, found: OfficialPdf, version: str) -> None:
    """Keep again where the paragraphs of a report are in a stored PDF."""
    with transaction(opened) as db:
        db.execute(
            "UPDATE pdf SET text_hash = ?, version = ?, found = ? WHERE id = ?",
            (text_hash(report), version, pack_text(encode_pdf(found)), stored.key),
        )


def add(db: sqlite3.Connection, source: tuple[str, int, int, str, str], found: tuple[str, str, bytes]) -> None:
    """Write a PDF's row; `source` is country, year, page, provenance and time, `found` hash, version and findings."""
    db.execute(
        "INSERT INTO pdf (country, year, page, provenance, saved_at, text_hash, version, found) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (country, year, page) DO UPDATE SET "
        "provenance = excluded.provenance, saved_at = excluded.saved_at, text_hash = excluded.text_hash, "
        "version = excluded.version, found = excluded.found",
        (*source, *found),
    )
