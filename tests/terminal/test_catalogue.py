"""Lists of countries and editions on a terminal."""

from __future__ import annotations

from hrreport.model.country import Country, Edition
from hrreport.terminal.catalogue import countries_view, editions_view

COUNTRIES = (
    Country("arcadia", "Arcadia", "AC", "ACD"),
    Country("the-isles", "The Isles", "", "", other_names=("Islands", "Isle Republic", "The Isles (North)")),
)


def test_countries_with_what_may_be_typed_for_them() -> None:
    assert countries_view(COUNTRIES, 2023).plain(80).splitlines() == [
        "Country                   Slug       ISO",
        "Arcadia                   arcadia    AC   ACD",
        "The Isles                 the-isles",
        "  Islands, Isle Republic",
        "",
        "2 countries and territories with a report for 2023.",
    ]
    assert countries_view(COUNTRIES[:1]).plain().endswith("1 country or territory with a report in some year.\n")


def test_editions_with_dates_and_hosts() -> None:
    editions = (Edition(2015, "", "", ("2009-2017.state.gov",)), Edition(2023, "2024-04-22", "x", ("a.gov", "b.gov")))
    assert editions_view(editions).plain(80).splitlines() == [
        "Year  Published      Hosts",
        "2015  not known      2009-2017.state.gov",
        "2023  22 April 2024  a.gov, b.gov",
    ]
