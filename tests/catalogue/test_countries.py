"""What a person types becomes the country meant, or an error that says what to type."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.countries import country_of_printed_name, find_country, see_instead, slugs_of
from hrreport.errors import InputError

if TYPE_CHECKING:
    from hrreport.model.country import Country

HERE = Path(__file__).parent


def typed_names() -> list[tuple[str, str]]:
    lines = (HERE / "country_names.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.rpartition(" = ") for line in lines if not line.startswith("#")]
    return [(typed, slug) for typed, _, slug in pairs]


@pytest.mark.parametrize(("typed", "slug"), typed_names())
def test_a_name_as_typed_finds_the_country_meant(typed: str, slug: str) -> None:
    assert find_country(typed).slug == slug


@pytest.mark.parametrize("country", records.countries(), ids=lambda c: c.slug)
def test_a_country_is_found_by_everything_it_is_called(country: Country) -> None:
    assert find_country(country.slug) is country
    assert find_country(country.name) is country
    for code in filter(None, (country.alpha2, country.alpha3)):
        assert find_country(code.lower()) is country


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("congo", ["democratic-republic-of-the-congo", "republic-of-the-congo"]),
        ("The Congo", ["democratic-republic-of-the-congo", "republic-of-the-congo"]),
        ("Korea", ["north-korea", "south-korea"]),
        ("Democratic Republic of Korea", ["north-korea", "south-korea"]),
        ("Dominican", ["dominica", "dominican-republic"]),
        ("Czechoslovakia", ["czech-republic", "slovakia"]),
    ],
)
def test_a_name_of_two_countries_says_that_two_are_meant(typed: str, slugs: list[str]) -> None:
    with pytest.raises(InputError, match="can mean two countries") as caught:
        find_country(typed)
    assert all(slug in str(caught.value) for slug in slugs)
    assert country_of_printed_name(typed) is None


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Kazakstan", "did you mean kazakhstan?"),
        ("kazahkstan", "did you mean kazakhstan?"),
        ("Afganistan", "did you mean afghanistan?"),
        ("Columbia", "did you mean colombia?"),
        ("united", "did you mean united-arab-emirates or united-kingdom?"),
        ("saint", "did you mean saint-kitts-and-nevis, saint-lucia or saint-vincent-and-the-grenadines?"),
        ("2023", "the country comes first: kazakhstan 2023"),
        ("qqqq", "`hrreport countries` lists them all"),
        ("!?", "`hrreport countries` lists them all"),
        ("  ", "`hrreport countries` lists them all"),
    ],
)
def test_a_slip_is_answered_with_what_was_likely_meant(typed: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        find_country(typed)
    assert caught.value.hint == hint


@pytest.mark.parametrize(("typed", "name"), [("USA", "the United States"), ("Vatican City", "the Holy See")])
def test_a_country_without_reports_is_said_to_have_none(typed: str, name: str) -> None:
    with pytest.raises(InputError, match=f"no report on {name}"):
        find_country(typed)


def test_what_was_typed_is_repeated_short_and_without_control_characters() -> None:
    with pytest.raises(InputError) as caught:
        find_country("\x1b[31m" + "x" * 500)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 120


def test_an_entry_of_a_list_that_is_no_country_is_none() -> None:
    assert country_of_printed_name("Translations") is None
    assert country_of_printed_name("Burma") is find_country("burma")


def test_the_table_of_countries_is_whole() -> None:
    countries = records.countries()
    assert {country.region for country in countries} == {"af", "eap", "eur", "nea", "sca", "wha"}
    for field in ("slug", "name", "alpha2", "alpha3"):
        counted = Counter(getattr(country, field) for country in countries)
        assert [value for value, times in counted.items() if value and times > 1] == []


def test_the_table_of_countries_has_the_slugs_of_the_newest_editions(shared_site: Path) -> None:
    with (shared_site.parent / "facts" / "countries.csv").open(encoding="utf-8") as file:
        known = [(row["slug"], row["name"], row["iso3"]) for row in csv.DictReader(file)]
    assert [(c.slug, c.name, c.alpha3) for c in records.countries()][: len(known)] == known


@pytest.mark.parametrize(
    ("country", "year", "slugs"),
    [
        ("kazakhstan", 2023, ("kazakhstan",)),
        ("eswatini", 2016, ("swaziland", "eswatini")),
        ("eswatini", 2018, ("eswatini",)),
        ("north-macedonia", 2017, ("macedonia", "north-macedonia")),
        ("north-macedonia", 2018, ("north-macedonia",)),
        ("burma", 2022, ("burma",)),
        ("burma", 2023, ("burma-draft", "burma")),
        ("malaysia", 2017, ("Malaysia", "malaysia")),
        ("peru", 2018, ("peru__trashed", "peru")),
        ("uruguay", 2021, ("uruguay", "uraguay")),
        ("turkey", 2024, ("turkey",)),
        ("turkey", 2025, ("turkey", "turkiye")),
        ("hong-kong", 2020, ("china/hong-kong",)),
    ],
)
def test_a_slug_follows_the_edition(country: str, year: int, slugs: tuple[str, ...]) -> None:
    assert slugs_of(country, year) == slugs


def test_the_table_of_slugs_names_known_countries_and_says_how_sure_it_is() -> None:
    slugs = {country.slug for country in records.countries()}
    for row in tables.rows("slugs.csv"):
        assert row["country"] in slugs
        assert row["sure"] in {"seen", "code", "claim", "inferred"}


def test_a_slug_is_found_without_what_other_names_need() -> None:
    code = (
        "import sys; before = set(sys.modules); from hrreport.catalogue.countries import find_country;"
        "find_country('kazakhstan'); print(sorted({'difflib', 'unicodedata', 'json'} & set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("thebahamas", "the-bahamas"), ("uraguay", "uruguay"), ("china/tibet", "tibet"), ("Malaysia-2", "malaysia")],
)
def test_a_name_in_addresses_of_some_edition_is_understood(typed: str, slug: str) -> None:
    assert find_country(typed).slug == slug


@pytest.mark.parametrize(
    ("country", "year", "others"),
    [
        ("serbia", 1999, ("serbia-and-montenegro",)),
        ("serbia", 2002, ("yugoslavia",)),
        ("serbia", 2004, ("serbia-and-montenegro",)),
        ("serbia", 2006, ()),
        ("kosovo", 2007, ("serbia",)),
        ("kosovo", 2008, ()),
        ("yugoslavia", 2001, ()),
        ("yugoslavia", 2004, ("serbia-and-montenegro",)),
        ("yugoslavia", 2023, ("serbia", "montenegro")),
        ("serbia-and-montenegro", 2001, ("yugoslavia",)),
        ("serbia-and-montenegro", 2007, ("serbia", "montenegro")),
        ("south-sudan", 2010, ("sudan",)),
        ("south-sudan", 2011, ()),
        ("tibet", 2005, ("china",)),
        ("togo", 2005, ()),
    ],
)
def test_a_country_is_found_under_the_name_of_its_edition(country: str, year: int, others: tuple[str, ...]) -> None:
    assert see_instead(country, year) == others


def test_every_name_is_that_of_a_country() -> None:
    slugs = {country.slug for country in records.countries()}
    for row in tables.rows("successions.csv"):
        assert {row["country"], *row["see"].split("|")} <= slugs
