"""Fetching: which address gives the page, and what is kept of where it came from."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import FetchError, NotFoundError, ParseError
from hrreport.fetching.fetcher import Fetcher, default_user_agent
from hrreport.fetching.sources import Limits
from hrreport.model.retrieval import Candidate, Provenance

if TYPE_CHECKING:
    from pathlib import Path

    import httpx
    from tests.fetching.conftest import FaultyHandler, FaultyServer, World

CDX = "https://web.archive.org/cdx/search/cdx?url=togo"


def capture(world: World, day: int) -> Candidate:
    return Candidate(
        f"https://web.archive.org/web/202405{day:02}120000id_/{world.PAGE}",
        "internet-archive",
        world.PAGE,
        f"2024-05-{day:02}T12:00:00Z",
    )


def listing(world: World, *days: int) -> Candidate:
    captures = tuple(capture(world, day) for day in days)
    return Candidate(CDX, "internet-archive", world.PAGE, leads=lambda _body, _encoding: captures)


def test_a_page_is_kept_with_its_whole_provenance(world: World) -> None:
    world.put(world.PAGE, world.page(headers={"etag": '"5"', "last-modified": "Mon, 22 Apr 2024 10:00:00 GMT"}))
    snapshot = world.fetch()
    assert snapshot.body == world.REPORT
    assert snapshot.provenance == Provenance(
        requested_url=world.PAGE,
        url=world.PAGE,
        retrieved_at=world.START,
        origin="state.gov",
        sha256=hashlib.sha256(world.REPORT).hexdigest(),
        status=200,
        media_type="text/html",
        encoding="utf-8",
        etag='"5"',
        last_modified="Mon, 22 Apr 2024 10:00:00 GMT",
    )
    assert [str(attempt) for attempt in world.attempts] == [f"{world.PAGE}: 200, ok"]


def test_a_page_without_a_declared_charset_has_none(world: World) -> None:
    world.put(world.PAGE, world.page(headers={"content-type": "text/html"}))
    assert world.fetch().provenance.encoding == ""


def test_an_answer_that_declares_nothing_is_taken_as_a_page(world: World) -> None:
    world.put(world.PAGE, world.page(headers={"content-type": ""}))
    assert world.fetch().provenance.media_type == ""


def test_the_next_address_is_asked_where_one_gives_no_page(world: World) -> None:
    world.put(world.COPY, world.page())
    snapshot = world.fetch(world.PAGE, world.COPY)
    assert snapshot.provenance.url == world.COPY
    assert world.asked == [world.PAGE, world.COPY]
    assert [attempt.outcome for attempt in world.attempts] == ["missing", "ok"]


def test_an_address_is_asked_once_however_often_it_is_named(world: World) -> None:
    with pytest.raises(FetchError):
        world.fetch(world.PAGE, world.PAGE)
    assert world.asked == [world.PAGE]


def test_hosts_are_asked_under_an_honest_name(world: World) -> None:
    world.put(world.PAGE, world.page())
    world.fetch()
    assert world.requests[0].headers["user-agent"] == default_user_agent()
    assert default_user_agent().startswith("hrreport/")


def test_the_name_can_be_changed(world: World) -> None:
    world.put(world.PAGE, world.page())
    world.fetch(user_agent="library of an invented law school")
    assert world.requests[0].headers["user-agent"] == "library of an invented law school"


# -- the archive ------------------------------------------------------------------------------


def test_a_capture_keeps_the_page_it_is_of_and_when_it_was_made(world: World) -> None:
    world.put(CDX, world.page(b"[]"))
    world.put(capture(world, 9).url, world.page())
    with world.fetcher() as fetcher:
        found = fetcher.fetch([Candidate(world.PAGE), listing(world, 9)], world.accept).provenance
    assert (found.origin, found.requested_url) == ("internet-archive", world.PAGE)
    assert (found.url, found.captured_at) == (capture(world, 9).url, "2024-05-09T12:00:00Z")
    assert [attempt.outcome for attempt in world.attempts] == ["missing", "ok", "ok"]


def test_a_capture_of_a_refusal_is_passed_over(world: World) -> None:
    world.put(CDX, world.page(b"[]"))
    world.put(capture(world, 9).url, world.page(b"<title>Access Denied</title>"))
    world.put(capture(world, 8).url, world.page())
    with world.fetcher() as fetcher:
        found = fetcher.fetch([listing(world, 9, 8)], world.accept).provenance
    assert found.captured_at == "2024-05-08T12:00:00Z"
    assert [attempt.outcome for attempt in world.attempts] == ["ok", "blocked", "ok"]


def test_a_capture_that_the_archive_swaps_for_another_keeps_the_true_time(world: World) -> None:
    moved = capture(world, 7).url
    world.put(CDX, world.page(b"[]"))
    world.put(capture(world, 9).url, world.page(b"", 302, {"location": moved}))
    world.put(moved, world.page())
    with world.fetcher() as fetcher:
        found = fetcher.fetch([listing(world, 9)], world.accept).provenance
    assert (found.url, found.captured_at) == (moved, "2024-05-07T12:00:00Z")


def test_a_capture_asked_for_by_a_likely_time_has_the_time_that_the_archive_tells(world: World) -> None:
    near = "https://webarchive.library.unt.edu/eot2008/20081104000000id_/http://www.state.gov/x.htm"
    true = near.replace("20081104000000", "20081105023300")
    way = Candidate(near, "web-archive", "http://www.state.gov/x.htm")
    world.put(near, world.page(b"", 302, {"location": true}))
    world.put(true, world.page())
    with world.fetcher() as fetcher:
        found = fetcher.fetch([way], world.accept).provenance
    assert (found.url, found.captured_at) == (true, "2008-11-05T02:33:00Z")
    world.put(near, world.page())
    with world.fetcher() as fetcher:
        assert fetcher.fetch([way], world.accept).provenance.captured_at == ""


# -- pages that lead to the page --------------------------------------------------------------


def test_an_index_leads_to_a_page_named_otherwise(world: World) -> None:
    index, other = "https://www.state.gov/index/", "https://www.state.gov/other/"
    world.put(index, world.page(b"an index"))
    world.put(other, world.page())
    ways = [Candidate(world.PAGE), Candidate(index, leads=lambda _b, _e: (Candidate(world.PAGE), Candidate(other)))]
    with world.fetcher() as fetcher:
        assert fetcher.fetch(ways, world.accept).provenance.requested_url == other
    assert world.asked == [world.PAGE, index, other]


def test_leads_that_never_end_are_given_up(world: World) -> None:
    def leads(number: int) -> Candidate:
        url = f"https://www.state.gov/{number}/"
        world.put(url, world.page(b"an index"))
        return Candidate(url, leads=lambda _b, _e: (leads(number + 1),))

    with world.fetcher() as fetcher, pytest.raises(FetchError, match="leads on and on"):
        fetcher.fetch([leads(1)], world.accept)
    assert len(world.asked) == 4


def test_ways_that_lead_nowhere_are_no_such_page(world: World) -> None:
    index = Candidate("https://www.state.gov/index/", leads=lambda _b, _e: ())
    for way in (index, listing(world)):
        world.put(way.url, world.page(b"a list"))
    with world.fetcher() as fetcher, pytest.raises(NotFoundError):
        fetcher.fetch([Candidate(world.PAGE), index, listing(world)], world.accept)
    assert [attempt.detail for attempt in world.attempts] == [
        "no such page",
        "does not list it",
        "no capture of the page",
    ]


def test_an_index_that_is_none_is_no_evidence(world: World) -> None:
    def parse_and_analyze(_body: bytes, _encoding: str) -> tuple[Candidate, ...]:
        raise ParseError("the index lists no country")

    world.put("https://www.state.gov/index/", world.page(b"<p>Welcome.</p>"))
    ways = [Candidate(world.PAGE), Candidate("https://www.state.gov/index/", leads=parse_and_analyze)]
    with world.fetcher() as fetcher, pytest.raises(FetchError, match="the index lists no country"):
        fetcher.fetch(ways, world.accept)


# -- whether a page has changed ---------------------------------------------------------------


def conditional(world: World, *, etag: str = '"5"') -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        same = request.headers.get("if-none-match") == etag
        return world.page(b"", 304)(request) if same else world.page(headers={"etag": etag})(request)

    world.put(world.PAGE, answer)


def test_a_page_that_has_not_changed_is_not_sent_again(world: World) -> None:
    conditional(world)
    stored = world.fetch().provenance
    with world.fetcher() as fetcher:
        assert fetcher.refresh(stored, [Candidate(world.PAGE)], world.accept) is None


def test_a_page_that_has_changed_is_sent_again(world: World) -> None:
    conditional(world)
    stored = replace(world.fetch().provenance, etag='"4"')
    with world.fetcher() as fetcher:
        snapshot = fetcher.refresh(stored, [Candidate(world.PAGE)], world.accept)
    assert snapshot is not None
    assert snapshot.body == world.REPORT
    assert "if-modified-since" not in world.requests[-1].headers


def test_another_address_than_the_stored_one_is_asked_without_conditions(world: World) -> None:
    conditional(world)
    stored = replace(world.fetch().provenance, requested_url=world.COPY, url=world.COPY)
    with world.fetcher() as fetcher:
        assert fetcher.refresh(stored, [Candidate(world.PAGE)], world.accept) is not None


def test_a_copy_from_elsewhere_sets_no_conditions_for_a_mirror(world: World, tmp_path: Path) -> None:
    stored = Provenance(world.PAGE, world.PAGE, world.START, "state.gov", "", etag='"5"')
    file = tmp_path / world.PAGE.removeprefix("https://") / "index.html"
    file.parent.mkdir(parents=True)
    file.write_bytes(world.REPORT)
    with world.fetcher(mirror=str(tmp_path)) as fetcher:
        assert fetcher.refresh(stored, [Candidate(world.PAGE)], world.accept) is not None


def test_not_modified_without_having_asked_is_no_page(world: World) -> None:
    world.put(world.PAGE, world.page(b"", 304))
    with pytest.raises(FetchError, match="304, not modified"):
        world.fetch()


# -- stopping ---------------------------------------------------------------------------------


def test_stopping_ends_a_wait_in_another_thread(world: World) -> None:
    waiting = threading.Event()
    failed: list[FetchError] = []
    world.put(world.PAGE, world.page(b"later", 429, {"retry-after": "60"}))
    fetcher = world.fetcher(sleep=None, notify=lambda _note: waiting.set())

    def fetch() -> None:
        try:
            fetcher.fetch([Candidate(world.PAGE), Candidate(world.COPY)], world.accept)
        except FetchError as error:
            failed.append(error)

    thread = threading.Thread(target=fetch)
    thread.start()
    assert waiting.wait(5)
    fetcher.stop()
    thread.join(5)
    fetcher.close()
    assert not thread.is_alive()
    assert "stopped" in str(failed[0])
    assert len(world.requests) == 1


def test_stopping_cuts_a_request_in_another_thread(world: World, server: FaultyServer) -> None:
    asked = threading.Event()

    def be_silent(handler: FaultyHandler) -> None:
        asked.set()
        handler.say(every=0.01, for_ever=True)

    server.pages["/www.state.gov/togo"] = be_silent
    failed: list[FetchError] = []
    fetcher = Fetcher(mirror=server.address, limits=Limits(silence=20))

    def fetch() -> None:
        try:
            fetcher.fetch([Candidate("https://www.state.gov/togo")], world.accept)
        except FetchError as error:
            failed.append(error)

    thread = threading.Thread(target=fetch)
    thread.start()
    assert asked.wait(5)
    fetcher.stop()
    thread.join(5)
    fetcher.close()
    assert not thread.is_alive()
    assert "stopped" in str(failed[0])


def test_a_fetcher_that_was_left_asks_nothing_more(world: World) -> None:
    world.put(world.PAGE, world.page())
    with world.fetcher() as fetcher:
        fetcher.fetch([Candidate(world.PAGE)], world.accept)
    with pytest.raises(FetchError, match="stopped"):
        fetcher.fetch([Candidate(world.PAGE)], world.accept)
    assert len(world.requests) == 1


def test_a_fetcher_that_never_fetched_is_left_quietly(world: World) -> None:
    with world.fetcher():
        pass
    assert world.requests == []


def test_a_wait_of_its_own_is_a_real_one(world: World) -> None:
    world.put("http://127.0.0.1/", world.page(b"later", 429, {"retry-after": "0"}), world.page())
    assert world.fetch("http://127.0.0.1/", sleep=None, timer=time.monotonic).body == world.REPORT


def test_an_interruption_passes_through(world: World) -> None:
    def interrupt(_request: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    world.put(world.PAGE, interrupt)
    with pytest.raises(KeyboardInterrupt):
        world.fetch()


def test_three_threads_ask_one_host_one_after_the_other(world: World) -> None:
    under_way, most, guard = 0, 0, threading.Lock()

    def count(request: httpx.Request) -> httpx.Response:
        nonlocal under_way, most
        with guard:
            under_way += 1
            most = max(most, under_way)
        threading.Event().wait(0.02)
        with guard:
            under_way -= 1
        return world.page()(request)

    pages = [f"https://www.state.gov/{number}/" for number in range(3)]
    for url in pages:
        world.put(url, count)
    with world.fetcher() as fetcher:
        threads = [threading.Thread(target=fetcher.fetch, args=([Candidate(url)], world.accept)) for url in pages]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(world.asked) == pages
    assert most == 1
    assert world.time.passed == 10.0


# -- weight -----------------------------------------------------------------------------------


def test_a_mirror_in_a_folder_needs_no_http_library(tmp_path: Path) -> None:
    code = (
        "import sys; from hrreport.fetching.fetcher import Fetcher; from hrreport.model.retrieval import Candidate\n"
        "with Fetcher(mirror=sys.argv[1]) as fetcher:\n"
        "    try: fetcher.fetch([Candidate('https://www.state.gov/')], lambda body, encoding: True)\n"
        "    except LookupError: print(sorted({'httpx', 'stamina'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_what_is_asked_has_a_name(world: World, tmp_path: Path) -> None:
    with world.fetcher() as web, Fetcher(mirror=str(tmp_path)) as mirror:
        assert (web.mirror_name, mirror.mirror_name) == ("", str(tmp_path))


def test_another_page_is_named_in_errors_as_it_is_called(world: World) -> None:
    world.put(world.PAGE, world.page(b"<p>Nothing.</p>"))
    with world.fetcher() as fetcher, pytest.raises(FetchError, match="could not fetch the list of 2005: "):
        fetcher.fetch([Candidate(world.PAGE)], world.accept, what="the list of 2005")
