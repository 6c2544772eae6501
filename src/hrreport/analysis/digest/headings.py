"""The headings of a report: their ranks and budgets, those that issues name, and what can be shown of each."""

from __future__ import annotations

from functools import cache, lru_cache
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.digest.acronyms import long_forms
from hrreport.analysis.digest.slot_choice import find_options
from hrreport.analysis.executive_summary import is_summary
from hrreport.analysis.issues import subject_places, subjects_of
from hrreport.catalogue import records
from hrreport.model.summary import IssueList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.analysis.digest.slot_choice import Option
    from hrreport.model.finding import Analysis, Finding, Issue
    from hrreport.model.report import Report

_BUDGETS = {"core": (1.4, 8), "standard": (0.9, 4), "peripheral": (0.5, 2), "one section": (2.2, 14)}
"""By tier: how many sentences a heading has for the root of its number of sentences, and at most."""
_RANK = {"core": 2, "standard": 1, "peripheral": 0}


class Tier(NamedTuple):
    """A subject's rank in summaries."""

    name: str
    """``core``, ``standard`` or ``peripheral``."""
    part: int
    """The part of a brief: 1 life, torture, detention; 2 persecuted groups; 3 expression, politics; 4 refugees."""
    shown: str
    """The subject in a word or two."""
    missed: bool
    """Whether a report without a heading for it is said to have none."""


@cache
def tiers() -> dict[str, Tier]:
    """Return the ranks of subjects by topic."""
    return {
        r["topic"]: Tier(r["tier"], int(r["part"]), r["shown"], bool(r["missed"]))
        for r in tables.rows("vocabulary/tiers.csv")
    }


def _ranked(topic: str) -> str:
    """Return the topic itself, or the nearest wider one, that has a rank; the widest where none has."""
    while topic not in tiers() and (wider := records.broader_topics().get(topic)):
        topic = wider
    return topic


def tier_of(report: Report, section_id: str) -> Tier:
    """Return the rank of a heading: that of its own subjects, or of the nearest heading above that has some."""
    topics = (topic for section in reversed(report.path(section_id)) for topic in section.topics)
    ranks = (tiers().get(_ranked(topic)) for topic in topics)
    return next(filter(None, ranks), Tier("standard", 3, "", missed=False))


def budget(tier: str, sentences: int) -> int:
    """Return how many sentences a summary shows of a heading of so many; at least one where there is any.

    >>> budget("core", 25), budget("standard", 25), budget("peripheral", 25), budget("one section", 25)
    (7, 4, 2, 11)
    """
    share, most = _BUDGETS[tier]
    return min(most, max(1, int(share * sqrt(sentences) + 0.5)), sentences)


def missing_subjects(report: Report) -> tuple[str, ...]:
    """Return the subjects for which the report has no heading and no run-in label, in a word or two each."""
    topics = [t for s in report.walk() for t in (*s.topics, *(t for p in s.paragraphs for t in p.topics))]
    treated = {_ranked(topic) for topic in topics}
    return tuple(tier.shown for topic, tier in tiers().items() if tier.missed and topic not in treated)


def list_issues(report: Report, analysis: Analysis) -> IssueList:
    """Return the issues that a report lists, with their subjects, and the subjects that it has no heading for."""
    texts = tuple(issue.text for issue in analysis.issues)
    return IssueList(report.id.year, texts, tuple(map(subject_places, texts)), missing_subjects(report))


@lru_cache(maxsize=4096)
def unit_of(section_id: str) -> str:
    """Return the lettered section around a heading, or where there is none the heading right below the numbered one.

    >>> unit_of("1.c/prisons"), unit_of("6/women/rape"), unit_of("5")
    ('1.c', '6/women', '5')
    """
    anchor, _, below = section_id.partition("/")
    return f"{anchor}/{below.partition('/')[0]}" if anchor.rpartition(":")[2].isdigit() and below else anchor


def named_headings(report: Report, issues: Sequence[Issue]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the sections, and the run-in labels, that treat a subject of the issues.

    A subject's headings are known best first; those that fit best are meant, and below them whatever fits at all.
    """
    body = [s for s in report.walk() if not is_summary(s)]
    labels = {p.topic for s in body for p in s.paragraphs if p.topic}
    named: set[str] = set()
    named_labels: set[str] = set()
    for subject in {subject for issue in issues for subject in subjects_of(issue.text)[:2]}:
        for heading in subject.headings:
            fits = tuple(s.id for s in body if heading.search(s.heading))
            fitting_labels = {label for label in labels if heading.search(label)}
            if fits or fitting_labels:
                below = tuple(f"{section}/" for section in fits)
                named.update(fits)
                named.update(
                    s.id for s in body if s.id.startswith(below) and any(h.search(s.heading) for h in subject.headings)
                )
                named_labels |= fitting_labels
                break
    return frozenset(named), frozenset(named_labels)


def own_findings(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings by the section in whose own text they stand."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.locator.section, []).append(finding)
    return found


class Headings:
    """The sentences of a report that can be shown, heading by heading; computed on first use."""

    def __init__(self, report: Report, analysis: Analysis, findings: Iterable[Finding] | None = None) -> None:
        """Use a report with its analysis, or with some of its findings only."""
        self.report = report
        self.longs = long_forms(report)
        self.named, self.labels = named_headings(report, analysis.issues)
        self.texts = own_findings(analysis.findings if findings is None else findings)
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
            own, named = self.texts.get(section_id, []), section_id in self.named
            aside = self._aside(section_id)
            self._options[section_id] = find_options(section_id, own, self.longs, named=named, aside=aside)
        return self._options[section_id]

    def _aside(self, section_id: str) -> frozenset[int]:
        """Return the paragraphs whose run-in label stands for a subject of less weight than the heading."""
        less: set[int] = set()
        below = False
        for paragraph in self.report.section(section_id).paragraphs:
            if paragraph.topic:
                tier = tiers().get(_ranked(paragraph.topics[0])) if paragraph.topics else None
                below = tier is not None and _RANK[tier.name] < _RANK[self.tier(section_id)]
            if below:
                less.add(paragraph.number)
        return frozenset(less)
