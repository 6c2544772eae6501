"""Ranks and budgets of headings, those that issues name, and what can be shown of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.digest.headings import Headings, budget, named_headings, tiers
from hrreport.analysis.summary import summarize_report
from hrreport.catalogue.records import topics

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_every_ranked_topic_is_a_topic_with_its_source() -> None:
    assert set(tiers()) <= {topic.id for topic in topics()}
    assert {tier.name for tier in tiers().values()} == {"core", "standard", "peripheral"}


def test_budgets_grow_with_the_root_of_the_length_and_end() -> None:
    assert [budget("core", n) for n in (1, 4, 16, 100)] == [1, 3, 6, 8]
    assert [budget("peripheral", n) for n in (1, 16, 100)] == [1, 2, 2]
    assert budget("one section", 400) == 14


def test_a_named_label_has_a_sentence(islands: tuple[Report, Analysis]) -> None:
    report, analysis = islands
    _, labels = named_headings(report, analysis.issues)
    texts = [f.text for f in summarize_report(report, analysis).sentences]
    assert labels <= {"Criminalization"}
    assert any("criminalized" in text for text in texts)


def test_the_options_of_a_heading_are_found_once(islands: tuple[Report, Analysis]) -> None:
    headings = Headings(*islands)
    assert headings.options("1.c") is headings.options("1.c")
