"""Readings: one report on each of some topics, whatever its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.model.change import Measure
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.change import PassageReference
    from hrreport.model.finding import Assessment, Finding, Kind
    from hrreport.model.report import Report

Standing = Literal["own", "narrower", "wider", "unused", "none"]
"""How a topic stands in an edition.

``own``: under a heading or run-in label of its own. ``narrower``: only headings for parts of it, whose text is
what is counted. ``wider``: only a heading for the wider topic. ``unused``: other reports of that edition may have a
heading for it, this one does not. ``none``: the outline of that edition has no heading for it. None of them says
anything about the country.
"""


Treatment = Literal[
    "reported", "absent", "described", "cross-reference", "not-applicable", "no-text", "wider", "no-heading"
]
"""The ways in which a report treats a topic.

``reported``: it reports abuses. ``absent``: it reports that there are none, or that the right is respected.
``described``: neither, only facts or law. ``cross-reference``, ``not-applicable``: no more than that. ``no-text``: a
heading whose text is not assessed, or has none. ``wider``: only a heading for the wider topic. ``no-heading``: none at
all, which says nothing about the country.
"""


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """One paragraph, as far as a table of many countries shows it."""

    section: str
    number: int
    label: str
    """The run-in label printed at its start, or empty."""
    sentences: tuple[str, ...]
    """Verbatim."""
    kinds: tuple[Kind | None, ...]
    """The kind of each sentence."""


@dataclass(frozen=True, slots=True)
class TopicReading:
    """One report on one topic."""

    standing: Standing
    places: tuple[PassageReference, ...] = ()
    """Where; those on the wider topic where it has no heading for this one."""
    measure: Measure = Measure()
    """Of the text on the topic itself."""
    assessment: Assessment | None = None
    finding: Finding | None = None
    """Its first key finding, chosen as in `Cell`."""
    paragraphs: tuple[int, ...] = ()
    """Of the text on it, by place in `ReportReadings.paragraphs`; empty where those were not asked for."""
    mentions: int | None = None
    """Paragraphs that hold words of the topic, where no heading is on it; ``None`` where they were not looked for."""

    @property
    def is_silent(self) -> bool:
        """Whether the report has no heading for the topic itself, or for parts of it."""
        return self.standing not in ("own", "narrower")

    @property
    def treatment(self) -> Treatment:
        """The way in which the report treats the topic."""
        if self.is_silent:
            return "wider" if self.standing == "wider" else "no-heading"
        if self.assessment is None:
            return "no-text"
        if self.assessment.value == "abuses-reported":
            return "reported"
        if self.assessment.value == "none-reported":
            return "absent"
        if self.assessment.basis in ("cross-reference", "not-applicable"):
            return self.assessment.basis
        return "described"


@dataclass(frozen=True, slots=True)
class ReportReadings:
    """One report, and what it says on each of some topics."""

    report: Report
    """Without its sections, of which many would not fit into memory."""
    measure: Measure
    """Of the whole report."""
    readings: tuple[TopicReading, ...]
    """One for each topic that was asked for, in their order."""
    paragraphs: tuple[ReadParagraph, ...] = ()
    """The text on these topics, where it was asked for, in the order of the page."""
