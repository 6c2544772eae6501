"""The brief: the verdict, and sentences of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.digest.headings import tier_of
from hrreport.analysis.summary import summarize_report
from hrreport.errors import InputError

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_a_brief_holds_the_verdict_and_those_who_are_not_the_state(islands: tuple[Report, Analysis]) -> None:
    report, analysis = islands
    brief = summarize_report(report, analysis, length="brief")
    assert brief.overview is not None
    assert brief.in_brief
    assert brief.digests == ()
    assert [report.text_at(place) for place in brief.overview.actors] == [
        "Pirates attacked fishermen and killed nine of them."
    ]
    assert "elections" in brief.overview.missing
    assert "sexual orientation and gender identity" not in brief.overview.missing
    parts = [tier_of(report, f.locator.section).part for f in brief.overview.sentences]
    assert parts == sorted(parts)
    assert any("wardens often beat" in f.text for f in brief.overview.sentences)


def test_a_brief_of_a_part_is_an_error(islands: tuple[Report, Analysis]) -> None:
    with pytest.raises(InputError, match="whole report"):
        summarize_report(*islands, length="brief", section="1.c")


def test_every_sentence_of_a_brief_is_of_the_report(report: Report, analysis: Analysis) -> None:
    overview = summarize_report(report, analysis, length="brief").overview
    assert overview is not None
    assert overview.sentences
    for finding in overview.sentences:
        assert report.text_at(finding.locator) == finding.text
    sections = [f.locator.section for f in overview.sentences]
    assert all(sections.count(section) <= 2 for section in sections)
