"""Views of searches: what was met is set off, what surrounds it is faint, bars have the length of counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.model.country import ReportId
from hrreport.model.hit import Coverage, Hit, HitSpan, Neighbor, Query, SearchResult, Tally
from hrreport.model.locator import Locator
from hrreport.terminal.hits import search_view, tallies_view

if TYPE_CHECKING:
    from hrreport.model.report import Report

NAMES = {"arcadia": "Arcadia", "ruritania": "Ruritania"}
TEXT = "Wardens kept detainees, and other wardens kept a register."


@pytest.fixture
def hit(arcadia: Report) -> Hit:
    return Hit(
        id=arcadia.id,
        locator=Locator("1.c", 4),
        headings=("Section 1. Respect", "c. Torture by wardens"),
        topic="Wardens",
        text=TEXT,
        highlights=(HitSpan(0, 7), HitSpan(34, 41)),
        topic_highlights=(HitSpan(0, 7),),
        heading_highlights=((), (HitSpan(14, 21),)),
        score=1.0,
        kinds=(),
        subjects=(),
        title=arcadia.title,
        published=arcadia.published,
        provenance=arcadia.provenance,
    )


def view_of(*hits: Hit, total: int = 0, ranked: int = 0) -> str:
    total = total or len(hits)
    return search_view(
        Query("wardens"), SearchResult(hits, total, ranked or total), NAMES, cite=lambda h: f"cited {h.locator}"
    ).plain(100)


def test_a_hit_is_set_out_with_place_path_words_and_citation(hit: Hit) -> None:
    assert view_of(hit).splitlines() == [
        "1 passage with wardens.",
        "",
        "Arcadia 2023, § 1.c ¶ 4",
        "  Section 1. Respect › c. Torture by wardens",
        f"   ¶ 4  Wardens: {TEXT}",
        "        cited § 1.c ¶ 4",
    ]


def test_what_was_met_has_a_style_of_its_own(hit: Hit) -> None:
    page = search_view(Query("wardens"), SearchResult((hit,), 1, 1), NAMES, cite=lambda _: "")
    met = [span.text.strip() for line in page.lines(100) for span in line if span.style == "hit"]
    assert met == ["wardens", "Wardens", "Wardens", "wardens"]


def test_a_long_paragraph_is_cut_around_what_was_met(hit: Hit) -> None:
    words = "word " * 200
    long = replace(hit, text=f"{words}wardens {words}", highlights=(HitSpan(1000, 1007),))
    shown = view_of(long)
    assert " … word" in shown
    assert shown.count("word ") < 80
    assert "wardens" in shown.split("\n", 3)[3]


def test_context_is_shown_whole_around_the_whole_paragraph(hit: Hit) -> None:
    near = (Neighbor(Locator("1.c", 3), "Label", "Before."), Neighbor(Locator("1.c", 5), None, "After."))
    shown = view_of(replace(hit, before=near[:1], after=near[1:])).splitlines()
    assert shown[4:7] == ["   ¶ 3  Label: Before.", f"   ¶ 4  Wardens: {TEXT}", "   ¶ 5  After."]


def test_how_many_there_are_and_how_many_were_ranked_is_said(hit: Hit) -> None:
    assert view_of(hit, total=30_000, ranked=10_000).startswith(
        "30,000 passages with wardens; 1 shown, the best first, of the newest 10,000."
    )
    assert view_of() == "No passage has wardens.\n"


def test_bars_are_as_long_as_counts_and_never_nothing() -> None:
    tallies = (Tally("arcadia", 400, 2), Tally("ruritania", 1, 1))
    shown = tallies_view(Query("wardens"), tallies, "country", NAMES).plain(100).splitlines()
    assert [line.count("━") for line in shown[1:3]] == [40, 1]
    assert shown[0].split() == ["Country", "Passages", "Reports"]
    assert shown[-1] == "401 passages with wardens."
    assert "=" in tallies_view(Query("x"), tallies, "year", {}).plain(100, ascii_only=True)


def test_nothing_counted_is_said_with_what_was_searched() -> None:
    assert tallies_view(Query("x"), (), "country", NAMES).plain(100) == "No passage has x.\n"
    nothing = tallies_view(Query("x"), (), "country", NAMES, coverage=Coverage(2))
    assert nothing.plain(100) == "No passage of the 2 stored reports has x.\n"


def test_what_is_not_stored_is_said_beside_what_was_found(hit: Hit) -> None:
    coverage = Coverage(1, ("ruritania",), (2021,))
    said = "Not stored, and so not searched: ruritania; 2021."
    found = search_view(Query("x"), SearchResult((hit,), 1, 1, coverage), NAMES, cite=lambda _: "")
    assert said in found.plain(100)
    counts = tallies_view(Query("x"), (Tally("arcadia", 4, 2),), "country", NAMES, coverage=coverage)
    assert counts.plain(100).endswith(f"4 passages with x. {said}\n")


EVIL = "\x1b[2J\x1b]0;title\x07 \u202e[bold]\x9b31m\rx"


def test_hostile_words_are_shown_and_not_obeyed(hit: Hit) -> None:
    worse = replace(
        hit,
        id=ReportId(EVIL, 2023),
        text=EVIL,
        highlights=(HitSpan(2, 9),),
        topic=EVIL,
        headings=(EVIL,),
        heading_highlights=((HitSpan(0, 3),),),
        before=(Neighbor(Locator(EVIL, 1), EVIL, EVIL),),
    )
    page = search_view(Query(EVIL), SearchResult((worse, replace(worse, before=())), 2, 2), {}, cite=lambda _: EVIL)
    assert all(line.isprintable() for line in page.plain(100).split("\n"))
    counts = tallies_view(Query(EVIL), (Tally(EVIL, 1, 1),), "country", {})
    assert all(line.isprintable() for line in counts.plain(100).split("\n"))
