"""Searches in words: long lists are cut, and what was not searched is never said to be not there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hrreport.model.country import ReportId
from hrreport.model.hit import Coverage, Hit, Query, SearchResult
from hrreport.model.locator import Locator
from hrreport.model.retrieval import Provenance
from hrreport.wording.hits import describe_found, describe_no_hits, describe_unsearched


def test_many_countries_are_not_listed_all() -> None:
    countries = tuple(f"country-{i}" for i in range(20))
    (said,) = describe_unsearched(Coverage(1, countries))
    assert said.endswith("country-7 and 12 more.")


@pytest.mark.parametrize("coverage", [None, Coverage(3)])
def test_where_all_was_searched_nothing_more_is_said(coverage: Coverage | None) -> None:
    assert describe_unsearched(coverage) == []
    assert describe_found(Query("x"), SearchResult((), 2, 2, coverage)) == "2 passages with x; 0 shown, the best first."


@pytest.mark.parametrize(
    "coverage", [Coverage(0, ("chad",), unfiltered=0), Coverage(2, sections=("9.z",), unfiltered=0)]
)
def test_what_was_not_searched_is_not_said_to_be_without_the_words(coverage: Coverage) -> None:
    query = Query("x", countries=("chad",), sections=("9.z",))
    said = describe_no_hits(query, coverage)
    assert not said.startswith("No passage")
    assert said.endswith("Without --country chad --section 9.z, no stored passage has x.")


@pytest.mark.parametrize(("year", "guessed"), [(2023, False), (2031, True)])
def test_topics_of_an_edition_without_an_outline_are_said_to_be_guessed(year: int, guessed: bool) -> None:
    nowhere = Provenance("", "", datetime(2032, 1, 1, tzinfo=UTC), "file", "")
    place = Locator("1.c", 1)
    hit = Hit(ReportId("togo", year), place, (), None, "x", (), (), (), 1.0, (), ("torture",), "", "", nowhere)
    said = describe_found(Query("x", topics=("torture",)), SearchResult((hit,), 1, 1))
    assert ("are about is guessed" in said) == guessed
    assert "guessed" not in describe_found(Query("x"), SearchResult((hit,), 1, 1))
