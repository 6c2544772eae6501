"""Differences from the previous edition: issues added or removed, and headings dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.sentence_words import subject_words
from hrreport.catalogue import records
from hrreport.model.summary import IssueList, PreviousEdition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

_LARGE = 0.5
"""So great a share of an issue's words in the other edition leaves open whether it is listed there."""
_COMMON = (
    "serious significant substantial systematic extensive widespread severe credible human rights abuses issues "
    "reports instances cases acts crimes involving including against violence threats persons members groups "
    "government authorities officials country laws existence lack failure restrictions unlawful arbitrary other"
)
"""Words that issues on any subject have."""


def list_issues(report: Report, analysis: Analysis) -> IssueList:
    """Return the issues that a report lists, with their subjects, and the subjects that it has no heading for."""
    from hrreport.analysis.digest.tiers import missing_subjects
    from hrreport.analysis.issues import subject_places

    texts = tuple(issue.text for issue in analysis.issues)
    return IssueList(report.id.year, texts, tuple(map(subject_places, texts)), missing_subjects(report))


def _content(text: str) -> frozenset[str]:
    """Return the words of an issue that set it apart from others."""
    return subject_words(text) - subject_words(_COMMON)


def _without(these: IssueList, others: IssueList) -> tuple[str, ...]:
    """Return the texts of the issues that the others surely do not have.

    None of their subjects is one of the others, and no large share of their words is found there.
    """
    treated = {subject for subjects in others.subjects for subject in subjects}
    words = {word for text in others.issues for word in _content(text)}

    def is_new(text: str, subjects: Sequence[int]) -> bool:
        own = _content(text)
        return treated.isdisjoint(subjects) and bool(own) and len(own & words) < _LARGE * len(own)

    return tuple(text for text, subjects in zip(these.issues, these.subjects, strict=True) if is_new(text, subjects))


def differences(these: IssueList, before: IssueList) -> PreviousEdition:
    """Return what differs between an edition and the one before.

    Issues are compared by all the subjects that they touch and by their words, and only where both editions list some.
    """
    both = these.issues and before.issues
    had = frozenset(before.missing)
    return PreviousEdition(
        before.year,
        _without(these, before) if both else (),
        _without(before, these) if both else (),
        tuple(subject for subject in these.missing if subject not in had),
        records.outline_name(these.year) != records.outline_name(before.year),
    )


def find_since(report: Report, analysis: Analysis, before: Report, analysis_before: Analysis) -> PreviousEdition:
    """Return what differs from the edition before; see `differences`."""
    return differences(list_issues(report, analysis), list_issues(before, analysis_before))
