"""Reduce the comparison of one country's reports to a row: counts, dropped headings, turned assessments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.comparison.changes import compare_reports
from hrreport.comparison.measures import key_finding
from hrreport.model.edition_change import ChangedAssessment, CountryChange, OneSidedTopic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.change import TopicChange, TopicSide
    from hrreport.model.finding import Analysis, Assessment, Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

    Findings = dict[Locator, Finding]


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
    before, after = ({finding.locator: finding for finding in analysis.findings} for analysis in (then, now))
    changes = comparison.changes
    return CountryChange(
        replace(old, sections=()),
        replace(new, sections=()),
        comparison.old.measure,
        comparison.new.measure,
        comparison.tally,
        tuple(_one_sided(c, c.old, _key_finding(c, before, old=True)) for c in changes if c.status == "dropped"),
        tuple(_one_sided(c, c.new, _key_finding(c, after, old=False)) for c in changes if c.status == "new"),
        tuple(_turned(changes, before, after)),
        tuple(comparison.pairs) if sentences else (),
    )


def _key_finding(change: TopicChange, findings: Findings, *, old: bool) -> Finding | None:
    """Return the first key finding of one side of a topic."""
    sides = ((p.old_topic, p.old) if old else (p.new_topic, p.new) for p in change.pairs)
    quotes = (quote for topic, side in sides if topic == change.id for quote in side)
    found = (findings[quote.locator] for quote in quotes if quote.locator in findings)
    return key_finding(found, (change.old if old else change.new).assessment)


def _one_sided(change: TopicChange, side: TopicSide, finding: Finding | None) -> OneSidedTopic:
    wider = bool(change.wider)
    return OneSidedTopic(change.id, change.name, side.places, side.measure, side.assessment, finding, wider)


def _turned(changes: Iterable[TopicChange], before: Findings, after: Findings) -> Iterator[ChangedAssessment]:
    for change in changes:
        old, new = change.old, change.new
        if old.assessment and new.assessment and assessment_changed(old.assessment, new.assessment):
            yield ChangedAssessment(
                change.id,
                change.name,
                old.places,
                new.places,
                old.assessment,
                new.assessment,
                _key_finding(change, before, old=True),
                _key_finding(change, after, old=False),
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
