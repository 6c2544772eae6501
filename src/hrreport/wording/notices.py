"""Notices that come with a report: an abridgement, doubts about headings, repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrreport.model.report import Report

_NOT_OF_STATE = "not the text of the Department of State, not to be cited"
SAMPLE_NOTICE = f"Abridgement bundled with hrreport for offline use: {_NOT_OF_STATE}"
"""At the head of every output of the bundled abridgement.

`pipeline/add` knows the abridgement by these words, and its page in `data/samples` has them: change all together.
"""
SAMPLE_RUNNING_HEAD = f"Abridgement bundled with hrreport: {_NOT_OF_STATE}"
"""At the head of every page of a document on it."""
SAMPLE_MARGIN = "Abridgement, not to be cited"
"""In the margin of every printed page of HTML on it."""
SAMPLE_PINNED = "Abridgement: not to be cited"
"""In sight while an answer of it is paged."""


def notices(report: Report) -> list[str]:
    """Return what must be printed at the head of every output of a report, most important first."""
    return ([SAMPLE_NOTICE] if report.provenance.origin == "sample" else []) + list(report.warnings)


def brief_notices(report: Report) -> list[str]:
    """Return the notices of a report with its doubts and repairs counted in one line instead of named."""
    named = [notice for notice in notices(report) if notice not in (*report.boundary_doubts, *report.repairs)]
    kinds = ((len(report.boundary_doubts), "doubt"), (len(report.repairs), "repair"))
    counts = [f"{number} {noun}{'s' if number > 1 else ''}" for number, noun in kinds if number]
    return [*named, f"{' and '.join(counts)} of headings; -v names them"] if counts else named
