"""Lists of reports: asked for once, remembered as printed, and asked for again when they are old."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import FetchError, LibraryError, OfflineError, RefusedError
from hrreport.fetching.fetcher import Fetcher
from hrreport.library.library import Library
from hrreport.locating.edition_lists import LASTS, EditionLists

if TYPE_CHECKING:
    from pathlib import Path

    from tests.locating.conftest import Clock, OldWeb

    from hrreport.locating.edition_lists import FetchedList

Run = Callable[[], EditionLists]
WHAT = "the list of the reports of 2005 (Africa)"


def read(lists: EditionLists, *, recall: bool = True) -> FetchedList:
    return lists.read(2005, "2005/c1.htm", what=WHAT, recall=recall)


def listed(found: FetchedList) -> dict[str, str]:
    return {country.slug: place for country, place in found.index.reports}


@pytest.fixture(autouse=True)
def edition(web: OldWeb) -> None:
    web.put_edition(2005, c1={"Togo": 1, "Chad": 2})


def test_a_list_is_read_from_the_site_and_remembered(run: Run, web: OldWeb) -> None:
    first, second = read(run()), read(run())
    assert listed(first) == listed(second) == {"togo": "2005/1.htm", "chad": "2005/2.htm"}
    assert (first.recalled, second.recalled) == (False, True)
    assert web.lists_asked == ["2005/c1.htm"]


def test_a_list_is_asked_for_again_when_it_is_old(run: Run, web: OldWeb, clock: Clock) -> None:
    read(run())
    clock.wait(LASTS.days + 1)
    assert not read(run()).recalled
    assert len(web.lists_asked) == 2


def test_a_list_is_asked_for_again_on_demand(run: Run, web: OldWeb) -> None:
    read(run())
    assert not read(run(), recall=False).recalled
    assert len(web.lists_asked) == 2


def test_a_list_is_asked_for_once_in_a_run(lists: EditionLists, web: OldWeb) -> None:
    assert not read(lists).recalled
    assert not read(lists, recall=False).recalled
    assert len(web.lists_asked) == 1


def test_a_mirror_has_a_memory_of_its_own(lists: EditionLists, web: OldWeb, library: Library, tmp_path: Path) -> None:
    read(lists)
    file = tmp_path / "2009-2017.state.gov/j/drl/rls/hrrpt/2005/c1.htm"
    file.parent.mkdir(parents=True)
    file.write_text(web.page(("Benin", "//2009-2017.state.gov/j/drl/rls/hrrpt/2005/3.htm")), encoding="utf-8")
    with Fetcher(mirror=str(tmp_path)) as mirror:
        assert listed(read(EditionLists(lambda: mirror, library.notes))) == {"benin": "2005/3.htm"}
    assert set(listed(read(lists))) == {"togo", "chad"}


@pytest.mark.parametrize(
    "note", ["{", "[]", "7", '{"version": 0, "links": []}', '{"version": 1}', '{"version": 1, "links": [["a"]]}']
)
def test_what_is_not_understood_is_not_remembered(lists: EditionLists, library: Library, note: str) -> None:
    library.notes.remember("links of the web 2005/c1.htm", note)
    assert set(listed(read(lists))) == {"togo", "chad"}


def test_without_a_library_nothing_is_remembered(fetcher: Fetcher, web: OldWeb) -> None:
    for _ in range(2):
        assert not read(EditionLists(lambda: fetcher)).recalled
    assert len(web.lists_asked) == 2


def test_a_library_that_cannot_be_written_slows_us_down_only(
    fetcher: Fetcher, library: Library, tmp_path: Path, clock: Clock
) -> None:
    library.close()
    with Library(tmp_path / "library.sqlite", clock=clock, read_only=True) as shut:
        with pytest.raises(LibraryError):
            shut.notes.remember("a", "b")
        assert set(listed(read(EditionLists(lambda: fetcher, shut.notes)))) == {"togo", "chad"}


def test_offline_only_what_is_remembered_is_read(lists: EditionLists, fetcher: Fetcher, library: Library) -> None:
    offline = EditionLists(lambda: fetcher, library.notes, offline=True)
    with pytest.raises(OfflineError, match=r"the list of the reports of 2005 \(Africa\) is not in the library"):
        read(offline)
    read(lists)
    assert read(offline).recalled


def test_who_wants_to_know_is_told_of_each_list_that_is_asked_for(fetcher: Fetcher, library: Library) -> None:
    said: list[str] = []
    lists = EditionLists(lambda: fetcher, library.notes, progress=said.append)
    read(lists)
    read(EditionLists(lambda: fetcher, library.notes, progress=said.append))
    assert said == [f"Reading {WHAT}"]


def test_another_site_has_the_list_where_the_first_has_none(lists: EditionLists, web: OldWeb) -> None:
    web.pages[web.OTHER + "2005/c1.htm"] = web.pages.pop(web.SITE + "2005/c1.htm")
    assert set(listed(read(lists))) == {"togo", "chad"}


def test_the_internet_archive_has_the_list_under_the_address_of_its_day(lists: EditionLists, web: OldWeb) -> None:
    del web.pages[web.SITE + "2005/c1.htm"]
    then = "http://www.state.gov/g/drl/rls/hrrpt/2005/c1.htm"
    web.pages[f"https://web.archive.org/cdx/search/cdx?url={then}"] = (
        f'[["timestamp", "original"], ["20070101000000", "{then}"]]'
    )
    web.pages[f"https://web.archive.org/web/20070101000000id_/{then}"] = web.page(
        ("Togo", "1.htm"), ("Chad", "/g/drl/rls/hrrpt/2005/2.htm")
    )
    assert listed(read(lists)) == {"togo": "2005/1.htm", "chad": "2005/2.htm"}


def test_a_page_that_lists_nothing_is_no_list(lists: EditionLists, web: OldWeb) -> None:
    web.pages[web.SITE + "2005/c1.htm"] = web.page(("Home", "/"), words="Technical Difficulties")
    with pytest.raises(RefusedError, match="Technical Difficulties"):
        read(lists)


def test_a_list_that_nobody_has_could_not_be_fetched(lists: EditionLists, web: OldWeb) -> None:
    web.pages.clear()
    with pytest.raises(
        FetchError, match=r"could not fetch the list of the reports of 2005 \(Africa\): no such page"
    ) as caught:
        read(lists)
    assert "hrreport add" in str(caught.value.hint)
