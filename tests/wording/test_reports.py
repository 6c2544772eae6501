"""Values in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.model.finding import Assessment, Figure, Finding, Kind, Source
from hrreport.model.locator import Locator
from hrreport.model.retrieval import Provenance
from hrreport.wording.reports import (
    LEGEND,
    assessed,
    counted,
    day,
    degree,
    figure_words,
    finding_words,
    join_sentences,
    legend_of,
    moment,
    obtained,
    publisher,
)

if TYPE_CHECKING:
    from hrreport.model.report import Report

PAGE = Provenance("", "https://www.state.gov/x/", datetime(2025, 5, 3, 9, 4, tzinfo=UTC), "state.gov", "00")


@pytest.mark.parametrize(
    ("assessment", "words", "mark"),
    [
        (Assessment("abuses-reported", "serious"), "serious abuses", "serious"),
        (Assessment("abuses-reported", "limited"), "limited abuses", "limited"),
        (Assessment("abuses-reported"), "abuses reported", "reported"),
        (Assessment("none-reported", basis="no-reports"), "no reports", "none"),
        (Assessment("none-reported", basis="respected"), "respected", "none"),
        (Assessment("none-reported"), "none reported", "none"),
        (Assessment("not-addressed", basis="not-applicable"), "not applicable", "silent"),
        (Assessment("not-addressed", basis="cross-reference"), "cross-reference only", "silent"),
        (Assessment("not-addressed", basis="description"), "description only", "silent"),
        (Assessment("not-addressed"), "not addressed", "silent"),
        (None, "", ""),
    ],
)
def test_assessments_are_told_apart_in_words_and_degrees(assessment: Assessment | None, words: str, mark: str) -> None:
    assert assessed(assessment) == words
    assert degree(assessment) == mark
    assert mark in {"", *(name for name, _ in legend_of([assessment]))}
    assert (legend_of([assessment]) == LEGEND) == (mark != "reported")


def test_dates_are_written_out_and_other_text_is_left() -> None:
    assert day("2024-04-22T10:00:00Z") == "22 April 2024"
    assert [day(odd) for odd in ("", "2024", "2024-13-01", "spring 2024")] == ["", "2024", "2024-13-01", "spring 2024"]
    assert moment(PAGE.retrieved_at) == "3 May 2025, 09:04 UTC"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "from www.state.gov"),
        ({"url": ""}, "from state.gov"),
        (
            {"origin": "internet-archive", "captured_at": "2024-05-06T00:00:00+00:00"},
            "from the Internet Archive, captured 6 May 2024",
        ),
        (
            {"origin": "web-archive", "url": "https://archive.example/2008/x", "captured_at": "2008-11-04T00:47:18Z"},
            "from the web archive archive.example, captured 4 November 2008",
        ),
        ({"origin": "mirror"}, "from a mirror"),
        ({"origin": "file", "publisher": "lakes.example"}, "from a file; copy published by lakes.example"),
        ({"origin": "sample"}, "with hrreport itself"),
    ],
)
def test_the_way_a_page_came_is_said(changes: dict[str, str], words: str) -> None:
    assert obtained(replace(PAGE, **changes)) == words  # type: ignore[arg-type]


def test_the_abridgement_is_not_attributed_to_the_department(arcadia: Report) -> None:
    assert publisher(arcadia).startswith("U.S. Department of State")
    sample = replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))
    assert publisher(sample) == "hrreport (not the Department of State)"


def test_what_was_found_in_a_sentence_is_said_in_words() -> None:
    figures = (Figure("up to 260", 260.0, what="prisoners"), Figure("two years", 2.0, what="years"))
    sources = (Source("Lake Watch", "ngo"), Source("the media", "media"))
    finding = Finding(Locator("1", 1, 1), "x", None, Kind.ABUSE, True, ("credible",), sources, figures)
    assert finding_words(finding) == (
        "abuse, key",
        "source: Lake Watch [ngo]; the media [media]",
        "figure: up to 260 (prisoners); two years",
        "strength: credible",
    )
    assert figure_words(figures[1]) == "two years"
    assert counted(2, "country", "countries") == "2 countries"


def test_sentences_of_a_paragraph_are_joined_and_omissions_marked() -> None:
    def finding(paragraph: int, sentence: int) -> Finding:
        place = Locator("1.a", paragraph, sentence)
        return Finding(place, f"P{paragraph}S{sentence}.", None, Kind.ABUSE, True)

    chosen = (finding(1, 1), finding(1, 2), finding(1, 4), finding(2, 3))
    assert [(f.locator.paragraph, text) for f, text in join_sentences(chosen)] == [
        (1, "P1S1. P1S2. […] P1S4."),
        (2, "P2S3."),
    ]
