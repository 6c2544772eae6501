"""Indexes of the old tree, by the addresses that they link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hrreport.locating.index_pages import IndexPage, own_links, printed_country, read_index

NAMES = Path(__file__).parent / "printed_names.txt"
TREE = "//2009-2017.state.gov/j/drl/rls/hrrpt/"
PAGE = f"https:{TREE}2005/index.htm"


def read(year: int, *links: tuple[str, str], page: str = PAGE) -> IndexPage:
    return read_index(year, own_links(year, page, links))


def places(index: IndexPage) -> dict[str, str]:
    return {country.slug: place for country, place in index.reports}


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        tuple(part.strip() for part in line.rpartition("=")[::2])
        for line in NAMES.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ],
)
def test_a_printed_name_means_its_country(printed: str, slug: str) -> None:
    found = printed_country(printed)
    assert (found.slug if found else "") == slug


def test_an_index_of_regions_leads_to_their_lists() -> None:
    index = read(
        2005,
        ("2005", f"{TREE}2005/index.htm"),
        ("2006", f"{TREE}2006/index.htm"),
        ("Preface", f"{TREE}2005/61552.htm"),
        ("Africa", f"{TREE}2005/c1.htm"),
        ("East Asia and the Pacific", f"{TREE}2005/c2.htm"),
        ("Europe and Eurasia", f"{TREE}2005/c3.htm"),
        ("Near East and North Africa", f"{TREE}2005/c4.htm"),
        ("South Asia", f"{TREE}2005/c5.htm"),
        ("Western Hemisphere", f"{TREE}2005/c6.htm"),
        ("", f"{TREE}2005/c7.htm"),
        ("Africa again", f"{TREE}2005/c1.htm?print=1"),
        ("Nowhere", "http://[2005/c8.htm"),
    )
    assert [region.code for region in index.regions] == ["af", "eap", "eur", "nea", "sca", "wha", ""]
    assert [region.tail for region in index.regions] == [f"2005/c{n}.htm" for n in range(1, 8)]
    assert (index.regions[0].name, index.regions[6].name) == ("Africa", "2005/c7.htm")
    assert (index.reports, index.unread, bool(index)) == ((), (), True)


@pytest.mark.parametrize("ending", ["", "/", "/index.htm", "/index.html"])
def test_a_region_with_a_folder_is_known_by_it(ending: str) -> None:
    (region,) = read(2013, ("Naher Osten", f"{TREE}2013/nea{ending}")).regions
    assert (region.code, region.tail) == ("nea", f"2013/nea{ending}")


def test_a_list_names_the_place_of_each_report() -> None:
    index = read(
        2005,
        ("Home", "//2009-2017.state.gov/index.htm"),
        ("Togo", f"{TREE}2005/1.htm"),
        ("Cote d'Ivoire", "http://www.state.gov/g/drl/rls/hrrpt/2005/2.htm"),
        ("Chad", "3.htm"),
        ("Benin", f"{TREE}2005/af/4pf.htm?x=1"),
        ("Togo", f"{TREE}2005/5.htm"),
        ("Mali", f"{TREE}2004/6.htm"),
    )
    assert places(index) == {
        "togo": "2005/1.htm",
        "cote-divoire": "2005/2.htm",
        "chad": "2005/3.htm",
        "benin": "2005/af/4.htm",
    }
    assert (index.tail_of("chad"), index.tail_of("mali")) == ("2005/3.htm", "")


def test_what_may_be_a_report_and_is_not_understood_is_not_absorbed() -> None:
    index = read(
        2005,
        ("Arcadia", f"{TREE}2005/1.htm"),
        ("Introduction", f"{TREE}2005/2.htm"),
        ("Appendix C: Treaties", f"{TREE}2005/appendices/3.htm"),
        ("Overview", f"{TREE}2005/frontmatter/4.htm"),
        ("", f"{TREE}2005/5.htm"),
        ("Arcadia", f"{TREE}2005/6.htm"),
    )
    assert index.unread == ("Arcadia", "2005/5.htm")
    assert not index


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("humanrightsreport/index.htm?year=2013&dlid=220251", "2013/eur/220251.htm"),
        ("2013humanrightsreport/index.htm?dlid=220251#wrapper", "2013/eur/220251.htm"),
        ("humanrightsreport/index.htm?dlid=220251", "2013/eur/220251.htm"),
        ("humanrightsreport/index.htm?year=2014&dlid=220251", ""),
        ("2014humanrightsreport/index.htm?dlid=220251", ""),
        ("2013humanrightsreport/index.htm", ""),
        ("humanrightsreport/index.htm?year=2013&dlid=x", ""),
    ],
)
def test_a_viewer_is_resolved_to_the_page_that_it_shows(address: str, place: str) -> None:
    index = read(2013, ("Armenia", TREE + address))
    assert index.tail_of("armenia") == place


def test_a_viewer_of_something_that_is_no_country_is_nothing() -> None:
    assert read(2013, ("Start here", f"{TREE}humanrightsreport/index.htm?year=2013&dlid=1")) == IndexPage()


def test_every_entry_of_a_real_viewer_is_understood(shared_site: Path) -> None:
    body = (shared_site / "2009-2017.state.gov/j/drl/rls/hrrpt/2011humanrightsreport/index.htm").read_text("utf-8")
    links = [(name, url) for url, name in re.findall(r'href="([^"]+)" title="([^"]+)"', body)]
    index = read(2011, *links)
    assert (len(index.reports), index.regions, index.unread) == (195, (), ())
    for slug, place in {
        "kazakhstan": "2011/sca/186466.htm",
        "china": "2011/eap/186268.htm",
        "israel-west-bank-and-gaza": "2011/nea/186429.htm",
        "western-sahara": "2011/nea/186441.htm",
    }.items():
        assert index.tail_of(slug) == place
