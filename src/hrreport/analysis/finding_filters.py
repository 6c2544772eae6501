"""Choosing among findings: by kind, section, topic, source, and whether they carry figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import places_on

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from hrreport.model.finding import Finding, Issue, Kind
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report


def places_of_topic(report: Report, topic: str) -> frozenset[tuple[str, int]]:
    """Return the sections and paragraphs that treat a topic or a narrower one."""
    return places_on(report, records.with_narrower([topic]))


def issues_on(
    report: Report, issues: Iterable[Issue], topic: str, *, also: Collection[Locator] = ()
) -> tuple[Issue, ...]:
    """Return the issues that a topic bears on: one of their sections, or of their sentences, treats it.

    Args:
        report: The report that the issues are of.
        issues: What to choose from.
        topic: Id of the topic.
        also: Sentences that speak of it elsewhere.
    """
    places = places_of_topic(report, topic)
    sections = {section for section, _ in places}
    return tuple(
        issue
        for issue in issues
        if sections.intersection(issue.sections)
        or any((e.section, e.paragraph) in places or e in also for e in issue.evidence)
    )


def select_findings(
    report: Report,
    findings: Iterable[Finding],
    *,
    kind: Kind | None = None,
    section: str | None = None,
    topic: str | None = None,
    places: Collection[tuple[str, int]] | None = None,
    source: str | None = None,
    figures: bool = False,
    key: bool = False,
) -> tuple[Finding, ...]:
    """Return the findings that answer to everything asked, in order.

    Args:
        report: The report that the findings are of.
        findings: What to choose from.
        kind: Only this kind.
        section: Only this section, with the sections below it.
        topic: Only what treats this topic or a narrower one.
        places: Only what stands in these paragraphs.
        source: Only what is attributed to a source whose name contains these words, in any case.
        figures: Only what carries figures.
        key: Only key findings.

    Raises:
        NotFoundError: The report has no such section.
    """
    sections = {s.id for s in report.section(section).walk()} if section is not None else None
    treated = places_of_topic(report, topic) if topic is not None else None
    name = source.casefold() if source is not None else None
    return tuple(
        f
        for f in findings
        if (kind is None or f.kind is kind)
        and (sections is None or f.locator.section in sections)
        and (treated is None or (f.locator.section, f.locator.paragraph) in treated)
        and (places is None or (f.locator.section, f.locator.paragraph) in places)
        and (name is None or any(name in s.name.casefold() for s in f.sources))
        and (not figures or f.figures)
        and (not key or f.key)
    )


def sources_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the names of the sources that findings are attributed to, the most frequent first."""
    return tuple(name for name, _ in Counter(s.name for f in findings for s in f.sources).most_common())
