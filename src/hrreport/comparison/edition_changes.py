"""Reduce the comparison of one country's reports to a row: counts, dropped headings, turned assessments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.comparison.changes import compare_reports
from hrreport.comparison.measures import key_finding
from hrreport.model.edition_change import ChangedAssessment, CountryChange, OneSidedTopic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.change import Comparison, TopicChange, TopicSide
    from hrreport.model.finding import Analysis, Assessment, Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

    Findings = dict[tuple[str, int | None, int | None], Finding]


def country_change(
    old: Report, new: Report, then: Analysis, now: Analysis, *, sentences: bool = False
) -> CountryChange:
    """Return what became of a country's report from one edition to another.

    Args:
        old: The report that is compared.
        new: The report that it is compared with.
        then: The analysis of `old`.
        now: The analysis of `new`.
        sentences: Whether every sentence comes along, so that readers can open it.
    """
    comparison = compare_reports(old, new, then=then, now=now)
    before, after = _by_place(then), _by_place(now)
    return CountryChange(
        replace(old, sections=()),
        replace(new, sections=()),
        comparison.old.measure,
        comparison.new.measure,
        comparison.tally,
        tuple(_one_sided(c, c.old, before) for c in comparison.changes if c.status == "dropped"),
        tuple(_one_sided(c, c.new, after) for c in comparison.changes if c.status == "new"),
        tuple(_turned(comparison, before, after)),
        tuple(comparison.pairs) if sentences else (),
    )


def _by_place(analysis: Analysis) -> Findings:
    return {_spot(finding.locator): finding for finding in analysis.findings}


def _spot(place: Locator) -> tuple[str, int | None, int | None]:
    return place.section, place.paragraph, place.sentence


def _one_sided(change: TopicChange, side: TopicSide, findings: Findings) -> OneSidedTopic:
    found = key_finding(_findings_of(change, findings, old=side is change.old), side.assessment)
    wider = bool(change.wider)
    return OneSidedTopic(change.id, change.name, side.places, side.measure, side.assessment, found, wider)


def _findings_of(change: TopicChange, findings: Findings, *, old: bool) -> Iterable[Finding]:
    """Yield the findings of one side of a topic, in order."""
    for pair in change.pairs:
        if (pair.old_topic if old else pair.new_topic) == change.id:
            for quote in pair.old if old else pair.new:
                if finding := findings.get(_spot(quote.locator)):
                    yield finding


def _turned(comparison: Comparison, before: Findings, after: Findings) -> Iterator[ChangedAssessment]:
    for change in comparison.changes:
        old, new = change.old, change.new
        if old.assessment and new.assessment and assessment_changed(old.assessment, new.assessment):
            yield ChangedAssessment(
                change.id,
                change.name,
                old.places,
                new.places,
                old.assessment,
                new.assessment,
                key_finding(_findings_of(change, before, old=True), old.assessment),
                key_finding(_findings_of(change, after, old=False), new.assessment),
            )


def assessment_changed(old: Assessment, new: Assessment) -> bool:
    """Return whether an assessment is another; an extent that is known on one side alone is no change.

    >>> from hrreport.model.finding import Assessment
    >>> serious, unknown = Assessment("abuses-reported", "serious"), Assessment("abuses-reported")
    >>> assessment_changed(serious, unknown), assessment_changed(serious, Assessment("none-reported"))
    (False, True)
    """
    if old.value != new.value:
        return True
    return old.extent != new.extent and None not in (old.extent, new.extent)
