"""Searches in the public form: spans are slices of the text beside them, counts are by country or year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.codec.hits import search_json, tallies_json
from hrreport.model.finding import Kind
from hrreport.model.hit import Coverage, Hit, HitSpan, Neighbor, Query, QueryReading, SearchResult, Tally
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from hrreport.model.report import Report


@pytest.fixture
def hit(arcadia: Report) -> Hit:
    return Hit(
        id=arcadia.id, locator=Locator("1.c", 4), headings=("Section 1. Life", "c. Torture"), topic="Wardens",
        text="Some wardens kept a register of wardens.", highlights=(HitSpan(5, 12), HitSpan(32, 39)),
        topic_highlights=(), heading_highlights=((), ()), score=2.123456, kinds=(Kind.ABUSE,), subjects=("torture",),
        title=arcadia.title, published="", provenance=arcadia.provenance,
        before=(Neighbor(Locator("1.c", 3), "Label", "Before."),),
    )  # fmt: skip


def test_spans_are_the_words_met(hit: Hit) -> None:
    (answer,) = search_json(Query("wardens"), SearchResult((hit,), 1, 1), {}, cite=lambda _: "cited")["hits"]
    assert [answer["text"][start:end] for start, end in answer["spans"]] == ["wardens"] * 2
    excerpt = answer["excerpt"]
    assert [excerpt["text"][start:end] for start, end in excerpt["spans"]] == ["wardens"] * 2
    assert answer["report"]["name"] == "arcadia"
    assert answer["report"]["published"] == "2024-04-22"
    assert answer["before"] == [{"section": "1.c", "paragraph": 3, "topic": "Label", "text": "Before."}]
    assert (answer["score"], answer["citation"], answer["after"]) == (2.1235, "cited", [])


@pytest.mark.parametrize(
    ("by", "tally", "row"),
    [
        ("year", Tally("2023", 4, 2), {"year": 2023, "passages": 4, "reports": 2}),
        ("country", Tally("arcadia", 4, 2), {"country": "arcadia", "name": "Arcadia", "passages": 4, "reports": 2}),
    ],
)
def test_counts_are_by_country_or_year(by: str, tally: Tally, row: dict[str, object], names: dict[str, str]) -> None:
    answer = tallies_json(Query("wardens"), (tally,), by, names)
    assert (answer["by"], answer["counts"]) == (by, [row])


def test_what_was_read_and_looked_at_is_there_only_where_it_is_known() -> None:
    query, reading, coverage = Query("wardens"), QueryReading("wardens", "word", forms=True), Coverage(3)
    bare = tallies_json(query, (), "year", {})
    full = tallies_json(query, (), "year", {}, coverage=coverage, reading=reading)
    assert set(full) - set(bare) == {"reading", "searched"}
    assert full["searched"]["reports"] == 3
