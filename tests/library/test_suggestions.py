"""Suggestions: words of the index that are written alike, the nearest and commonest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.library.suggestions import distance
from hrreport.model.hit import Query, Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.model.report import Report


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("gards", ("guards",)),
        ("ombudsmn", ("ombudsman",)),
        ("zebudsmn", ()),
        ("xuards", ("guards",)),
        ("saliors", ("sailors",)),
    ],
)
def test_a_slip_gets_the_words_of_the_reports(
    library: Library, make_report: Callable[..., Report], store: Callable[..., str], text: str, alike: tuple[str, ...]
) -> None:
    store(library, make_report())
    reading = library.search(Query(text)).reading
    assert reading is not None
    assert reading.suggestions == (Suggestion(text, alike),)


def test_words_that_a_report_has_in_some_form_or_spelling_get_none(
    library: Library, make_report: Callable[..., Report], store: Callable[..., str]
) -> None:
    store(library, make_report())
    for text in ("sailor", "pretrial", "pre-trial", "guard sailors", "guards*"):
        reading = library.search(Query(text)).reading
        assert reading is not None
        assert reading.suggestions == (), text


WORDS = st.text("abc", max_size=6)


@given(WORDS, WORDS)
def test_a_distance_is_the_same_both_ways_and_nothing_only_between_equals(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
    assert (distance(one, other, 1) <= 1) == (distance(one, other, 9) <= 1)
    assert (distance(one, other, 2) <= 2) == (distance(one, other, 9) <= 2)
