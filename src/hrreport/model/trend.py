"""One country's reports over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.change import Measure
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import TopicReading


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One edition."""

    report: Report
    outline: str
    """Name of the outline that it follows, or empty where that is not known."""
    border: bool
    """Whether its outline is another than that of the edition before it in the series."""
    measure: Measure


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One topic over the editions."""

    topic: str
    name: str
    cells: tuple[TopicReading, ...]
    """One for each point, in their order."""


@dataclass(frozen=True, slots=True)
class Trend:
    """One country over the editions that are at hand."""

    country: str
    """The country's slug."""
    points: tuple[TrendPoint, ...]
    """Oldest first."""
    rows: tuple[TrendRow, ...]
    chosen: bool = False
    """Whether its topics were asked for; then each is told in full."""
    cautions: tuple[str, ...] = ()
    gaps: tuple[MissingReport, ...] = ()
    """Reports that were asked for besides, and are not there."""
