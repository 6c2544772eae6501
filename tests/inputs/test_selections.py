"""Selections: several countries, years, topics and sections at once, as people type them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import InputError
from hrreport.inputs.selections import are_years, countries_in, sections_in, topics_in, years_in

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("text", ["2023", "2022-2024", "2022–2024", "2019,2021", "2019, 2021-2022"])
def test_years_are_told_from_names(text: str) -> None:
    assert are_years(text)


@pytest.mark.parametrize("text", ["chad", "", ",", "23", "2023x", "20232024", "2023-"])
def test_names_are_told_from_years(text: str) -> None:
    assert not are_years(text)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        (["2023"], (2023,)),
        (["2021-2023"], (2021, 2022, 2023)),
        (["2023, 2019", "2023"], (2023, 2019)),
        (["2020 – 2021"], (2020, 2021)),
        ([], ()),
    ],
)
def test_years_may_be_ranges_and_lists(typed: list[str], years: tuple[int, ...]) -> None:
    assert years_in(typed, this_year=2026) == years


@pytest.mark.parametrize("typed", ["2023-2021", "2023-", "-2023", "1888", "2023-2050", "2023-2024-2025"])
def test_a_range_that_is_none_is_named(typed: str) -> None:
    with pytest.raises(InputError):
        years_in([typed], this_year=2026)


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        (["kz, Ivory Coast"], ["kazakhstan", "cote-divoire"]),
        (["Congo, Republic of the"], ["republic-of-the-congo"]),
        (["chad", "Chad"], ["chad"]),
        ([], []),
    ],
)
def test_countries_may_have_commas_between_them_or_in_them(typed: list[str], slugs: list[str]) -> None:
    assert [country.slug for country in countries_in(typed)] == slugs


@pytest.mark.parametrize("typed", ["atlantis", "chad, atlantis", "", ","])
def test_a_country_that_is_none_is_named(typed: str) -> None:
    with pytest.raises(InputError):
        countries_in([typed])


def test_topics_and_sections_are_what_people_call_them() -> None:
    assert topics_in(["Prisons,press freedom"]) == ("prisons", "press-freedom")
    assert sections_in(["§ 1c, 6/women"]) == ("1.c", "6/women")


@pytest.mark.parametrize("several", [topics_in, sections_in, partial(years_in, this_year=2026)])
@pytest.mark.parametrize("typed", ["", ",", " , "])
def test_an_empty_value_is_not_no_value(several: Callable[[list[str]], tuple[object, ...]], typed: str) -> None:
    with pytest.raises(InputError, match=r"^no (topic|section|year) was named"):
        several([typed])
    assert several([]) == ()


def test_a_search_takes_sections_and_no_paragraphs() -> None:
    with pytest.raises(InputError, match="is a paragraph"):
        sections_in(["§ 1.c ¶ 3"])
