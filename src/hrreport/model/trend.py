"""One country's reports over the editions."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from hrreport.model.change import Measure
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.change import PassageReference
    from hrreport.model.finding import Assessment
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report

Standing = Literal["own", "narrower", "wider", "unused", "none"]
"""How a topic stands in an edition.

``own``: under a heading or run-in label of its own. ``narrower``: only headings for parts of it, whose
text is what is counted. ``wider``: only a heading for the wider
topic. ``unused``: other reports of that edition may have a heading for it, this one does not. ``none``: the
outline of that edition has no heading for it. None of them says anything about the country.
"""


@dataclass(frozen=True, slots=True)
class TrendCell:
    """One topic in one edition."""

    standing: Standing
    places: tuple[PassageReference, ...] = ()
    measure: Measure = field(default_factory=Measure)
    assessment: Assessment | None = None


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
    cells: tuple[TrendCell, ...]
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
