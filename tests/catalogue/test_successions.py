"""Who is reported on under another name, and when."""

from __future__ import annotations

import pytest

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.successions import see_instead


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
