"""The old tree: one page, its place, and the roots under which it may be found."""

from __future__ import annotations

import pytest

from hrreport.locating.numbered_pages import FIRST, LAST, copies, index_tails, is_viewer, path_below_root

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


@pytest.mark.parametrize("year", range(FIRST, LAST + 1))
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
