"""The abstract that is stored with an analysis gives the summaries that are chosen from the report itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from hrreport.analysis.abstracts import find_abstract, is_enough, summary_of
from hrreport.analysis.report_analysis import analyze_report
from hrreport.analysis.summary import summarize_report
from hrreport.codec.stored_analyses import decode_abstract, decode_analysis, decode_issue_list, encode_analysis
from hrreport.model.summary import Length
from hrreport.pipeline.obtain import sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import Abstract


@pytest.fixture(scope="module")
def abstract(report: Report, analysis: Analysis) -> Abstract:
    return find_abstract(report, analysis)


@pytest.mark.parametrize("length", ["medium", "brief"])
@pytest.mark.parametrize("with_brief", [False, True])
def test_a_summary_is_the_one_that_is_chosen_from_the_report(
    report: Report, analysis: Analysis, abstract: Abstract, length: Length, *, with_brief: bool
) -> None:
    chosen = summarize_report(report, analysis, length=length, with_brief=with_brief)
    assert summary_of(abstract, length, with_brief=with_brief) == chosen


def test_a_brief_gives_way_to_what_differs_from_the_edition_before(build: Callable[[str], Report]) -> None:
    report, analysis = (got := sample()).report, got.analysis
    assert analysis.abstract is not None
    assert len(analysis.abstract.briefs) > 1
    (place,) = analysis.brief.issues
    issues = report.text_at(place).replace(analysis.issues[0].text, "arson by the fourth fleet, piracy by the fifth")
    older = build(f"## Executive Summary {{summary}}\n{issues}\n")
    found = analyze_report(older)
    listed = find_abstract(older, found).listed
    for length in get_args(Length)[::2]:
        assert is_enough(analysis.abstract, length, listed, with_brief=True)
        chosen = summarize_report(report, analysis, length=length, before=(older, found))
        assert summary_of(analysis.abstract, length, listed, with_brief=True) == chosen


def test_it_comes_back_from_its_stored_form_with_the_analysis_and_without(
    report: Report, analysis: Analysis, abstract: Abstract
) -> None:
    text = encode_analysis(replace(analysis, abstract=abstract), report)
    assert decode_analysis(text, report).abstract == abstract
    assert decode_abstract(text, report) == abstract
    assert decode_issue_list(text) == abstract.listed


def test_an_analysis_without_one_has_none(report: Report, analysis: Analysis) -> None:
    text = encode_analysis(replace(analysis, abstract=None), report)
    assert decode_analysis(text, report) == analysis
    assert decode_abstract(text, report) is None
    assert decode_issue_list(text) is None


def test_what_takes_too_many_lines_or_another_length_is_chosen_from_the_report(abstract: Abstract) -> None:
    many = abstract.listed._replace(issues=("a matter of many words " * 60,), subjects=((),))
    assert is_enough(abstract, "brief")
    assert is_enough(abstract, "medium", many)
    assert not is_enough(abstract, "brief", many)
    assert not is_enough(abstract, "medium", many, with_brief=True)
    assert not is_enough(abstract, "long")
