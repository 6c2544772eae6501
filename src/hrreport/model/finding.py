"""Findings, assessments of sections, and issues with their evidence."""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.summary import Abstract


class Kind(StrEnum):
    """The kind of a sentence, in the order that decides when two fit."""

    ABUSE = "abuse"
    """An abuse, restriction, discrimination, bad condition, failure to enforce, impunity."""
    RESPONSE = "response"
    """Investigation, prosecution, punishment, reform, remedy or release by authorities."""
    DENIAL = "denial"
    """No reports, right respected, law enforced effectively."""
    LAW = "law"
    """What law provides, prohibits or penalizes."""
    CONTEXT = "context"
    """Anything else."""


SourceType = Literal[
    "government", "ngo", "international", "media", "academic", "observers", "religious", "individual", "other"
]
"""What sort of source a sentence names."""


Bound = Literal["at_least", "at_most", "about"]
"""How a figure is limited by the words around it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody to whom a sentence attributes its information, in the sentence's own words."""

    name: str
    type: SourceType


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something."""

    text: str
    """As printed, with its qualifiers: "possibly up to 260"."""
    value: float | None
    """The number, or the lower end of a range; ``None`` where none is set: "up to thousands"."""
    value_max: float | None = None
    """The upper end of a range, or the most that "up to" allows; else ``None``."""
    unit: str = ""
    """What kind of quantity: "count", "percent", "rate", "years", "months", "USD" ..."""
    what: str = ""
    """What is counted or measured, in the sentence's words."""
    bound: Bound | None = None
    """Whether the number is a least ("hundreds" too), a most or about; ``None`` where it is given as exact."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of a report, with what it says."""

    locator: Locator
    text: str
    """The sentence, verbatim."""
    topic: str | None
    """The run-in label of its paragraph, or none."""
    kind: Kind
    key: bool
    """Whether it is one of the few sentences that carry its section."""
    strength: tuple[str, ...] = ()
    """Words of degree or certainty as printed: "credible", "numerous", "widespread"."""
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    cues: tuple[str, ...] = ()
    """The words and places that decided its kind, strongest first."""


AssessmentValue = Literal["abuses-reported", "none-reported", "not-addressed"]
Extent = Literal["limited", "serious"]
Basis = Literal["no-reports", "respected", "not-applicable", "cross-reference", "description"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The assessment of a section's own text, without the headings below it."""

    value: AssessmentValue
    extent: Extent | None = None
    """Only where abuses are reported."""
    basis: Basis | None = None
    """Only where none are: what the silence rests on; ``None`` where the text neither denies nor says why."""

    @property
    def is_pointer(self) -> bool:
        """Whether the text is a cross-reference only."""
        return self.value == "not-addressed" and self.basis == "cross-reference"


@dataclass(frozen=True, slots=True)
class Issue:
    """One item of the executive summary's list, with the sentences of the body that support it."""

    text: str
    """The item as printed."""
    locator: Locator
    """The sentence that lists it."""
    sections: tuple[str, ...] = ()
    """Ids of the sections of the body that it speaks of, best first; empty where none was found."""
    evidence: tuple[Locator, ...] = ()
    """Sentences of the body that support it, the strongest first; empty is shown as such."""
    omitted: int = 0
    """Weaker ones that were left out on request."""

    def evidence_by_section(self) -> tuple[tuple[str, tuple[Locator, ...]], ...]:
        """Return each section that has evidence, that of the strongest first, with its own, the strongest first."""
        found: dict[str, list[Locator]] = {}
        for place in self.evidence:
            found.setdefault(place.section, []).append(place)
        return tuple((section, tuple(places)) for section, places in found.items())

    def limited(self, most: int) -> Issue:
        """Return the issue with the strongest sentences alone, and how many others support it."""
        return replace(self, evidence=self.evidence[:most], omitted=self.omitted + len(self.evidence[most:]))


@dataclass(frozen=True, slots=True)
class Brief:
    """The report's own verdict, from its executive summary; each a locator of a sentence or none."""

    change: Locator | None = None
    """Whether the situation changed during the year."""
    issues: tuple[Locator, ...] = ()
    """The sentences that list the significant issues, or say that there were none."""
    accountability: tuple[Locator, ...] = ()
    """What the government did to identify and punish officials."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that was found in one report."""

    id: ReportId
    findings: tuple[Finding, ...]
    """Every sentence, in order."""
    assessments: tuple[tuple[str, Assessment], ...]
    """Section id and assessment, for sections that have a text of their own, in order."""
    issues: tuple[Issue, ...] = ()
    brief: Brief = Brief()
    abstract: Abstract | None = field(default=None, compare=False, repr=False)
    """What summaries of the whole report show; made of all the rest, and kept because it takes long to choose."""

    def assessment(self, section_id: str) -> Assessment | None:
        """Return the assessment of a section's own text, or ``None`` where it has no text."""
        return next((a for i, a in self.assessments if i == section_id), None)

    def displayed_assessment(self, section_id: str) -> Assessment | None:
        """Return the assessment that readers are shown: none for a summary, which is on the whole report."""
        return None if section_id.rpartition(":")[2] == "summary" else self.assessment(section_id)

    def of_section(self, section_id: str) -> tuple[Finding, ...]:
        """Return the findings of a section's own text, in order."""
        return tuple(f for f in self.findings if f.locator.section == section_id)
