"""The walk through an edition's lists: where a report is, and whether there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import FetchError, NotFoundError, OfflineError, RefusedError
from hrreport.fetching.fetcher import Fetcher
from hrreport.locating.edition_lists import EditionLists, edition_contents, find_tail
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from pathlib import Path

    from tests.locating.conftest import OldWeb

    from hrreport.library.library import Library

Run = Callable[[], EditionLists]
WHOLE = {
    "c1": {"Togo": 1, "Congo, Republic of": 2},
    "c2": {"Tonga": 3, "China (includes Hong Kong and Macau)": 4},
    "c3": {"Serbia and Montenegro": 5, "Georgia": 6},
    "c4": {"Oman": 7},
    "c5": {"Nepal": 8},
    "c6": {"Peru": 9},
}


def tail(lists: EditionLists, country: str, year: int = 2005, *, recall: bool = True) -> str:
    return find_tail(ReportId(country, year), lists, recall=recall)


def test_the_list_of_the_countrys_own_region_is_read_first(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, **WHOLE)
    assert tail(lists, "nepal") == "2005/8.htm"
    assert web.lists_asked == ["2005/index.htm", "2005/c5.htm"]


def test_a_second_country_of_the_edition_does_not_walk_again(run: Run, web: OldWeb) -> None:
    web.put_edition(2005, **WHOLE)
    assert tail(run(), "togo") == "2005/1.htm"
    assert tail(run(), "republic-of-the-congo") == "2005/2.htm"
    assert tail(run(), "tonga") == "2005/3.htm"
    assert web.lists_asked == ["2005/index.htm", "2005/c1.htm", "2005/c2.htm"]


def test_a_country_of_another_region_than_today_is_found_there(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(1999, **{**WHOLE, "c3": {"Kazakstan": 10}})
    assert tail(lists, "kazakhstan", 1999) == "1999/10.htm"
    assert web.lists_asked[:2] == ["1999/index.htm", "1999/c5.htm"]


def test_a_country_on_no_list_has_no_report(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, **WHOLE)
    with pytest.raises(NotFoundError, match="no report for serbia in 2005"):
        tail(lists, "serbia")
    assert len(web.lists_asked) == 7


def test_that_there_is_no_report_is_not_concluded_from_memory(run: Run, web: OldWeb) -> None:
    web.put_edition(2005, **WHOLE)
    tail(run(), "oman")
    web.asked.clear()
    web.put_edition(2005, **{**WHOLE, "c4": {"Oman": 7, "Yemen": 11}})
    assert tail(run(), "yemen") == "2005/11.htm"
    assert len(set(web.lists_asked)) == len(web.lists_asked) == 7


def test_lists_are_read_anew_on_demand(run: Run, web: OldWeb) -> None:
    web.put_edition(2005, **WHOLE)
    tail(run(), "oman")
    web.put_edition(2005, **{**WHOLE, "c4": {"Oman": 12}})
    assert (tail(run(), "oman"), tail(run(), "oman", recall=False)) == ("2005/7.htm", "2005/12.htm")


def test_a_list_that_cannot_be_read_leaves_it_open_whether_there_is_a_report(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, **{**WHOLE, "c4": {}})
    del web.pages[web.SITE + "2005/c1.htm"]
    with pytest.raises(FetchError) as caught:
        tail(lists, "serbia")
    assert type(caught.value) is FetchError
    assert str(caught.value) == (
        "could not find out whether there is a report on serbia 2005: these lists could not be read: "
        "Africa; Near East and North Africa"
    )
    assert str(caught.value.hint).endswith("hrreport add FILE --country serbia --year 2005")
    assert len(web.lists_asked) == 7


def test_a_country_is_found_though_other_lists_cannot_be_read(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, c3=WHOLE["c3"])
    assert tail(lists, "georgia") == "2005/6.htm"


def test_a_host_that_turns_us_away_is_not_asked_for_the_other_lists(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, **WHOLE)
    web.pages[web.SITE + "2005/c3.htm"] = 403
    with pytest.raises(RefusedError) as caught:
        tail(lists, "serbia")
    assert web.lists_asked == ["2005/index.htm", "2005/c3.htm"]
    assert "read: Europe and Eurasia; Africa; East Asia and the Pacific; Near East" in caught.value.message
    assert caught.value.attempts[0].status == 403
    assert len(set(caught.value.attempts)) == len(caught.value.attempts)


def test_an_index_that_cannot_be_read_leaves_everything_open(lists: EditionLists, web: OldWeb) -> None:
    web.pages[web.SITE + "2005/index.htm"] = 403
    with pytest.raises(RefusedError, match=r"the list of the reports of 2005: 2009-2017\.state\.gov: 403"):
        tail(lists, "togo")


def test_an_entry_that_is_not_understood_may_be_the_country(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, **{**WHOLE, "c1": {"Togo": 1, "Arcadia": 13}})
    assert tail(lists, "togo") == "2005/1.htm"
    with pytest.raises(FetchError, match="its edition lists names that are not understood: Arcadia"):
        tail(lists, "benin")


def test_other_matter_beside_the_choice_of_regions_is_no_country(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, **WHOLE)
    index = str(web.pages[web.SITE + "2005/index.htm"])
    web.pages[web.SITE + "2005/index.htm"] = index.replace("Preface", "A word on method")
    with pytest.raises(NotFoundError):
        tail(lists, "benin")


def test_an_index_that_names_all_countries_itself_is_enough(lists: EditionLists, web: OldWeb) -> None:
    web.pages[web.SITE + "2013humanrightsreport/index.htm"] = web.page(
        ("Preface", "//2009-2017.state.gov/j/drl/rls/hrrpt/2013/frontmatter/1.htm"),
        ("Togo", "//2009-2017.state.gov/j/drl/rls/hrrpt/2013/af/2.htm"),
        words='<script>var contentJSON = [{"extension": "htm", "content_name": "Tonga", "contained_content_url": '
        '"\\/\\/2009-2017.state.gov\\/j\\/drl\\/rls\\/hrrpt\\/2013\\/eap\\/3.htm"}];</script>',
    )
    assert tail(lists, "togo", 2013) == "2013/af/2.htm"
    assert tail(lists, "tonga", 2013) == "2013/eap/3.htm"
    with pytest.raises(NotFoundError):
        tail(lists, "oman", 2013)
    assert set(web.lists_asked) == {"2013humanrightsreport/index.htm"}


def test_the_plain_index_serves_where_the_viewer_lists_nothing(lists: EditionLists, web: OldWeb) -> None:
    web.pages[web.SITE + "2013humanrightsreport/index.htm"] = web.page(words="Loading")
    web.put_edition(2013, c1={"Togo": 1})
    assert tail(lists, "togo", 2013) == "2013/1.htm"


def test_the_roll_has_the_countries_of_all_lists_in_order(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, **WHOLE)
    roll = edition_contents(2005, lists)
    assert [country.slug for country in roll.countries] == [
        "china", "georgia", "nepal", "oman", "peru", "republic-of-the-congo", "togo", "tonga", "serbia-and-montenegro",
    ]  # fmt: skip
    assert roll.missing == ()


def test_the_roll_says_which_lists_are_missing(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, c3=WHOLE["c3"])
    roll = edition_contents(2005, lists)
    assert [country.slug for country in roll.countries] == ["georgia", "serbia-and-montenegro"]
    assert roll.missing[:2] == ("Africa", "East Asia and the Pacific")
    assert len(roll.missing) == 5


def test_without_a_single_list_there_is_no_roll(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005)
    with pytest.raises(FetchError, match=r"could not fetch the list of the reports of 2005 \(Africa\)"):
        edition_contents(2005, lists)


def test_offline_the_roll_has_what_is_remembered(
    lists: EditionLists, web: OldWeb, fetcher: Fetcher, library: Library
) -> None:
    offline = EditionLists(lambda: fetcher, library.notes, offline=True)
    with pytest.raises(OfflineError):
        edition_contents(2005, offline)
    web.put_edition(2005, **WHOLE)
    tail(lists, "oman")
    roll = edition_contents(2005, offline)
    assert ([country.slug for country in roll.countries], len(roll.missing)) == (["oman"], 5)


@pytest.mark.parametrize(
    ("country", "year", "found"),
    [
        ("united-kingdom", 2005, "2005/61684.htm"),
        ("algeria", 2013, "2013/nea/220350.htm"),
        ("turkey", 2011, "2011/eur/186414.htm"),
    ],
)
def test_a_real_edition_leads_to_a_report(shared_site: Path, country: str, year: int, found: str) -> None:
    with Fetcher(mirror=str(shared_site)) as mirror:
        assert tail(EditionLists(lambda: mirror), country, year) == found


@pytest.mark.parametrize(("country", "year"), [("algeria", 2005), ("germany", 2005), ("egypt", 2013)])
def test_a_real_edition_of_which_lists_are_missing_leaves_it_open(shared_site: Path, country: str, year: int) -> None:
    with Fetcher(mirror=str(shared_site)) as mirror, pytest.raises(FetchError, match="could not find out"):
        tail(EditionLists(lambda: mirror), country, year)


def test_the_real_viewer_of_2011_is_a_whole_list(shared_site: Path) -> None:
    with Fetcher(mirror=str(shared_site)) as mirror:
        roll = edition_contents(2011, EditionLists(lambda: mirror))
        assert (len(roll.countries), roll.missing) == (195, ())
        with pytest.raises(NotFoundError):
            tail(EditionLists(lambda: mirror), "serbia-and-montenegro", 2011)
