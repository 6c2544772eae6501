"""The coverage of a search: what was looked at, and filters that let nothing through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from hrreport.library.search_coverage import coverage_of, matters
from hrreport.model.hit import Coverage, Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.model.report import Report


@pytest.fixture
def shelf(library: Library, make_report: Callable[..., Report], store: Callable[..., str]) -> Library:
    """One country in two editions."""
    for year in (2022, 2023):
        store(library, make_report("uganda", year))
    return library


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, Coverage(2, (), ())),
        ({"countries": ("uganda", "kenya")}, Coverage(2, ("kenya",), (), unfiltered=0)),
        ({"years": (2021, 2022)}, Coverage(1, (), (2021,), unfiltered=0)),
        ({"sections": ("1.d", "9.z"), "topics": ("torture",)}, Coverage(2, (), (), ("9.z",), (), unfiltered=0)),
        ({"countries": ("kenya",), "sections": ("9.z",)}, Coverage(0, ("kenya",), (), unfiltered=0)),
    ],
)
def test_of_a_search_that_met_nothing_the_filters_are_sought_one_by_one(
    shelf: Library, filters: dict[str, Any], expected: Coverage
) -> None:
    assert coverage_of(shelf, Query("zebras", **filters), 0) == expected


def test_words_without_their_filters_are_counted(shelf: Library) -> None:
    query = Query("ombudsman", years=(2021,))
    assert coverage_of(shelf, query, 0).unfiltered == 2
    assert coverage_of(shelf, replace(query, years=(2022,)), 1).unfiltered is None


def test_the_scope_matters_where_nothing_was_found_or_reports_were_named() -> None:
    assert matters(Query("police"), 0)
    assert matters(Query("police", years=(2022,)), 3)
    assert not matters(Query("police", topics=("torture",)), 3)
