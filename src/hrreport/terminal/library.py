"""Views of a library: what it holds, its state, what a check found, what was taken over, and its downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells, text_block
from hrreport.wording.changes import name_of
from hrreport.wording.reports import counted, day, moment, obtained

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.holding import (
        Download,
        DownloadOutcome,
        DownloadSummary,
        Holding,
        ImportSummary,
        LibraryFlaw,
        LibraryInfo,
    )
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

_HOLDINGS = (
    Column(flexible=True), Column("right"), Column("right"), Column("right"), Column("right", dispensable=True),
    Column(dispensable=True), Column(dispensable=True),
)  # fmt: skip
_COUNTS = (Column("right"), Column(), Column(flexible=True))
_FACTS = (Column(), Column(flexible=True))
_REASONS = (Column(), Column(), Column(flexible=True))
_KILO = 1000
WIDE = 120

OUTCOMES: dict[DownloadOutcome, str] = {
    "new": "new in the library",
    "unchanged": "stored already, with the same words",
    "revised": "stored before with other words; both texts are kept",
    "refused": "a source refused it",
    "missing": "its sources say that it does not exist",
    "failed": "could not be fetched, or was not understood",
}
"""What can come of a report, each with its meaning."""


def holdings_view(holdings: Sequence[Holding], names: Names) -> Document:
    """Return stored reports in the order given: size, revisions, when and from where each was retrieved.

    Args:
        holdings: What is stored.
        names: Names of countries as shown to readers, by slug.
    """
    if not holdings:
        return Document((text_block("Nothing of that is stored."),))
    rows = [cells("Country", "Year", "Words", "¶", "Texts", "Confirmed", "Retrieved", style="faint")]
    for holding in holdings:
        now = holding.current
        rows.append(
            cells(
                names.get(now.id.country, now.id.country),
                str(now.id.year),
                f"{now.words:,}",
                f"{now.paragraphs:,}",
                str(holding.revisions),
                day(now.checked_at.date().isoformat()),
                obtained(now.provenance),
            )
        )
    countries = len({holding.id.country for holding in holdings})
    total = f"{counted(len(holdings), 'report')} on {counted(countries, 'country', 'countries')}."
    table = Table(_HOLDINGS, tuple(rows), room=16)
    return Document((table, text_block(total, "faint", above=1)), measure=WIDE)


def format_size(size: int) -> str:
    """Return a number of bytes as people say it.

    >>> format_size(812), format_size(45_300_000)
    ('812 bytes', '45.3 MB')
    """
    if size < _KILO:
        return f"{size:,} bytes"
    amount, unit = size / _KILO, "kB"
    for larger in ("MB", "GB"):
        if amount >= _KILO:
            amount, unit = amount / _KILO, larger
    return f"{amount:.1f} {unit}"


def info_view(info: LibraryInfo) -> Document:
    """Return the state of a library file."""
    parts = ", ".join(f"{part} {format_size(size)}" for part, size in info.stored_bytes)
    facts = (
        ("File", info.path + " (can only be read)" * info.read_only),
        ("Size", f"{format_size(info.size)}: {parts}"),
        ("Pages", f"{info.snapshots:,}, {format_size(info.page_bytes)} as received"),
        ("Reports", f"{info.reports:,}" + (f", {info.revisions:,} texts" if info.revisions > info.reports else "")),
        ("Paragraphs", f"{info.paragraphs:,}"),
        ("Editions", ", ".join(map(str, info.years)) or "none"),
        ("Layout", f"version {info.version}, journal {info.journal}"),
    )
    return Document((Table(_FACTS, tuple((text_block(name, "faint"), text_block(fact)) for name, fact in facts)),))


def library_check_view(flaws: Sequence[LibraryFlaw], info: LibraryInfo | None, names: Names) -> Document:
    """Return what a check found; that all is well, with what was looked at, where it found nothing.

    Args:
        flaws: What is not as it should be.
        info: The state of the file, or ``None`` where it could not be read.
        names: Names of countries as shown to readers, by slug.
    """
    if not flaws:
        looked = f"{counted(info.revisions, 'text')}, {counted(info.snapshots, 'page')}, the index" if info else "all"
        return Document((text_block(f"Sound: {looked}."),))
    rows = tuple(
        (text_block(flaw.what, "notice"), *cells(name_of(flaw.id, names) if flaw.id else "", flaw.detail))
        for flaw in flaws
    )
    return Document((text_block(f"{counted(len(flaws), 'flaw')}:", "strong"), Table(_REASONS, rows)))


def merged_view(merged: ImportSummary, names: Names) -> Document:
    """Return what was taken over from another library.

    Args:
        merged: What was taken over.
        names: Names of countries as shown to readers, by slug.
    """
    refused = "; ".join(f"{name_of(f.id, names) if f.id else 'the file'}: {f.detail}" for f in merged.refused)
    rows = (
        _outcome(len(merged.new), "new", "taken over"),
        _outcome(len(merged.unchanged), "unchanged", "with the same words"),
        _outcome(len(merged.revised), "revised", ", ".join(name_of(one, names) for one in merged.revised)),
        _outcome(len(merged.refused), "refused", refused or "damaged"),
    )
    return Document((Table(_COUNTS, rows),))


def _outcome(number: int, outcome: str, meaning: str) -> tuple[TextBlock, ...]:
    return (text_block(f"{number:,}"), text_block(outcome, "strong"), text_block(meaning, "faint"))


# -- downloads ---------------------------------------------------------------------------------


def download_view(downloaded: DownloadSummary, names: Names) -> Document:
    """Return how many reports had which outcome, and which could not be fetched, with the reasons.

    Args:
        downloaded: What came of the download.
        names: Names of countries as shown to readers, by slug.
    """
    rows = tuple(
        _outcome(count, outcome, meaning)
        for outcome, meaning in OUTCOMES.items()
        if (count := downloaded.count(outcome)) or outcome != "failed"
    )
    settings: list[Setting] = [text_block(f"{counted(len(downloaded.deliveries), 'report')}:"), Table(_COUNTS, rows)]
    if downloaded.lost:
        lost = tuple(
            (text_block(name_of(d.id, names)), text_block(d.outcome, "notice"), text_block(d.detail, "faint"))
            for d in downloaded.lost
        )
        settings += [TextBlock(()), Table(_REASONS, lost)]
    return Document(tuple(settings))


def log_view(downloads: Iterable[Download], names: Names) -> Document:
    """Return the last downloads, newest first: when, how many reports had which outcome, what is left.

    Args:
        downloads: From the log.
        names: Names of countries as shown to readers, by slug.
    """
    settings: list[Setting] = []
    for download in downloads:
        ended = f"ended {moment(download.finished_at)}" if download.finished_at else "not finished"
        total = counted(len(download.done) + len(download.pending), "report")
        title = f"Download {download.number}: begun {moment(download.started_at)}, {ended}; {total}"
        settings.append(text_block(title, "strong", above=1 if settings else 0))
        for outcome in OUTCOMES:
            reports = [line for line in download.done if line.outcome == outcome]
            if reports:
                settings.append(text_block(f"{len(reports):,} {outcome}", indent=2))
            if outcome in ("refused", "missing", "failed", "revised"):
                lines = (f"{name_of(line.id, names)}: {line.detail}".removesuffix(": ") for line in reports)
                settings += [text_block(line, "faint", indent=4) for line in lines]
        if download.pending:
            settings.append(text_block(f"{len(download.pending):,} not done", indent=2))
    return Document(tuple(settings) or (text_block("Nothing was downloaded yet."),))
