"""Comparisons as Markdown: full expected text, and the words of hostile sentences given back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml

from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.exporting.changes_markdown import NO_DIFFERENCE, changes_markdown
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.change import Comparison
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]


@pytest.fixture
def compared(editions: Editions) -> Comparison:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    return compare_reports(old, new, then=then, now=now)


def test_the_overview_and_the_passages(
    compared: Comparison, names: dict[str, str], expected: Callable[[str], str]
) -> None:
    assert changes_markdown(compared, names, passages=True) == expected("changes.md")


def test_the_overview_alone(compared: Comparison, names: dict[str, str]) -> None:
    text = changes_markdown(compared, names)
    assert "| Women | heading dropped: 6 → none |" in text
    assert "51" not in text.partition("## Topics")[2]


def test_counts_of_some_topics_are_not_taken_for_those_of_the_reports(
    compared: Comparison, names: dict[str, str]
) -> None:
    text = changes_markdown(select(compared, topics=["torture"]), names, passages=True)
    assert "| Whole reports | 2023 | 2024 | per 10,000 characters |" in text
    assert "Of 3 sentences of 2023 on what is shown, 1 stand" in text
    assert "on what is shown" not in changes_markdown(compared, names)


def test_the_front_matter_says_where_both_texts_come_from(compared: Comparison, names: dict[str, str]) -> None:
    head = yaml.safe_load(changes_markdown(compared, names).split("---\n")[1])
    assert [report["sha256"] for report in head["reports"]] == [
        compared.old.report.provenance.sha256,
        compared.new.report.provenance.sha256,
    ]
    assert head["cautions"] == list(compared.cautions)


def test_citations_stand_where_they_can_be_made(compared: Comparison, names: dict[str, str]) -> None:
    text = changes_markdown(compared, names, passages=True, cite=lambda report, place: f"Cited {report} at {place}")
    assert "2023, Cited arcadia 2023 at § 1.c ¶ 1: Guards beat <del>40</del> detainees" in text


def test_a_report_beside_itself(editions: Editions, names: dict[str, str]) -> None:
    report, analysis = editions["arcadia-2023"]
    assert NO_DIFFERENCE in changes_markdown(compare_reports(report, report, then=analysis, now=analysis), names)


def test_notices_of_either_report_are_passed_on(compared: Comparison, names: dict[str, str]) -> None:
    report = compared.old.report
    sample = replace(report, provenance=replace(report.provenance, origin="sample"))
    text = changes_markdown(replace(compared, old=replace(compared.old, report=sample)), names)
    assert f"> **Notice on Arcadia 2023:** {SAMPLE_NOTICE}" in text


def test_every_sentence_is_given_back(
    compared: Comparison, names: dict[str, str], read_markdown: Callable[[str], list[str]]
) -> None:
    words = read_markdown(changes_markdown(compared, names, passages=True).split("---\n", 2)[2])
    told = [line.partition(": ")[2] for line in words]
    for pair in compared.pairs:
        for quote in (*pair.old, *pair.new):
            assert quote.text in told
