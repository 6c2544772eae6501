"""The contents of a library: reports, their revisions and what changed, flaws; and the results of downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from hrreport.model.change import SentencePair
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Kind
    from hrreport.model.locator import Locator
    from hrreport.model.retrieval import Provenance


SaveOutcome = Literal["new", "unchanged", "revised"]
"""What saving came to: ``unchanged`` when the words are those of the current revision."""

DownloadOutcome = Literal["new", "unchanged", "revised", "refused", "missing", "failed"]
"""The result for one report of a download."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of a report: a page fetched again with other words makes another."""

    id: ReportId
    number: int
    """Counted from 1 in the order in which the library received them."""
    current: bool
    """Whether it is the one shown when no revision is named."""
    title: str
    published: str
    """ISO date of publication, or empty where the page gives none."""
    provenance: Provenance
    """Of the newest retrieval that had these words."""
    text_hash: str
    """SHA-256 of the words: headings, run-in labels and paragraphs in order."""
    words: int
    paragraphs: int
    saved_at: datetime
    """When these words were first stored."""
    checked_at: datetime
    """When the source last gave, or confirmed, these words."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One report as a library's list shows it: its current revision, and how many there are."""

    current: Revision
    revisions: int

    @property
    def id(self) -> ReportId:
        """Return the report id."""
        return self.current.id


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """The state of a library file."""

    path: str
    size: int
    """Bytes on disk, the write-ahead log included."""
    version: int
    """Version of the file's layout."""
    journal: str
    """How changes are made safe: ``wal``, or another mode where the folder does not allow it."""
    read_only: bool
    reports: int
    revisions: int
    snapshots: int
    """Pages kept as received."""
    paragraphs: int
    """Paragraphs that can be searched."""
    years: tuple[int, ...]
    page_bytes: int
    """Bytes of the pages as received."""
    stored_bytes: tuple[tuple[str, int], ...]
    """What the bytes of the file are spent on: pages, reports, analyses, index."""


@dataclass(frozen=True, slots=True)
class LibraryFlaw:
    """Something in a library file that is not as it should be."""

    what: str
    """The part of the file: ``file``, ``page``, ``report``, ``analysis``, ``index``, ``link``."""
    detail: str
    """One sentence."""
    id: ReportId | None = None
    """The report concerned, or ``None`` where the flaw is in no single report."""


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """The result of importing another library."""

    new: tuple[ReportId, ...]
    """Reports that it did not have."""
    revised: tuple[ReportId, ...]
    """Reports of which the other library had other words; both texts are kept."""
    unchanged: tuple[ReportId, ...]
    refused: tuple[LibraryFlaw, ...]
    """What was not taken over because it is damaged."""


@dataclass(frozen=True, slots=True)
class StoredParagraph:
    """One paragraph of a stored report as a row of its own, for tables and other programs."""

    id: ReportId
    revision: int
    locator: Locator
    headings: tuple[str, ...]
    """Titles of the sections that it stands in, the widest first."""
    topic: str | None
    """Its run-in label, or none."""
    text: str
    subjects: tuple[str, ...]
    """Ids of the topics that it belongs to."""
    kinds: tuple[Kind, ...]
    """What its sentences do."""
    title: str
    """Of the report."""
    published: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Download:
    """One run of a download, as logged."""

    number: int
    started_at: datetime
    finished_at: datetime | None
    """``None`` while it runs, or when it was interrupted."""
    pending: tuple[ReportId, ...]
    """Wanted and not yet done, in the order asked."""
    done: tuple[DownloadLine, ...]
    """In the order in which they were done."""


@dataclass(frozen=True, slots=True)
class DownloadLine:
    """The result for one report of a download."""

    id: ReportId
    outcome: DownloadOutcome
    detail: str
    """One phrase more for the reader, or empty."""
    at: datetime


@dataclass(frozen=True, slots=True)
class RevisionChange:
    """One text of a report, beside the one before it."""

    revision: Revision
    pairs: tuple[SentencePair, ...] = ()
    """Sentences that do not stand word for word in the same place of the text before."""
    first: bool = False
    """Whether there is no text before it, or it was not compared."""


@dataclass(frozen=True, slots=True)
class DownloadResult:
    """The result for one report."""

    id: ReportId
    outcome: DownloadOutcome
    detail: str = ""
    """One phrase more for the reader, or empty."""
    url: str = ""
    """The address to open by hand; empty where it was delivered, or none is known."""
    without_pdf: bool = False
    """Whether its PDF was asked for, and could not be kept."""

    @property
    def lost(self) -> bool:
        """Return whether it was not delivered, and is to be fetched by hand if it exists."""
        return self.outcome in ("refused", "missing", "failed")


@dataclass(frozen=True, slots=True)
class DownloadSummary:
    """The result of a whole download."""

    deliveries: tuple[DownloadResult, ...]
    """In the order in which they were done."""

    def count(self, outcome: DownloadOutcome) -> int:
        """Return how many reports had an outcome."""
        return sum(delivery.outcome == outcome for delivery in self.deliveries)

    @property
    def lost(self) -> tuple[DownloadResult, ...]:
        """Return the reports that were not delivered, by country and year."""
        return tuple(sorted((d for d in self.deliveries if d.lost), key=lambda d: d.id))
