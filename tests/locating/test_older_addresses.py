"""Numbered pages under the roots of several sites, and pages named after their country."""

from __future__ import annotations

import pytest

from hrreport import tables
from hrreport.catalogue import records
from hrreport.locating.older_addresses import (
    FIRST_NUMBERED,
    LAST_NUMBERED,
    copies,
    index_tails,
    is_viewer,
    named_pages,
    path_below_root,
)
from hrreport.model.country import ReportId

PLACE = "2005/61684.htm"


@pytest.mark.parametrize(
    "address",
    [
        "//2009-2017.state.gov/j/drl/rls/hrrpt/2005/61684.htm",
        "https://2001-2009.state.gov/g/drl/rls/hrrpt/2005/61684.htm",
        "http://www.state.gov:80/g/drl/rls/hrrpt//2005/61684.htm#section1",
        "https://web.archive.org/web/20090101000000/http://www.state.gov/g/drl/rls/hrrpt/2005/61684.htm",
        "https://webarchive.library.unt.edu/eot2008/20081104/http://www.state.gov/g/drl/rls/hrrpt/2005/61684.htm",
    ],
)
def test_a_page_has_one_place_wherever_it_stands(address: str) -> None:
    assert path_below_root(address) == PLACE


@pytest.mark.parametrize(
    "address",
    [
        "https://2009-2017.state.gov/j/drl/rls/irf/2005/61684.htm",
        "https://2009-2017.state.gov/j/drl/rls/hrrpt/",
        "https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/togo/",
        "/j/drl/rls/hrrpt/2005/61684.htm",
    ],
)
def test_a_page_elsewhere_has_no_place(address: str) -> None:
    assert path_below_root(address) == ""


def test_the_sites_are_asked_before_the_archives() -> None:
    ways = copies(2005, PLACE)
    assert [way.origin for way in ways] == ["state.gov"] * 2 + ["internet-archive"] * 3 + ["web-archive"]
    assert [way.url for way in ways if way.leads is None] == [
        "https://2009-2017.state.gov/j/drl/rls/hrrpt/2005/61684.htm",
        "https://2001-2009.state.gov/g/drl/rls/hrrpt/2005/61684.htm",
        "https://webarchive.library.unt.edu/eot2008/20081104000000id_/http://www.state.gov/g/drl/rls/hrrpt/2005/61684.htm",
    ]
    assert [way.page for way in ways if way.page] == [
        "https://2009-2017.state.gov/j/drl/rls/hrrpt/2005/61684.htm",
        "http://www.state.gov/j/drl/rls/hrrpt/2005/61684.htm",
        "http://www.state.gov/g/drl/rls/hrrpt/2005/61684.htm",
        "http://www.state.gov/g/drl/rls/hrrpt/2005/61684.htm",
    ]


def test_several_places_are_asked_of_each_root_in_turn() -> None:
    first, second, *_ = copies(2013, "a", "b")
    assert (first.url[-1], second.url[-1]) == ("a", "b")


@pytest.mark.parametrize("year", range(FIRST_NUMBERED, LAST_NUMBERED + 1))
def test_every_edition_of_the_tree_has_a_root_and_an_archive(year: int) -> None:
    origins = {way.origin for way in copies(year, "x")}
    assert "internet-archive" in origins
    assert "state.gov" in origins or year > 2016
    assert {path_below_root(way.page or way.url) for way in copies(year, "x")} == {"x"}


def test_the_last_editions_of_the_tree_are_left_in_the_internet_archive_alone() -> None:
    assert [(way.origin, way.page) for way in copies(2018, "2018/eap/1.htm")] == [
        ("internet-archive", "http://www.state.gov/j/drl/rls/hrrpt/2018/eap/1.htm")
    ]


@pytest.mark.parametrize(
    ("year", "places"),
    [
        (1999, ("1999/index.htm",)),
        (2011, ("2011humanrightsreport/index.htm", "2011/index.htm")),
        (2015, ("humanrightsreport/index.htm", "2015/index.htm")),
        (2016, ("2016humanrightsreport/index.htm", "humanrightsreport/index.htm", "2016/index.htm")),
    ],
)
def test_an_edition_is_listed_by_its_viewer_and_its_index(year: int, places: tuple[str, ...]) -> None:
    assert index_tails(year) == places
    assert [is_viewer(place) for place in places] == [True] * (len(places) - 1) + [False]


LIBRARY = "http://dosfan.lib.uic.edu/ERC/democracy/"
SITE = "https://1997-2001.state.gov/global/human_rights/"


def pages(country: str, year: int) -> list[str]:
    return [way.url for way in named_pages(ReportId(country, year)) if way.leads is None]


@pytest.mark.parametrize(
    ("country", "year", "place"),
    [
        ("kazakhstan", 1995, "1995_hrp_report/95hrp_report_eur/Kazakhstan.html"),
        ("maldives", 1993, "1993_hrp_report/93hrp_report_sasia/Maldives.html"),
        ("guatemala", 1993, "1993_hrp_report/93hrp_report_ara/Guatemala.html"),
        ("trinidad-and-tobago", 1994, "1994_hrp_report/94hrp_report_ara/TrinidadTobago.html"),
        ("south-africa", 1994, "1994_hrp_report/94hrp_report_africa/SouthAfrica.html"),
        ("cote-divoire", 1995, "1995_hrp_report/95hrp_report_africa/CotedIvoire.html"),
        ("bosnia-and-herzegovina", 1995, "1995_hrp_report/95hrp_report_eur/Bosnia-Herzegovina.html"),
        ("burma", 1995, "1995_hrp_report/95hrp_report_eap/Burma.html"),
        ("west-bank-and-gaza", 1995, "1995_hrp_report/95hrp_report_nea/OccupiedTerritories.html"),
        ("democratic-republic-of-the-congo", 1995, "1995_hrp_report/95hrp_report_africa/Zaire.html"),
    ],
)
def test_the_library_names_pages_as_the_country_was_called_then(country: str, year: int, place: str) -> None:
    assert pages(country, year)[0] == LIBRARY + place


@pytest.mark.parametrize(
    ("country", "year", "place"),
    [
        ("turkey", 1998, "1998_hrp_report/turkey.html"),
        ("saudi-arabia", 1997, "1997_hrp_report/saudiara.html"),
        ("eswatini", 1996, "1996_hrp_report/swazilan.html"),
        ("united-kingdom", 1999, "1999_hrp_report/unitedki.html"),
    ],
)
def test_the_site_cuts_names_after_eight_letters(country: str, year: int, place: str) -> None:
    assert pages(country, year)[0] == SITE + place


def test_a_country_of_two_spellings_is_asked_under_both() -> None:
    assert [page.rpartition("/")[2] for page in pages("kazakhstan", 1994)] == ["Kazakhstan.html", "Kazakstan.html"]


def test_a_south_asian_country_may_stand_with_europe() -> None:
    assert [page.split("/")[-2] for page in pages("india", 1994)] == ["94hrp_report_sasia", "94hrp_report_eur"]


def test_the_library_is_an_archive_and_comes_before_the_internet_archive() -> None:
    ways = named_pages(ReportId("turkey", 1995))
    assert [way.origin for way in ways] == ["web-archive", "internet-archive"]
    assert [way.page for way in ways] == [LIBRARY + "1995_hrp_report/95hrp_report_eur/Turkey.html"] * 2


def test_the_sites_pages_were_captured_under_its_old_address_too() -> None:
    ways = named_pages(ReportId("turkey", 1998))
    then = "http://www.state.gov/www/global/human_rights/1998_hrp_report/turkey.html"
    assert [(way.origin, way.page) for way in ways[1:]] == [
        ("internet-archive", SITE + "1998_hrp_report/turkey.html"),
        ("internet-archive", then),
        ("web-archive", then),
    ]
    assert ways[-1].url.endswith(f"id_/{then}")


@pytest.mark.parametrize("year", [1993, 1996, 1999])
def test_every_country_has_pages_to_ask_for(year: int) -> None:
    for country in records.countries():
        ways = named_pages(ReportId(country.slug, year))
        assert len({way.url for way in ways}) == len(ways)
        assert all(way.url.isascii() for way in ways)


def test_every_name_printed_then_is_that_of_a_country() -> None:
    slugs = {country.slug for country in records.countries()}
    assert {row["country"] for row in tables.rows("printed_then.csv")} <= slugs
