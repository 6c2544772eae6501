"""Synonyms: each has a source, can be read, and stands beside the term."""

from __future__ import annotations

import pytest

from hrreport import tables
from hrreport.library.expression import as_match
from hrreport.library.index_words import folded_text
from hrreport.library.query import parse_query
from hrreport.library.synonyms import with_synonyms
from hrreport.library.tokens import joined_words


def widened(query: str) -> tuple[str, list[str]]:
    found, used = with_synonyms(parse_query(query), parse_query)
    return as_match(found), [one.term for one in used]


@pytest.mark.parametrize("row", tables.rows("search/synonyms.csv"), ids=lambda row: row["terms"])
def test_a_row_has_a_source_and_phrases_that_can_be_read(row: dict[str, str]) -> None:
    assert row["source"]
    for phrase in (*row["terms"].split("|"), *row["synonyms"].split("|")):
        assert folded_text(phrase), phrase
        parse_query(joined_words(phrase))


@pytest.mark.parametrize(
    "query", ["state_protection", "state protection", "states' protection", "police state protection"]
)
def test_a_term_is_met_by_its_synonyms_in_any_form(query: str) -> None:
    match, terms = widened(query)
    assert terms == ["state protection"]
    assert '".fail .to .protect"' in match


@pytest.mark.parametrize(
    "query", ['"state protection"', "state_protect*", "protection state", "NEAR(state protection, 2)"]
)
def test_what_is_not_the_term_is_left_as_it_is(query: str) -> None:
    assert widened(query) == (as_match(parse_query(query)), [])


def test_what_is_unwanted_is_not_widened() -> None:
    match, terms = widened("court NOT state_protection")
    assert terms == []
    assert "restrain" not in match
