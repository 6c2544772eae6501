"""The way to a report in each era, and what is concluded where it leads to none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import httpx
import pytest

from hrreport.errors import FetchError, NotFoundError, OfflineError, RefusedError
from hrreport.fetching.fetcher import Fetcher
from hrreport.locating.edition_lists import EditionLists
from hrreport.locating.strategies import countries_listed, fetch_report
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from pathlib import Path

    from tests.locating.conftest import OldWeb

    from hrreport.model.retrieval import Provenance, Snapshot

CDX = "https://web.archive.org/cdx/search/cdx?url="
LIBRARY = "http://dosfan.lib.uic.edu/ERC/democracy/"
NAMED = "https://1997-2001.state.gov/global/human_rights/"
COMPUTED = "https://www.state.gov/reports/{}-country-reports-on-human-rights-practices/"


def is_report(page: Snapshot) -> bool:
    return b"A report about" in page.body


def fetch(lists: EditionLists, country: str, year: int, stored: Provenance | None = None) -> Snapshot | None:
    return fetch_report(ReportId(country, year), lists, is_report, stored=stored)


def origin(lists: EditionLists, country: str, year: int) -> tuple[str, str]:
    found = fetch(lists, country, year)
    assert found is not None
    return found.provenance.origin, found.provenance.url


def archive(web: OldWeb, page: str, body: str, when: str = "20170101000000") -> str:
    """Let the Internet Archive have one capture of a page; return the capture's address."""
    capture = f"https://web.archive.org/web/{when}id_/{page}"
    web.pages[CDX + page] = json.dumps([["timestamp", "original"], [when, page]])
    web.pages[capture] = body
    return capture


# -- numbered pages ---------------------------------------------------------------------------


def test_a_numbered_page_is_fetched_from_the_site(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, c1={"Togo": 1})
    web.pages[web.SITE + "2005/1.htm"] = web.report("Togo")
    assert origin(lists, "togo", 2005) == ("state.gov", web.SITE + "2005/1.htm")
    assert web.lists_asked == ["2005/index.htm", "2005/c1.htm", "2005/1.htm"]


def test_a_numbered_page_is_fetched_from_another_site_or_an_archive(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, c1={"Togo": 1, "Chad": 2, "Mali": 3})
    web.pages[web.OTHER + "2005/1.htm"] = web.report("Togo")
    capture = archive(web, "http://www.state.gov/g/drl/rls/hrrpt/2005/2.htm", web.report("Chad"))
    unt = "https://webarchive.library.unt.edu/eot2008/20081104000000id_/http://www.state.gov/g/drl/rls/hrrpt/2005/3.htm"
    web.pages[unt] = web.report("Mali")
    assert origin(lists, "togo", 2005) == ("state.gov", web.OTHER + "2005/1.htm")
    assert origin(lists, "chad", 2005) == ("internet-archive", capture)
    assert origin(lists, "mali", 2005) == ("web-archive", unt)


def test_a_page_without_a_report_is_passed_over(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, c1={"Togo": 1})
    web.pages[web.SITE + "2005/1.htm"] = web.page(words="Loading the interactive view")
    web.pages[web.OTHER + "2005/1.htm"] = web.report("Togo")
    assert origin(lists, "togo", 2005)[1] == web.OTHER + "2005/1.htm"


def test_a_report_that_is_listed_and_gone_is_not_said_never_to_have_been(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, c1={"Togo": 1})
    with pytest.raises(FetchError, match="could not fetch togo 2005: its edition lists it") as caught:
        fetch(lists, "togo", 2005)
    assert str(caught.value.hint).endswith("hrreport add FILE --country togo --year 2005")


def test_a_country_on_no_list_of_the_edition_has_no_report(lists: EditionLists, web: OldWeb) -> None:
    web.pages[web.SITE + "2000/index.htm"] = web.page(("Togo", web.SITE + "2000/af/1.htm"))
    with pytest.raises(NotFoundError):
        fetch(lists, "serbia", 2000)


def test_a_stored_page_that_has_not_changed_is_confirmed(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, c1={"Togo": 1})
    web.pages[web.SITE + "2005/1.htm"] = web.report("Togo")
    first = fetch(lists, "togo", 2005)
    assert first is not None
    assert fetch(lists, "togo", 2005, stored=first.provenance) is None


def test_a_viewer_on_the_list_is_resolved_to_the_static_page(lists: EditionLists, web: OldWeb) -> None:
    web.pages[web.SITE + "2013/index.htm"] = web.page(
        ("Armenia", "https://2009-2017.state.gov/j/drl/rls/hrrpt/humanrightsreport/index.htm?year=2013&dlid=7")
    )
    web.pages[web.SITE + "2013/eur/7.htm"] = web.report("Armenia")
    assert origin(lists, "armenia", 2013)[1] == web.SITE + "2013/eur/7.htm"


# -- named pages ------------------------------------------------------------------------------


def test_a_named_page_is_fetched_from_the_library_that_keeps_it(lists: EditionLists, web: OldWeb) -> None:
    page = LIBRARY + "1995_hrp_report/95hrp_report_eur/Kazakstan.html"
    web.pages[page] = web.report("Kazakstan")
    assert origin(lists, "kazakhstan", 1995) == ("web-archive", page)


def test_a_named_page_is_fetched_from_the_archived_site(lists: EditionLists, web: OldWeb) -> None:
    web.pages[NAMED + "1998_hrp_report/turkey.html"] = web.report("Turkey")
    assert origin(lists, "turkey", 1998) == ("state.gov", NAMED + "1998_hrp_report/turkey.html")


@pytest.mark.parametrize("year", [1994, 1997])
def test_a_page_that_is_not_under_a_likely_name_may_exist(lists: EditionLists, year: int) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(lists, "turkey", year)
    assert caught.value.message.startswith(f"could not fetch turkey {year}")


def test_the_edition_of_1999_has_named_pages_too(lists: EditionLists, web: OldWeb) -> None:
    web.pages[NAMED + "1999_hrp_report/turkey.html"] = web.report("Turkey")
    assert origin(lists, "turkey", 1999) == ("state.gov", NAMED + "1999_hrp_report/turkey.html")
    web.put_edition(1999, c3={"Turkey": 1})
    web.pages[web.SITE + "1999/1.htm"] = web.report("Turkey")
    assert origin(lists, "turkey", 1999) == ("state.gov", web.SITE + "1999/1.htm")


def test_the_edition_of_1999_has_no_report_where_its_lists_have_none(lists: EditionLists, web: OldWeb) -> None:
    web.pages[web.SITE + "1999/index.htm"] = web.page(("Togo", web.SITE + "1999/1.htm"))
    with pytest.raises(NotFoundError):
        fetch(lists, "turkey", 1999)


# -- computed addresses -----------------------------------------------------------------------


def test_a_computed_address_is_asked_before_any_list(lists: EditionLists, web: OldWeb) -> None:
    web.pages[COMPUTED.format(2017) + "togo/"] = web.report("Togo")
    assert origin(lists, "togo", 2017) == ("state.gov", COMPUTED.format(2017) + "togo/")
    assert len(web.asked) == 1


@pytest.mark.parametrize("refusal", [403, 404])
def test_an_edition_that_was_in_the_old_tree_is_found_in_its_captures(
    lists: EditionLists, web: OldWeb, refusal: int
) -> None:
    old = "http://www.state.gov/j/drl/rls/hrrpt/2017/"
    web.pages[COMPUTED.format(2017)] = refusal
    web.pages[COMPUTED.format(2017) + "togo/"] = refusal
    archive(web, old + "index.htm", web.page(("Africa", "/j/drl/rls/hrrpt/2017/af/index.htm")))
    archive(web, old + "af/index.htm", web.page(("Togo", "277291.htm")))
    capture = archive(web, old + "af/277291.htm", web.report("Togo"))
    assert origin(lists, "togo", 2017) == ("internet-archive", capture)


def test_the_index_of_an_edition_since_2016_says_for_sure_that_there_is_no_report(
    lists: EditionLists, web: OldWeb
) -> None:
    web.pages[COMPUTED.format(2017)] = web.page(("Togo", COMPUTED.format(2017) + "togo/"))
    with pytest.raises(NotFoundError):
        fetch(lists, "niue", 2017)


def test_without_an_index_or_a_list_it_is_open_whether_there_is_a_report(lists: EditionLists) -> None:
    with pytest.raises(FetchError, match="could not fetch niue 2017: its page was not found at any") as caught:
        fetch(lists, "niue", 2017)
    assert "nor was the list of its edition" in str(caught.value)
    asked = [attempt.url for attempt in caught.value.attempts]
    assert (asked[0], COMPUTED.format(2017) in asked) == (COMPUTED.format(2017) + "niue/", True)
    assert any("hrrpt%2F2017%2Findex.htm" in url for url in asked)


@pytest.mark.parametrize("year", [2017, 2023])
def test_a_report_that_the_index_lists_and_nobody_has_may_exist(lists: EditionLists, web: OldWeb, year: int) -> None:
    web.pages[COMPUTED.format(year)] = web.page(("Togo", COMPUTED.format(year) + "togo/"))
    archive(web, f"http://www.state.gov/j/drl/rls/hrrpt/{year}/index.htm", web.page(("Chad", f"/{year}/af/1.htm")))
    with pytest.raises(FetchError, match=f"could not fetch togo {year}: its edition lists it, but its page was not"):
        fetch(lists, "togo", year)
    assert web.asked.count(COMPUTED.format(year)) == 1


def test_a_report_that_the_old_lists_name_and_nobody_has_may_exist(lists: EditionLists, web: OldWeb) -> None:
    old = "http://www.state.gov/j/drl/rls/hrrpt/2017/"
    archive(web, old + "index.htm", web.page(("Togo", "/j/drl/rls/hrrpt/2017/af/1.htm")))
    with pytest.raises(FetchError, match="could not fetch togo 2017: its edition lists it, but no source") as caught:
        fetch(lists, "togo", 2017)
    assert caught.value.attempts[0].url == COMPUTED.format(2017) + "togo/"
    web.pages[COMPUTED.format(2017) + "togo/"] = 403
    with pytest.raises(RefusedError, match="403, access refused"):
        fetch(lists, "togo", 2017)


@pytest.mark.parametrize(("year", "page"), [(1998, NAMED + "1998_hrp_report/togo.html"), (2005, "2005/1.htm")])
def test_a_page_of_an_old_edition_that_is_refused_is_said_to_be(
    lists: EditionLists, web: OldWeb, year: int, page: str
) -> None:
    web.put_edition(2005, c1={"Togo": 1})
    web.pages[page if year < 1999 else web.SITE + page] = 403
    with pytest.raises(RefusedError, match="403, access refused"):
        fetch(lists, "togo", year)


def test_both_ways_to_a_report_of_1999_are_told(lists: EditionLists, web: OldWeb) -> None:
    with pytest.raises(FetchError, match="could not fetch the list of the reports of 1999") as caught:
        fetch(lists, "togo", 1999)
    asked = [attempt.url for attempt in caught.value.attempts]
    assert asked[0] == web.SITE + "1999/index.htm"
    assert NAMED + "1999_hrp_report/togo.html" in asked


def test_what_a_mirror_of_old_editions_does_not_hold_is_said_to_be_missing_there(web: OldWeb, tmp_path: Path) -> None:
    index = tmp_path / web.SITE.removeprefix("https://") / "2005" / "index.htm"
    index.parent.mkdir(parents=True)
    index.write_text(web.page(("Togo", web.SITE + "2005/1.htm")), encoding="utf-8")
    with Fetcher(mirror=str(tmp_path)) as mirror:
        lists = EditionLists(lambda: mirror)
        with pytest.raises(FetchError, match="could not fetch togo 2005: its edition lists it, but its page is not in"):
            fetch(lists, "togo", 2005)
        with pytest.raises(FetchError, match="no page under the names that it is likely to have is in the mirror"):
            fetch(lists, "togo", 1997)
        with pytest.raises(FetchError, match="the list of the reports of 2010: no such page in the mirror") as caught:
            fetch(lists, "togo", 2010)
        assert {attempt.outcome for attempt in caught.value.attempts} == {"missing"}


def test_the_old_lists_say_that_there_is_no_report_where_no_index_is_left(lists: EditionLists, web: OldWeb) -> None:
    old = "http://www.state.gov/j/drl/rls/hrrpt/2017/"
    archive(web, old + "index.htm", web.page(("Togo", "/j/drl/rls/hrrpt/2017/af/1.htm")))
    with pytest.raises(NotFoundError):
        fetch(lists, "niue", 2017)
    web.pages[COMPUTED.format(2017) + "niue/"] = 403
    with pytest.raises(RefusedError):
        fetch(lists, "niue", 2017)


def test_an_error_of_two_ways_tells_of_both(lists: EditionLists, web: OldWeb) -> None:
    web.pages[COMPUTED.format(2017) + "togo/"] = 403
    archive(web, "http://www.state.gov/j/drl/rls/hrrpt/2017/index.htm", web.page(words="Technical Difficulties"))
    with pytest.raises(RefusedError) as caught:
        fetch(lists, "togo", 2017)
    assert caught.value.message.startswith("could not fetch togo 2017: www.state.gov: 403")
    said = [attempt.detail for attempt in caught.value.attempts]
    assert (said[0], 'a "Technical Difficulties" page instead of the report' in said) == ("access refused", True)


@pytest.mark.parametrize("year", [1999, 2005, 2017, 2023])
def test_where_nobody_answers_other_ways_are_not_gone(year: int) -> None:
    asked: list[str] = []

    def dead(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        raise httpx.ConnectError("no route to host") from OSError(101, "Network is unreachable")

    with Fetcher(transport=httpx.MockTransport(dead)) as fetcher, pytest.raises(FetchError) as caught:
        fetch(EditionLists(lambda: fetcher), "togo", year)
    assert {attempt.outcome for attempt in caught.value.attempts} == {"network"}
    assert "1997-2001.state.gov" not in asked


# -- the roll ---------------------------------------------------------------------------------


def test_the_roll_of_a_new_edition_is_its_index(lists: EditionLists, web: OldWeb) -> None:
    web.pages[COMPUTED.format(2023)] = web.page(("Togo", "togo/"), ("Translations", "translations/"))
    assert [country.slug for country in countries_listed(2023, lists).countries] == ["togo"]


def test_the_roll_of_an_old_edition_is_that_of_its_lists(lists: EditionLists, web: OldWeb) -> None:
    web.put_edition(2005, c1={"Togo": 1}, c2={"Tonga": 2})
    assert [country.slug for country in countries_listed(2005, lists).countries] == ["togo", "tonga"]


def test_an_edition_without_lists_has_no_roll(lists: EditionLists) -> None:
    with pytest.raises(FetchError, match="no list of the reports of 1995 is known"):
        countries_listed(1995, lists)


def test_an_edition_that_does_not_exist_has_no_roll(lists: EditionLists) -> None:
    with pytest.raises(NotFoundError):
        countries_listed(2031, lists)


def test_offline_a_new_edition_has_no_roll(fetcher: Fetcher) -> None:
    with pytest.raises(OfflineError, match="the list of the reports of 2023 is not in the library"):
        countries_listed(2023, EditionLists(lambda: fetcher, offline=True))


def test_a_mirror_without_a_list_leaves_open_which_reports_there_are(tmp_path: Path) -> None:
    with Fetcher(mirror=str(tmp_path)) as fetcher, pytest.raises(FetchError, match="the mirror has no list") as caught:
        countries_listed(2023, EditionLists(lambda: fetcher))
    assert caught.value.hint
    assert not caught.value.nobody_answered, "a download of the edition tries every country"


# -- the shared mirror ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "year", "place"),
    [("united-kingdom", 2005, "2005/61684.htm"), ("algeria", 2013, "2013/nea/220350.htm")],
)
def test_a_real_page_of_an_old_edition_is_fetched(shared_site: Path, country: str, year: int, place: str) -> None:
    with Fetcher(mirror=str(shared_site)) as mirror:
        found = fetch_report(
            ReportId(country, year), EditionLists(lambda: mirror), lambda page: b"centerblock" in page.body
        )
    assert found is not None
    assert found.provenance.requested_url.endswith(place)
