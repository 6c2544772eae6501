"""Issues of the executive summary, their sections and their evidence; the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.reports import analyse_report
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_each_item_is_linked_to_its_section(analysis: Analysis) -> None:
    linked = {issue.text: issue.sections[:1] for issue in analysis.issues}
    assert linked["torture or cruel, inhuman, or degrading treatment by the police"] == ("1.c",)
    assert linked["harsh prison conditions"] == ("1.c/prison-and-detention-center-conditions",)
    assert linked["government corruption"] == ("4",)
    assert len(linked) == 5


def test_evidence_is_what_was_reported_as_abuse(analysis: Analysis) -> None:
    kinds = {f.locator: f.kind for f in analysis.findings}
    for issue in analysis.issues:
        assert all(kinds[at] is Kind.ABUSE for at in issue.evidence)
        assert all(at.section in issue.sections for at in issue.evidence)


def test_an_issue_without_evidence_is_shown_as_such(analysis: Analysis) -> None:
    refoulement = next(issue for issue in analysis.issues if "refoulement" in issue.text)
    assert refoulement.evidence == ()


def test_an_issue_stands_at_the_sentence_that_lists_it(report: Report, analysis: Analysis) -> None:
    for issue in analysis.issues:
        assert issue.text in report.text_at(issue.locator)


def test_the_brief_points_at_change_issues_and_accountability(report: Report, analysis: Analysis) -> None:
    brief = analysis.brief
    assert brief.change is not None
    assert "no significant changes" in report.text_at(brief.change)
    assert [at.sentence for at in brief.issues] == [1]
    assert "limited steps" in report.text_at(brief.accountability[0])


def test_a_report_without_significant_abuses_lists_no_issues(build: Callable[[str], Report]) -> None:
    report = build("## Executive Summary\nThere were no credible reports of significant human rights abuses.\n")
    analysis = analyse_report(report)
    assert analysis.issues == ()
    assert len(analysis.brief.issues) == 1


def test_an_item_of_no_known_subject_is_linked_by_its_words(build: Callable[[str], Report]) -> None:
    report = build(
        "## Executive Summary\nSignificant human rights issues included: neglect of lighthouse keepers; and torture.\n"
        "## Section 9. Lighthouse Keepers\nLighthouse keepers were beaten and left without food by the police.\n"
    )
    keepers, torture = analyse_report(report).issues
    assert keepers.sections == ("9",)
    assert (torture.sections, torture.evidence) == ((), ())


def test_an_issue_whose_section_points_away_finds_evidence_elsewhere(build: Callable[[str], Report]) -> None:
    report = build(
        "## Executive Summary\nSignificant human rights issues included: "
        "restrictions on religious freedom; and torture.\n"
        "## Section 2. Liberty\n"
        "## Section 2. Liberty > d. Violations in Religious Freedom\nSee the International Religious Freedom Report.\n"
        "## Section 2. Liberty > c. Detention\nPolice arrested and beat nine believers at religious services.\n"
    )
    religion = analyse_report(report).issues[0]
    assert religion.sections == ("2.d", "2.c")
    assert [at.section for at in religion.evidence] == ["2.c"]
