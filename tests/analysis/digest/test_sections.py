"""Marks of headings: what the first sentence shown supports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.summary import summarize_report
from hrreport.model.finding import Kind
from hrreport.model.summary import MARKS

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_marks_are_facts_that_the_first_sentence_supports(islands: tuple[Report, Analysis]) -> None:
    report, analysis = islands
    summary = summarize_report(report, analysis)
    marks = {d.section: d.mark for d in summary.digests}
    assert marks["1.c"] == "named"
    assert marks["1.d"] == "none"
    assert marks["2.c"] == "elsewhere"
    assert marks["6/acts-based-on-sexual-orientation"] == "named"
    assert summary.referred == ("2.c",)


def test_a_parent_shows_its_strongest_child(report: Report, analysis: Analysis) -> None:
    digests = {d.section: d for d in summarize_report(report, analysis).digests}
    for section, digest in digests.items():
        below = [d for s, d in digests.items() if s.startswith((f"{section}/", f"{section}."))]
        assert all(MARKS.index(digest.mark) <= MARKS.index(d.mark) for d in below)


def test_the_first_sentence_shown_supports_its_mark(report: Report, analysis: Analysis) -> None:
    for digest in summarize_report(report, analysis).digests:
        if digest.own_mark in {"named", "described"}:
            assert digest.sentences[0].kind is Kind.ABUSE
        if digest.own_mark == "none":
            assert digest.sentences[0].kind is Kind.DENIAL
