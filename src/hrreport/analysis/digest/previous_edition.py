"""Differences from the previous edition: issues added or removed, and headings dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.digest.tiers import missing_subjects
from hrreport.analysis.issues import subjects_of
from hrreport.catalogue import records
from hrreport.model.summary import PreviousEdition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Analysis, Issue
    from hrreport.model.report import Report


def _without(issues: Sequence[Issue], others: Sequence[Issue]) -> tuple[str, ...]:
    """Return the texts of the issues whose first subject is none of those of the others."""
    treated = {subject.item for issue in others for subject in subjects_of(issue.text)}
    texts = {issue.text.casefold() for issue in others}

    def is_new(issue: Issue) -> bool:
        subjects = subjects_of(issue.text)
        return subjects[0].item not in treated if subjects else issue.text.casefold() not in texts

    return tuple(issue.text for issue in issues if is_new(issue))


def _outline(year: int) -> str:
    return next((edition.outline for edition in records.editions() if edition.year == year), "")


def find_since(report: Report, analysis: Analysis, before: Report, analysis_before: Analysis) -> PreviousEdition:
    """Return what differs from the edition before.

    Issues are compared by their subjects, and only where both editions list some.
    """
    both = analysis.issues and analysis_before.issues
    had = frozenset(missing_subjects(before))
    return PreviousEdition(
        before.id.year,
        _without(analysis.issues, analysis_before.issues) if both else (),
        _without(analysis_before.issues, analysis.issues) if both else (),
        tuple(subject for subject in missing_subjects(report) if subject not in had),
        _outline(report.id.year) != _outline(before.id.year),
    )
