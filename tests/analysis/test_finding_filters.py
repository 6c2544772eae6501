"""Choosing among findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.finding_filters import select_findings
from hrreport.errors import NotFoundError
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_all_is_chosen_when_nothing_is_asked(report: Report, analysis: Analysis) -> None:
    assert select_findings(report, analysis.findings) == analysis.findings


def test_a_kind_is_chosen(report: Report, analysis: Analysis) -> None:
    found = select_findings(report, analysis.findings, kind=Kind.RESPONSE)
    assert found
    assert {f.kind for f in found} == {Kind.RESPONSE}


def test_a_section_is_chosen_with_those_below_it(report: Report, analysis: Analysis) -> None:
    found = select_findings(report, analysis.findings, section="1.c")
    assert {f.locator.section for f in found} == {"1.c", "1.c/prison-and-detention-center-conditions"}


def test_an_unknown_section_is_an_error(report: Report, analysis: Analysis) -> None:
    with pytest.raises(NotFoundError):
        select_findings(report, analysis.findings, section="9.z")


def test_a_topic_is_chosen_by_heading_and_below(report: Report, analysis: Analysis) -> None:
    found = select_findings(report, analysis.findings, topic="torture")
    assert {f.locator.section for f in found} == {"1.c", "1.c/prison-and-detention-center-conditions"}


def test_a_topic_is_chosen_by_run_in_label(report: Report, analysis: Analysis) -> None:
    found = select_findings(report, analysis.findings, topic="libel")
    assert [f.topic for f in found] == ["Libel/Slander Laws", "Libel/Slander Laws"]


def test_a_wider_topic_takes_in_narrower_ones(report: Report, analysis: Analysis) -> None:
    found = select_findings(report, analysis.findings, topic="expression")
    assert "2.a/internet-freedom" in {f.locator.section for f in found}


def test_a_source_is_chosen_by_part_of_its_name(report: Report, analysis: Analysis) -> None:
    found = select_findings(report, analysis.findings, source="justice forum")
    assert [f.sources[0].name for f in found] == ["Justice Forum"]


def test_figures_and_key_findings_are_chosen(report: Report, analysis: Analysis) -> None:
    counting = [f for f in analysis.findings if f.figures]
    findings = tuple(replace(f, key=f.key or f is counting[0]) for f in analysis.findings)
    found = select_findings(report, findings, figures=True, key=True)
    assert counting[0].locator in {f.locator for f in found}
    assert all(f.figures and f.key for f in found)
    assert len(found) < len(counting)
