"""The library: the local collection of reports in one SQLite file.

Each method that writes is one transaction. The other modules of the package do the work, and are
loaded when first needed. The class is long because it is the package's only public one: most of it
says what each method promises.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from hrreport.library import loading
from hrreport.library.connection import WAIT, consistent, open_database, transaction
from hrreport.library.sqlite_errors import translate_sqlite_errors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from types import TracebackType

    from hrreport.library.downloads import DownloadLog
    from hrreport.library.loading import StoredReport
    from hrreport.library.notes import Notes
    from hrreport.library.pdfs import StoredPdf
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Analysis
    from hrreport.model.hit import Query, QueryReading, SearchResult, Tally
    from hrreport.model.holding import (
        Holding,
        ImportSummary,
        LibraryFlaw,
        LibraryInfo,
        Revision,
        SaveOutcome,
        StoredParagraph,
    )
    from hrreport.model.official_pdf import OfficialPdf
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance, Snapshot


class Library:
    """An open library file; use it in a ``with`` statement, or call `close`.

    Every method raises `LibraryError` where the file cannot be read or written; then nothing was changed.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        clock: Callable[[], datetime],
        read_only: bool = False,
        wait: float = WAIT,
        vfs: str | None = None,
    ) -> None:
        """Open a library, or make one where there is none.

        Args:
            path: The file.
            clock: Tells the time, aware and in UTC.
            read_only: Never write. A file that cannot be written is opened so in any case; saving then raises.
            wait: Seconds to wait for another program that is writing.
            vfs: Name of one of SQLite's file layers, for folders that need another than the system's.

        Raises:
            LibraryError: The file is not a library, is damaged, of a newer version, or cannot be opened.
        """
        self.path = Path(path)
        self._clock = clock
        self._opened = open_database(self.path, read_only=read_only, wait=wait, vfs=vfs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; does nothing when it is closed already."""
        with translate_sqlite_errors(self.path):
            self._opened.db.close()

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be saved: the file or folder is read-only, or it was opened so."""
        return self._opened.read_only

    @property
    def is_empty(self) -> bool:
        """Return whether no report is stored."""
        with translate_sqlite_errors(self.path):
            return self._opened.db.execute("SELECT 1 FROM revision LIMIT 1").fetchone() is None

    @cached_property
    def downloads(self) -> DownloadLog:
        """The log of downloads."""
        from hrreport.library.downloads import DownloadLog

        return DownloadLog(self._opened, self._clock)

    @cached_property
    def notes(self) -> Notes:
        """Return the notes."""
        from hrreport.library.notes import Notes

        return Notes(self._opened, self._clock)

    # -- saving ------------------------------------------------------------------------------

    def save(
        self,
        snapshots: Iterable[Snapshot],
        report: Report,
        analysis: Analysis,
        *,
        parser_version: str,
        analysis_version: str,
    ) -> SaveOutcome:
        """Keep a report with the pages that it was read from, in one transaction.

        With the words of the current revision it replaces that one; with others it becomes a new
        revision, and both are kept. So bring an older parse up to date (`replace_parsed`) before a
        fresh retrieval is saved.

        Args:
            snapshots: The report's own page, then those of its parts.
            report: What was parsed from them.
            analysis: What was found in it.
            parser_version: Of the parser; kept to know when to parse again.
            analysis_version: Of the analysis, likewise.
        """
        from hrreport.library import saving

        with translate_sqlite_errors(self.path):
            columns = saving.columns_of(report, analysis, parser_version, analysis_version)
            return saving.save(self._opened, columns, snapshots, report.id, self._clock())

    def replace_parsed(
        self, stored: StoredReport, report: Report, analysis: Analysis, *, parser_version: str, analysis_version: str
    ) -> None:
        """Keep a new parse of a stored revision in place of the old one; its pages stay.

        Does nothing when the revision was removed meanwhile.
        """
        from hrreport.library import saving

        with translate_sqlite_errors(self.path):
            columns = saving.columns_of(report, analysis, parser_version, analysis_version)
            saving.replace(self._opened, stored, columns)

    def save_pdf(self, pdf: Snapshot, report: Report, found: OfficialPdf, *, version: str) -> None:
        """Keep the PDF of a report, with where the report's paragraphs are in it.

        Args:
            pdf: The PDF as received.
            report: The report that is stored.
            found: Where its paragraphs are.
            version: Of what found them; kept to know when to look again.
        """
        from hrreport.library import pdfs

        with translate_sqlite_errors(self.path):
            pdfs.save(self._opened, pdf, report, found, version=version, now=self._clock())

    def replace_found(self, stored: StoredPdf, report: Report, found: OfficialPdf, *, version: str) -> None:
        """Keep where the paragraphs of a report are in a stored PDF, in place of what was kept."""
        from hrreport.library import pdfs

        with translate_sqlite_errors(self.path):
            pdfs.replace(self._opened, stored, report, found, version)

    def touch(self, report_id: ReportId) -> bool:
        """Record that the source confirmed the current revision; tell whether there is one."""
        from hrreport.library import saving

        with translate_sqlite_errors(self.path):
            return saving.touch(self._opened, report_id, self._clock())

    def remove(self, report_id: ReportId, *, revision: int | None = None) -> int:
        """Remove a report with all its pages, or one revision of it; return how many revisions went.

        When the current revision goes, the newest of the others takes its place.
        """
        from hrreport.library import saving

        with translate_sqlite_errors(self.path):
            return saving.remove(self._opened, report_id, revision)

    # -- reading -----------------------------------------------------------------------------

    def load(self, report_id: ReportId, *, revision: int | None = None) -> StoredReport | None:
        """Return a report's current revision, or the one with that number; ``None`` where there is none."""
        with translate_sqlite_errors(self.path):
            stored = loading.load(self._opened.db, report_id, revision)
            if stored is None or not loading.has_pdf(self._opened.db, report_id):
                return stored
            from hrreport.library import pdfs  # only where there is one: most commands start without it

            return replace(stored, pdf=pdfs.load(self._opened.db, report_id))

    def snapshots(self, report_id: ReportId, *, revision: int | None = None) -> tuple[Snapshot, ...]:
        """Return the pages that a revision was last read from: the report's own, then its parts.

        Empty where the report is not stored.

        Raises:
            LibraryError: The file could not be read, or a page in it is damaged.
        """
        with translate_sqlite_errors(self.path):
            return loading.snapshots(self._opened.db, report_id, revision)

    def pdf(self, stored: StoredPdf) -> Snapshot:
        """Return a report's PDF as it was received.

        Raises:
            LibraryError: The file could not be read, or the PDF is damaged.
        """
        from hrreport.library import pdfs

        with translate_sqlite_errors(self.path):
            return pdfs.snapshot(self._opened.db, stored)

    def retrievals(self, report_id: ReportId) -> tuple[Provenance, ...]:
        """Return the provenance of every page ever retrieved for a report, in the order of retrieval."""
        with translate_sqlite_errors(self.path):
            return loading.retrievals(self._opened.db, report_id)

    def revisions(self, report_id: ReportId) -> tuple[Revision, ...]:
        """Return every text of a report, oldest first; empty where the report is not stored."""
        from hrreport.library import holdings

        with translate_sqlite_errors(self.path):
            return holdings.revisions(self._opened.db, report_id)

    def years_of(self, country: str) -> tuple[int, ...]:
        """Return the years of the stored reports on a country, by its slug, in order."""
        from hrreport.library import holdings

        with translate_sqlite_errors(self.path):
            return holdings.years_of(self._opened.db, country)

    def ids(self) -> tuple[ReportId, ...]:
        """Return the ids of the stored reports, by country and year.

        Raises:
            LibraryError: The file could not be read.
        """
        from hrreport.library import holdings

        with translate_sqlite_errors(self.path):
            return holdings.ids(self._opened.db)

    def entries(self) -> tuple[Holding, ...]:
        """Return every stored report, by country and year."""
        from hrreport.library import holdings

        with translate_sqlite_errors(self.path), consistent(self._opened) as db:
            return holdings.holdings(db)

    # -- searching ---------------------------------------------------------------------------

    def search(self, query: Query) -> SearchResult:
        """Return the paragraphs of all current revisions that a query meets, the best first.

        Raises:
            InputError: The query is not of the language of searches; the message names the place.
        """
        from hrreport.library import searching

        with self._searchable() as db:
            return searching.search(db, query)

    def count(self, query: Query, by: Literal["country", "year"]) -> tuple[Tally, ...]:
        """Return how many paragraphs and reports a query meets, limit and offset left aside.

        By country the most come first, by year the oldest.

        Raises:
            InputError: The query is not of the language of searches.
        """
        from hrreport.library import searching

        with self._searchable() as db:
            return searching.count(db, query, by)

    def read_query(self, query: Query) -> QueryReading:
        """Return how the words of a query are read: as a phrase or as words, with which synonyms and suggestions.

        Raises:
            InputError: The query is not of the language of searches.
        """
        from hrreport.library import searching

        with self._searchable() as db:
            return searching.read(db, query)[1]

    def reports_of(self, query: Query) -> tuple[ReportId, ...]:
        """Return the stored reports that the countries, regions and years of a query let through.

        Raises:
            InputError: There is no such region.
        """
        from hrreport.library import searching

        with translate_sqlite_errors(self.path), consistent(self._opened) as db:
            return searching.reports_of(db, query)

    def has_any(self, query: Query) -> bool:
        """Return whether the filters of a query let any paragraph through, whatever its words.

        The query has a filter besides years.
        """
        from hrreport.library import searching

        with self._searchable() as db:
            return searching.has_any(db, query)

    @property
    def index_is_current(self) -> bool:
        """Return whether the index has the current version; if not, the first search rebuilds it."""
        from hrreport.library import full_text_index

        with translate_sqlite_errors(self.path):
            return full_text_index.is_current(self._opened.db)

    @contextmanager
    def _searchable(self) -> Iterator[sqlite3.Connection]:
        """Yield the file with its index brought up to date, seen as it is now throughout."""
        from hrreport.library import full_text_index

        with translate_sqlite_errors(self.path):
            full_text_index.bring_up_to_date(self._opened)
            with consistent(self._opened) as db:
                yield db

    # -- care --------------------------------------------------------------------------------

    def info(self) -> LibraryInfo:
        """Return the state of the file: what it holds, and what its bytes are spent on."""
        from hrreport.library import holdings

        with translate_sqlite_errors(self.path), consistent(self._opened):
            return holdings.info(self._opened)

    def check(self) -> Iterator[LibraryFlaw]:
        """Yield everything in the file that is not as it should be; nothing when all is well.

        Pages are compared with their hashes, texts with theirs, the index with the texts. A file
        that is too damaged to go on is a flaw too, and the last one.

        Raises:
            LibraryError: Another program kept the file locked.
        """
        from hrreport.library import checking

        with translate_sqlite_errors(self.path):
            yield from checking.check(self._opened)

    def reindex(self) -> None:
        """Build the full-text index again from the stored reports."""
        from hrreport.library import full_text_index

        with translate_sqlite_errors(self.path), transaction(self._opened) as db:
            full_text_index.rebuild(db)

    def vacuum(self) -> int:
        """Return the file's unused space to the system, and optimize the index; return the bytes freed."""
        from hrreport.library import holdings

        with translate_sqlite_errors(self.path):
            return holdings.vacuum(self._opened)

    # -- other files -------------------------------------------------------------------------

    def export_library(self, target: Path | str, *, force: bool = False) -> None:
        """Write a copy of the library, compact and in one file, to hand on.

        Raises:
            InputError: The file exists, and `force` is not given; or it is the library itself.
            LibraryError: It could not be written; nothing is left behind.
        """
        from hrreport.library import portable

        with translate_sqlite_errors(self.path):
            portable.export(self._opened, Path(target), force=force)

    def merge(self, other: Path | str) -> ImportSummary:
        """Import the reports of another library; texts that differ are kept as revisions.

        The text that was retrieved last becomes the current one. What is damaged is refused and named.

        Raises:
            InputError: The other library is this one.
            LibraryError: One of the two could not be read or written.
        """
        from hrreport.library import portable

        with translate_sqlite_errors(self.path):
            return portable.merge(self._opened, Path(other))

    def paragraph_rows(self) -> Iterator[StoredParagraph]:
        """Yield every paragraph of all current revisions, by edition and country, in the order of the pages."""
        from hrreport.library import passages

        with translate_sqlite_errors(self.path):
            yield from passages.paragraphs(self._opened.db)
