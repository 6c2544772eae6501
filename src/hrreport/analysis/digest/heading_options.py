"""The headings of a report with what can be shown of each, found once for all that a summary shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.digest.acronyms import long_forms
from hrreport.analysis.digest.named_headings import named_headings
from hrreport.analysis.digest.slot_choice import find_options
from hrreport.analysis.digest.tiers import tier_of, tier_of_topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.analysis.digest.slot_choice import Option
    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.report import Report

_RANK = {"core": 2, "standard": 1, "peripheral": 0}


class Headings:
    """The sentences of a report that can be shown, heading by heading; computed on first use."""

    def __init__(self, report: Report, analysis: Analysis, findings: Iterable[Finding] | None = None) -> None:
        """Use a report with its analysis, or with some of its findings only."""
        self.report = report
        self.longs = long_forms(report)
        self.named, self.labels = named_headings(report, analysis.issues)
        self.texts: dict[str, list[Finding]] = {}
        for finding in analysis.findings if findings is None else findings:
            self.texts.setdefault(finding.locator.section, []).append(finding)
        self._tiers = {section.id: tier_of(report, section.id) for section in report.walk()}
        self._assessments = dict(analysis.assessments)
        self._options: dict[str, list[Option]] = {}

    def is_silent(self, section_id: str) -> bool:
        """Return whether a heading's own text is not on its subject: a cross-reference, a description."""
        assessment = self._assessments.get(section_id)
        return assessment is not None and assessment.value == "not-addressed"

    def tier(self, section_id: str) -> str:
        """Return a heading's rank."""
        return self._tiers[section_id].name

    def part(self, section_id: str) -> int:
        """Return which part of a brief treats a heading."""
        return self._tiers[section_id].part

    def options(self, section_id: str) -> list[Option]:
        """Return what can be shown of one heading's own text, in the order of the page."""
        if section_id not in self._options:
            own = self.texts.get(section_id, [])
            named = section_id in self.named
            aside = self._aside(section_id)
            self._options[section_id] = find_options(section_id, own, self.longs, named=named, aside=aside)
        return self._options[section_id]

    def _aside(self, section_id: str) -> frozenset[int]:
        """Return the paragraphs whose run-in label stands for a subject of less weight than the heading."""
        mine = _RANK[self.tier(section_id)]
        less: set[int] = set()
        below = False
        for paragraph in self.report.section(section_id).paragraphs:
            if paragraph.topic:
                tier = tier_of_topic(paragraph.topics[0]) if paragraph.topics else None
                below = tier is not None and _RANK[tier.name] < mine
            if below:
                less.add(paragraph.number)
        return frozenset(less)
