"""Headings and run-in labels that the executive summary names among its issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.executive_summary import is_summary
from hrreport.analysis.issues import subjects_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Issue
    from hrreport.model.report import Report


def named_headings(report: Report, issues: Sequence[Issue]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the sections, and the run-in labels, that treat a subject of the issues.

    A subject's headings are known best first; those that fit best are meant, and below them whatever fits at all.
    """
    body = [s for s in report.walk() if not is_summary(s)]
    labels = {p.topic for s in body for p in s.paragraphs if p.topic}
    sections: set[str] = set()
    marked: set[str] = set()
    for subject in {subject for issue in issues for subject in subjects_of(issue.text)[:2]}:
        for heading in subject.headings:
            fits = {s.id for s in body if heading.search(s.heading)}
            told = {label for label in labels if heading.search(label)}
            if fits or told:
                below = {
                    s.id
                    for s in body
                    if any(s.id.startswith(f"{f}/") for f in fits)
                    and any(h.search(s.heading) for h in subject.headings)
                }
                sections |= fits | below
                marked |= told
                break
    return frozenset(sections), frozenset(marked)
