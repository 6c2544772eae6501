"""Views of downloads: what came of one, and the log of the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import name_of
from hrreport.wording.reports import counted, moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.holding import Download, DownloadOutcome, DownloadSummary
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

OUTCOMES: dict[DownloadOutcome, str] = {
    "new": "new in the library",
    "unchanged": "stored already, with the same words",
    "revised": "stored before with other words; both texts are kept",
    "refused": "a source refused it",
    "missing": "its sources say that it does not exist",
    "failed": "could not be fetched, or was not understood",
}
"""What can come of a report, each with its meaning."""
_COUNTS = (Column("right"), Column(), Column(flexible=True))
_LOST = (Column(), Column(), Column(flexible=True))


def download_view(downloaded: DownloadSummary, names: Names) -> Document:
    """Return how many reports had which outcome, and which could not be fetched, with the reasons.

    Args:
        downloaded: What came of the download.
        names: Names of countries as shown to readers, by slug.
    """
    rows = [
        (*cells(f"{count:,}"), *cells(outcome, style="strong"), *cells(meaning, style="faint"))
        for outcome, meaning in OUTCOMES.items()
        if (count := downloaded.count(outcome)) or outcome != "failed"
    ]
    total = counted(len(downloaded.deliveries), "report")
    settings: list[Setting] = [TextBlock((StyledSpan(f"{total}:"),)), Table(_COUNTS, tuple(rows))]
    if downloaded.lost:
        lost = tuple(
            (*cells(name_of(d.id, names)), *cells(d.outcome, style="notice"), *cells(d.detail, style="faint"))
            for d in downloaded.lost
        )
        settings += [TextBlock(()), Table(_LOST, lost)]
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
        settings.append(TextBlock((clean_span(title, "strong"),), above=1 if settings else 0))
        outcomes = [(outcome, [line for line in download.done if line.outcome == outcome]) for outcome in OUTCOMES]
        for outcome, lines in outcomes:
            if lines:
                settings.append(TextBlock((StyledSpan(f"{len(lines):,} {outcome}"),), indent=2))
            if outcome in ("refused", "missing", "failed", "revised"):
                settings += [_line(f"{name_of(line.id, names)}: {line.detail}") for line in lines]
        if download.pending:
            settings.append(TextBlock((StyledSpan(f"{len(download.pending):,} not done"),), indent=2))
    return Document(tuple(settings) or (TextBlock((StyledSpan("Nothing was downloaded yet."),)),))


def _line(text: str) -> TextBlock:
    return TextBlock((clean_span(text.removesuffix(": "), "faint"),), indent=4)
