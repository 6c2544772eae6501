"""The verdict on a quotation over all stored reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.quotation import JUDGMENTS
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.quotation import Judgment, Verdict
    from hrreport.model.report import Report


@dataclass(frozen=True, slots=True)
class LibraryVerdict:
    """In which reports a quotation stands, or which one comes nearest to it."""

    quotation: str
    """As it was given, white space folded."""
    reports: int
    """How many it was held against."""
    found: bool
    """Whether it stands in any of them, word for word."""
    verdicts: tuple[tuple[Report, Verdict], ...]
    """Where it stands; or the one that comes nearest, if any does."""
    others: tuple[ReportId, ...] = ()
    """Further reports in which it stands, where there are very many."""

    @property
    def judgment(self) -> Judgment:
        """Return the judgment of the best verdict."""
        return min((verdict.judgment for _, verdict in self.verdicts), key=JUDGMENTS.index, default="not-found")
