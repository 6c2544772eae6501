"""Differences from the previous edition: issues added or removed, and headings dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.model.summary import IssueList, PreviousEdition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def list_issues(report: Report, analysis: Analysis) -> IssueList:
    """Return the issues that a report lists, with their subjects, and the subjects that it has no heading for."""
    from hrreport.analysis.digest.tiers import missing_subjects
    from hrreport.analysis.issues import subject_places

    texts = tuple(issue.text for issue in analysis.issues)
    return IssueList(report.id.year, texts, tuple(map(subject_places, texts)), missing_subjects(report))


def _without(these: IssueList, others: IssueList) -> tuple[str, ...]:
    """Return the texts of the issues whose first subject is none of those of the others."""
    treated = {subject for subjects in others.subjects for subject in subjects}
    texts = {text.casefold() for text in others.issues}

    def is_new(text: str, subjects: Sequence[int]) -> bool:
        return subjects[0] not in treated if subjects else text.casefold() not in texts

    return tuple(text for text, subjects in zip(these.issues, these.subjects, strict=True) if is_new(text, subjects))


def _outline(year: int) -> str:
    return next((edition.outline for edition in records.editions() if edition.year == year), "")


def differences(these: IssueList, before: IssueList) -> PreviousEdition:
    """Return what differs between an edition and the one before.

    Issues are compared by their subjects, and only where both editions list some.
    """
    both = these.issues and before.issues
    had = frozenset(before.missing)
    return PreviousEdition(
        before.year,
        _without(these, before) if both else (),
        _without(before, these) if both else (),
        tuple(subject for subject in these.missing if subject not in had),
        _outline(these.year) != _outline(before.year),
    )


def find_since(report: Report, analysis: Analysis, before: Report, analysis_before: Analysis) -> PreviousEdition:
    """Return what differs from the edition before; see `differences`."""
    return differences(list_issues(report, analysis), list_issues(before, analysis_before))
