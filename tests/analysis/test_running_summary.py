"""The running summary: so many words of the body, in the order of executive summaries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport import sample
from hrreport.analysis.anaphora import depends_on_previous
from hrreport.analysis.report_analysis import analyze_report
from hrreport.analysis.running_summary import running_summary
from hrreport.model.finding import Assessment

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis, Extent
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary


def leaning_alone(analysis: Analysis, summary: Summary) -> list[str]:
    """Sentences that lean on one that is not shown right before them."""
    order = {f.locator: i for i, f in enumerate(analysis.findings)}
    shown = {order[f.locator] for f in summary.sentences}
    return [f.text for f in summary.sentences if depends_on_previous(f.text) and order[f.locator] - 1 not in shown]


@pytest.mark.parametrize("words", [40, 90, 160, 400])
def test_no_sentence_of_a_running_summary_leans_on_one_left_out(report: Report, analysis: Analysis, words: int) -> None:
    assert leaning_alone(analysis, running_summary(report, analysis, words)) == []


@pytest.mark.parametrize("words", [40, 90, 160])
def test_a_running_summary_is_about_as_long_as_asked(report: Report, analysis: Analysis, words: int) -> None:
    summary = running_summary(report, analysis, words)
    length = sum(len(f.text.split()) for f in summary.sentences)
    assert summary.running
    assert 0.6 * words <= length <= 1.05 * words


def test_a_running_summary_leaves_the_executive_summary_out(report: Report, analysis: Analysis) -> None:
    summary = running_summary(report, analysis, 1000)
    assert "summary" not in {f.locator.section for f in summary.sentences}
    assert "summary" not in {d.section for d in summary.digests}


def test_a_running_summary_is_in_the_order_of_executive_summaries(build: Callable[[str], Report]) -> None:
    report = build(
        "## Section 1. Integrity\nPolice beat detainees in three cities.\n"
        "## Section 2. Liberties {corruption}\nOfficials engaged in corruption with impunity.\n"
        "## Section 3. Voting {elections}\nObservers said elections were neither free nor fair.\n"
        "## Section 4. Liberties\nEditors were jailed.\n"
        "## Section 5. Police {security-forces}\nPolice arrested and beat protesters in the capital.\n"
    )
    summary = running_summary(report, analyze_report(report), 60)
    assert [f.locator.section for f in summary.sentences] == ["3", "5", "1", "4", "2"]


def test_few_words_on_a_grave_report_are_spent_on_what_is_gravest() -> None:
    got = sample()

    def treated(extent: Extent) -> set[str]:
        assessed = tuple((name, Assessment("abuses-reported", extent=extent)) for name, _ in got.analysis.assessments)
        found = running_summary(got.report, replace(got.analysis, assessments=assessed), 60)
        return {finding.locator.anchor for finding in found.sentences}

    assert "4" not in treated("serious")
    assert "4" in treated("limited")
    assert "1.c" in treated("serious")


def test_a_running_summary_of_no_words_is_empty(report: Report, analysis: Analysis) -> None:
    assert running_summary(report, analysis, 0).sentences == ()


def test_what_is_not_addressed_is_in_no_running_summary(build: Callable[[str], Report]) -> None:
    report = build(
        "## Section 1. Integrity\nPolice beat detainees in three cities.\n## Section 2. Property\nNot applicable.\n"
    )
    summary = running_summary(report, analyze_report(report), 40)
    assert [f.text for f in summary.sentences] == ["Police beat detainees in three cities."]
