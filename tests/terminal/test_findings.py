"""Findings and issues on a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.finding import Analysis
from hrreport.model.locator import Locator
from hrreport.terminal.findings import findings_view, issues_view
from hrreport.wording.reports import UNSUPPORTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report


def test_findings(arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    page = findings_view(
        arcadia, arcadia_analysis.findings, "Arcadia", explain=True, cite=lambda place: f"Arcadia 2023, {place}"
    )
    assert page.plain(80) == expected("findings-80")


def test_findings_without_cues_and_citations(arcadia: Report, arcadia_analysis: Analysis) -> None:
    text = findings_view(arcadia, arcadia_analysis.findings, "Arcadia").plain()
    assert "cues:" not in text
    assert "Arcadia 2023, §" not in text
    assert findings_view(arcadia, (), "Arcadia").plain().endswith("0 findings shown\n")


def test_issues_say_where_they_are_borne_out_and_where_not(
    arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]
) -> None:
    text = issues_view(arcadia, arcadia_analysis, "Arcadia").plain(80)
    assert text == expected("issues-80")
    assert text.count(UNSUPPORTED) == 1


def test_a_section_named_without_a_sentence_is_pointed_to(arcadia: Report, arcadia_analysis: Analysis) -> None:
    issue = replace(arcadia_analysis.issues[0], sections=("1.c", "1.a"))
    text = issues_view(arcadia, replace(arcadia_analysis, issues=(issue,)), "Arcadia").plain()
    assert "See also: a. Arbitrary Deprivation of Life" in text


def test_each_section_of_the_evidence_is_named_once_and_its_strongest_sentence_is_first(
    arcadia: Report, arcadia_analysis: Analysis
) -> None:
    evidence = (Locator("1.c", 2, 1), Locator("1.a", 1, 1), Locator("1.c", 1, 1))
    issue = replace(arcadia_analysis.issues[0], evidence=evidence)
    view = issues_view(arcadia, replace(arcadia_analysis, issues=(issue,)), "Arcadia", cite=lambda p: f"cited {p}")
    lines = [line.strip() for line in view.plain().split("1  torture")[1].splitlines()]
    assert [line for line in lines if line.startswith(("c. ", "a. "))] == [
        next(line for line in lines if line.startswith(letter)) for letter in ("c. ", "a. ")
    ]
    assert [line for line in lines if line.startswith("cited")] == [
        f"cited § {p}" for p in ("1.c ¶ 2", "1.c ¶ 1", "1.a ¶ 1")
    ]


def test_a_report_without_issues_says_so(arcadia: Report) -> None:
    text = issues_view(arcadia, Analysis(arcadia.id, (), ()), "Arcadia").plain()
    assert text.endswith("No list of issues was found in the executive summary.\n")
