"""Reading what is stored: reports and their pages."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from hrreport.codec.provenance import decode_provenance
from hrreport.library.packing import unpack_page, unpack_text
from hrreport.library.schema import WITH_PDFS, version_of
from hrreport.library.sqlite_errors import damaged
from hrreport.model.retrieval import Snapshot
from hrreport.values import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from typing import TypeVar

    from hrreport.library.pdfs import StoredPdf
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance
    from hrreport.model.summary import Abstract, IssueList

    T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One revision of a report as it lies in the library; decoded when it is asked for.

    Every method raises `LibraryError` where what is stored is damaged.
    """

    id: ReportId
    revision: int
    """Its number, counted from 1."""
    current: bool
    text_hash: str
    parser_version: str
    """Of the parser that made `report()`; when it is not today's, parse the snapshots again."""
    analysis_version: str
    saved_at: datetime
    checked_at: datetime
    """When the source last gave, or confirmed, this text."""
    key: int = field(repr=False)
    """Of its row in the file."""
    _provenance: str = field(repr=False)
    _report: bytes = field(repr=False)
    _analysis: bytes = field(repr=False)
    pdf: StoredPdf | None = field(default=None, repr=False)
    """The report's PDF; its pages are those of this text where its `text_hash` is that of this one."""

    @property
    def provenance(self) -> Provenance:
        """Return the provenance of the text: the newest retrieval that had it."""
        return decoded(decode_provenance, self._provenance)

    def report(self) -> Report:
        """Return the parsed report, with the pages of its PDF where they are those of this text."""
        from hrreport.codec.stored import decode_report

        report = decoded(decode_report, unpack_text(self._report))
        if self.pdf is None or self.pdf.text_hash != self.text_hash:
            return report
        return replace(report, printed=self.pdf.found())

    def analysis(self, report: Report) -> Analysis:
        """Return what was found in the report, which is given so that its sentences need not be stored twice."""
        from hrreport.codec.stored_analyses import decode_analysis

        return decoded(lambda text: decode_analysis(text, report), unpack_text(self._analysis))

    def abstract(self, report: Report) -> Abstract | None:
        """Return what the summaries of the report show, without the rest of its analysis; ``None`` where not kept."""
        from hrreport.codec.stored_analyses import decode_abstract

        return decoded(lambda text: decode_abstract(text, report), unpack_text(self._analysis))

    def issue_list(self) -> IssueList | None:
        """Return the issues of the report as its abstract lists them; ``None`` where none is kept."""
        from hrreport.codec.stored_analyses import decode_issue_list

        return decoded(decode_issue_list, unpack_text(self._analysis))


def decoded(decode: Callable[[str], T], text: str) -> T:
    """Return a value decoded from its stored form.

    Raises:
        LibraryError: The text is not the stored form of such a value.
    """
    try:
        return decode(text)
    except (ValueError, TypeError, LookupError) as error:
        raise damaged(f"a stored value cannot be read: {error}") from error


_WHICH = "country = :country AND year = :year AND (number = :number OR (:number IS NULL AND is_current))"


def _place(report_id: ReportId, revision: int | None) -> dict[str, object]:
    return {"country": report_id.country, "year": report_id.year, "number": revision}


def load(db: sqlite3.Connection, report_id: ReportId, revision: int | None) -> StoredReport | None:
    """Return a report's current revision, or the one with that number; ``None`` where there is none."""
    row = db.execute(
        "SELECT number, is_current, text_hash, parser_version, analysis_version, saved_at, checked_at, id, "  # noqa: S608  our own condition
        f"provenance, report, analysis FROM revision WHERE {_WHICH}",
        _place(report_id, revision),
    ).fetchone()
    if row is None:
        return None
    number, current, words, parser, analysis, saved, checked, *rest = row
    when = datetime.fromisoformat
    return StoredReport(report_id, number, bool(current), words, parser, analysis, when(saved), when(checked), *rest)


def snapshots(db: sqlite3.Connection, report_id: ReportId, revision: int | None) -> tuple[Snapshot, ...]:
    """Return the pages of the newest visit that gave a revision: the report's own, then its parts."""
    rows = db.execute(
        "SELECT page.packed, retrieval.provenance FROM retrieval JOIN page ON page.id = retrieval.page "  # noqa: S608  our own condition
        f"WHERE retrieval.revision = (SELECT id FROM revision WHERE {_WHICH}) "
        "AND visit = (SELECT max(visit) FROM retrieval AS any_visit WHERE any_visit.revision = retrieval.revision) "
        "ORDER BY position",
        _place(report_id, revision),
    )
    return tuple(Snapshot(unpack_page(db, packed), decoded(decode_provenance, text)) for packed, text in rows)


def retrievals(db: sqlite3.Connection, report_id: ReportId) -> tuple[Provenance, ...]:
    """Return the provenance of every page ever retrieved for a report, in the order of retrieval."""
    rows = db.execute(
        "SELECT retrieval.provenance FROM retrieval JOIN revision ON revision.id = retrieval.revision "
        "WHERE country = ? AND year = ? ORDER BY retrieval.id",
        (report_id.country, report_id.year),
    )
    return tuple(decoded(decode_provenance, text) for (text,) in rows)


def has_pdf(db: sqlite3.Connection, report_id: ReportId) -> bool:
    """Return whether the official PDF of a report is stored."""
    if version_of(db) < WITH_PDFS:
        return False
    found = db.execute("SELECT 1 FROM pdf WHERE country = ? AND year = ? LIMIT 1", (report_id.country, report_id.year))
    return found.fetchone() is not None
