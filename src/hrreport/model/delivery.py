"""The result of a download: one line for each report, and where to find by hand what could not be fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.holding import DownloadOutcome

LOST: tuple[DownloadOutcome, ...] = ("refused", "missing", "failed")
"""Outcomes that leave a report to be fetched by hand, if it exists."""


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
        """Return whether it was not delivered."""
        return self.outcome in LOST


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
