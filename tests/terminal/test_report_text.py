"""The outline and the text of a report on a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.model.country import ReportId
from hrreport.model.report import Part
from hrreport.terminal.report_text import sections_view, show_view
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_outline(width: int, arcadia: Report, arcadia_analysis: Analysis, expected: Callable[[str], str]) -> None:
    assert sections_view(arcadia, arcadia_analysis, "Arcadia").plain(width) == expected(f"sections-{width}")


def test_the_outline_without_an_analysis_has_no_marks_and_no_legend(arcadia: Report) -> None:
    text = sections_view(arcadia, None, "Arcadia").plain(80)
    assert not set("●◐○·") & set(text)
    assert text.endswith("words.\n")


def test_the_whole_text(arcadia: Report, expected: Callable[[str], str]) -> None:
    assert show_view(arcadia, None, "Arcadia").plain(80) == expected("show-80")


def test_one_section_is_shown_below_the_path_to_it(arcadia: Report, expected: Callable[[str], str]) -> None:
    assert show_view(arcadia, arcadia.section("1.c"), "Arcadia").plain(60) == expected("show-1.c-60")


def test_every_word_of_the_report_is_shown_in_order(arcadia: Report) -> None:
    text = show_view(arcadia, None, "Arcadia").plain(60)
    shown = " ".join(re.sub(r"(?m)^ *¶ \d+(  •)?", "", text).split())
    for section in arcadia.walk():
        for words in (section.title, *(p.printed for p in section.paragraphs)):
            place = shown.find(words)
            assert place >= 0, words
            shown = shown[place + len(words) :]


def test_the_bundled_abridgement_says_what_it_is(arcadia: Report) -> None:
    sample = replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))
    text = show_view(sample, None, "Arcadia").plain(120)
    assert f"! {SAMPLE_NOTICE[:80]}" in text
    assert "Publisher  hrreport (not the Department of State)" in text


def test_the_date_of_the_edition_and_the_pdf_are_said(arcadia: Report) -> None:
    report = replace(arcadia, published="", pdf="https://www.state.gov/a.pdf")
    head = show_view(report, None, "Arcadia").plain(100).splitlines()
    assert "Published  22 April 2024, release of the edition" in head
    assert "PDF        https://www.state.gov/a.pdf" in head


def test_parts_and_missing_facts_are_said(arcadia: Report) -> None:
    part = Part("tibet", "Tibet", replace(arcadia.provenance, origin="mirror", url="https://a.example/tibet/"))
    source = replace(arcadia.provenance, url="", origin="file", publisher="lakes.example")
    report = replace(arcadia, id=ReportId("arcadia", 1998), title="", published="", provenance=source, parts=(part,))
    head = show_view(report, None, "Arcadia").plain(100).splitlines()
    assert head[0] == "Arcadia 1998"
    assert "Published  date not given" in head
    assert "Address    none: the page was given as a file" in head
    assert "Retrieved  3 May 2025, 10:20 UTC, from a file; copy published by lakes.example" in head
    assert "Tibet      https://a.example/tibet/, from a mirror" in head
