"""Several reports beside each other, topic by topic; and passages chosen from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.change import Measure
from hrreport.model.locator import Locator
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.change import PassageReference
    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Assessment, Figure, Finding
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Paragraph, Report


@dataclass(frozen=True, slots=True)
class Cell:
    """One report on one topic, in brief."""

    places: tuple[PassageReference, ...] = ()
    """Empty where it has no heading for the topic."""
    measure: Measure = Measure()
    assessment: Assessment | None = None
    finding: Finding | None = None
    """Its first key finding: one that reports an abuse before others, one that denies them before all where none
    are reported; ``None`` where it has none."""

    @property
    def figure(self) -> Figure | None:
        """The first figure of that finding; ``None`` where it has none, or does not report an abuse."""
        found = self.finding
        return found.figures[0] if found and found.kind == "abuse" and found.figures else None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One topic in several reports."""

    id: str
    name: str
    topics: tuple[str, ...]
    cells: tuple[Cell, ...]
    """One for each report, in their order."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Topics by reports."""

    reports: tuple[Report, ...]
    measures: tuple[Measure, ...]
    """Of each whole report."""
    rows: tuple[MatrixRow, ...]
    """In the order of the first report, topics that only others have where they have them."""
    cautions: tuple[str, ...] = ()
    gaps: tuple[MissingReport, ...] = ()
    """Reports that were asked for besides, and are not there."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The passage of a report under one heading or run-in label."""

    place: PassageReference
    path: tuple[str, ...]
    """Headings from the top of the report down to it, with numbers and letters."""
    paragraphs: tuple[Paragraph, ...]
    """Whole and in order."""

    def locate(self, paragraph: Paragraph) -> Locator:
        """Return the locator of one of its paragraphs."""
        return Locator(self.place.section, paragraph.number)


@dataclass(frozen=True, slots=True)
class Entry:
    """One report on one topic, in full."""

    report: Report
    excerpts: tuple[Excerpt, ...]
    """In the order of the page; empty where the report has no passage on the topic."""
    elsewhere: Elsewhere | None = None
    """What it says of the topic elsewhere, where no heading or label of it is on the topic itself."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One topic in several reports, in full."""

    topic: str
    """The topic's id."""
    name: str
    entries: tuple[Entry, ...]
    """One for each report, in the order in which they were given."""


@dataclass(frozen=True, slots=True)
class Compilation:
    """Chosen passages of several reports as one document: a chapter for each topic."""

    reports: tuple[Report, ...]
    chapters: tuple[Chapter, ...]
    cautions: tuple[str, ...] = ()
    gaps: tuple[MissingReport, ...] = ()
    """Reports that were asked for besides, and are not there."""
