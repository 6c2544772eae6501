"""The web: redirects, waiting, limits, and every way in which an answer can fail."""

from __future__ import annotations

import errno
import gzip
import logging
import socket
from typing import TYPE_CHECKING

import httpx
import pytest

from hrreport.errors import FetchError, RefusedError
from hrreport.fetching.fetcher import Fetcher
from hrreport.fetching.sources import Limits
from hrreport.model.retrieval import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fetching.conftest import FaultyHandler, FaultyServer, World


def failing(error: Exception) -> Callable[[httpx.Request], httpx.Response]:
    def answer(_request: httpx.Request) -> httpx.Response:
        raise error

    return answer


# -- redirects --------------------------------------------------------------------------------


def test_redirects_are_followed_to_the_address_that_answers(world: World) -> None:
    world.put(world.PAGE, world.page(b"", 301, {"location": "/b/#top"}))
    world.put("https://www.state.gov/b/", world.page(b"", 302, {"location": world.COPY}))
    world.put(world.COPY, world.page())
    found = world.fetch().provenance
    assert (found.requested_url, found.url) == (world.PAGE, world.COPY)


def test_five_redirects_are_followed_and_no_more(world: World) -> None:
    for number in range(10):
        here = f"{world.PAGE}?{number}" if number else world.PAGE
        world.put(here, world.page(b"", 302, {"location": f"{world.PAGE}?{number + 1}"}))
    with pytest.raises(FetchError, match="more than 5 redirects"):
        world.fetch()
    assert len(world.asked) == 6


@pytest.mark.parametrize("steps", [[""], ["?a", "?b"]])
def test_redirects_in_a_circle_are_followed_once_around(world: World, steps: list[str]) -> None:
    addresses = [world.PAGE, *(world.PAGE + step for step in steps if step)]
    for here, there in zip(addresses, [*addresses[1:], addresses[0]], strict=True):
        world.put(here, world.page(b"", 302, {"location": there}))
    with pytest.raises(FetchError, match="redirects in a circle"):
        world.fetch()
    assert len(world.asked) == len(addresses) + 1, "the first may answer otherwise when it has set a cookie"


def test_a_redirect_to_itself_for_a_cookie_is_followed(world: World) -> None:
    def wants_a_cookie(request: httpx.Request) -> httpx.Response:
        headers = {"location": world.PAGE, "set-cookie": "seen=1"}
        return (world.page() if "cookie" in request.headers else world.page(b"", 302, headers))(request)

    world.put(world.PAGE, wants_a_cookie)
    assert world.fetch().body


def test_a_redirect_out_of_the_web_is_not_followed(world: World) -> None:
    world.put(world.PAGE, world.page(b"", 302, {"location": "file:///etc/passwd"}))
    with pytest.raises(FetchError, match="not a web address"):
        world.fetch()


def test_a_redirect_to_nowhere_is_a_refusal(world: World) -> None:
    world.put(world.PAGE, world.page(b"", 302))
    with pytest.raises(RefusedError, match="302, found"):
        world.fetch()


# -- statuses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "401, access refused"),
        (403, "403, access refused"),
        (451, "451, access refused"),
        (500, "500, internal server error"),
        (418, "418, i'm a teapot"),
        (799, "799, an unknown status"),
    ],
)
def test_a_refusal_is_a_refused_error_and_is_not_repeated(world: World, status: int, said: str) -> None:
    world.put(world.PAGE, world.page(b"no", status))
    with pytest.raises(RefusedError, match=said) as caught:
        world.fetch()
    assert [attempt.status for attempt in caught.value.attempts] == [status]
    assert len(world.requests) == 1


# -- waiting ----------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["7", "Thu, 01 Jan 2026 00:00:07 GMT"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_asked_again_when_it_said(world: World, status: int, value: str) -> None:
    world.put(world.PAGE, world.page(b"later", status, {"retry-after": value}), world.page())
    assert world.fetch().body == world.REPORT
    assert world.time.slept == [7.0]
    reason = {429: "too many requests", 503: "service unavailable"}[status]
    assert world.notes == [f"www.state.gov: {status}, {reason}; asking again in 7 s"]


def test_a_busy_host_that_names_no_time_is_asked_at_growing_intervals(world: World) -> None:
    world.put("http://127.0.0.1/", world.page(b"later", 503), world.page(b"later", 503), world.page())
    assert world.fetch("http://127.0.0.1/").body == world.REPORT
    assert world.time.slept == [1.0, 2.0]


def test_a_busy_host_is_given_up_after_some_attempts(world: World) -> None:
    world.put(world.PAGE, world.page(b"later", 429, {"retry-after": "1"}))
    with pytest.raises(RefusedError, match=r"www\.state\.gov: 429, too many requests") as caught:
        world.fetch()
    assert len(world.requests) == 4
    assert [attempt.outcome for attempt in caught.value.attempts] == ["busy"]


def test_a_host_that_asks_to_wait_longer_than_there_is_time_is_given_up_at_once(world: World) -> None:
    world.put(world.PAGE, world.page(b"later", 429, {"retry-after": "120"}))
    with pytest.raises(RefusedError, match="to be asked again after 120 s"):
        world.fetch()
    assert (len(world.requests), world.time.slept, world.notes) == (1, [], [])


def test_no_time_is_spent_on_waiting_that_is_not_left(world: World) -> None:
    world.put(world.PAGE, world.page(b"later", 503))
    with pytest.raises(RefusedError, match=r"503, service unavailable \(url"):
        world.fetch(limits=Limits(total=1.0))
    assert len(world.requests) == 1


def test_a_host_that_is_busy_is_not_asked_for_other_pages(world: World) -> None:
    world.put(world.PAGE, world.page(b"later", 429, {"retry-after": "120"}))
    with pytest.raises(RefusedError):
        world.fetch(world.PAGE, world.PAGE + "other/", world.COPY)
    assert world.asked == [world.PAGE, world.COPY]


def test_a_host_that_refused_a_page_is_not_asked_for_ways_to_it(world: World) -> None:
    world.put(world.PAGE, world.page(b"no", 403))
    index = Candidate("https://www.state.gov/index/", leads=lambda _b, _e: ())
    with world.fetcher() as fetcher, pytest.raises(RefusedError):
        fetcher.fetch([Candidate(world.PAGE), index, Candidate(world.PAGE + "other/")], world.accept)
    assert world.asked == [world.PAGE, world.PAGE + "other/"]


def test_a_pause_is_left_between_two_requests_to_a_host(world: World) -> None:
    world.put(world.PAGE, world.page(b"", 404))
    with pytest.raises(FetchError):
        world.fetch(world.PAGE, world.PAGE + "other/", world.COPY)
    assert world.time.slept == [5.0]


def test_no_pause_is_left_on_this_machine(world: World) -> None:
    with pytest.raises(FetchError):
        world.fetch("http://127.0.0.1:9/a", "http://127.0.0.1:9/b")
    assert world.time.slept == []


def test_a_failed_connection_is_tried_again(world: World) -> None:
    world.put(world.PAGE, failing(httpx.ConnectError("refused")), failing(httpx.ReadError("reset")), world.page())
    assert world.fetch().body == world.REPORT
    assert world.notes == [
        "www.state.gov: no connection: refused; asking again in 1 s",
        "www.state.gov: connection failed: reset; asking again in 2 s",
    ]
    assert world.time.slept == [1.0, 5.0]


@pytest.mark.parametrize(
    "reason",
    [
        socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
        OSError(errno.ENETUNREACH, "Network is unreachable"),
    ],
)
def test_a_machine_without_network_gives_up_at_once(world: World, reason: OSError) -> None:
    def cut_off(_request: httpx.Request) -> httpx.Response:
        try:
            raise reason
        except OSError:
            raise httpx.ConnectError(str(reason)) from None  # as the library does: what it was is context only

    world.put(world.PAGE, cut_off)
    world.put(world.COPY, cut_off)
    with pytest.raises(FetchError, match="no internet connection") as caught:
        world.fetch(world.PAGE, world.COPY)
    assert [attempt.outcome for attempt in caught.value.attempts] == ["network", "network"]
    assert (len(world.requests), world.time.slept) == (2, [])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (httpx.ConnectError("refused"), "no connection: refused"),
        (httpx.ConnectError(""), "no connection"),
        (httpx.ReadError(""), "connection failed"),
        (httpx.RemoteProtocolError("gone"), "connection failed: gone"),
        (httpx.ProxyError("none"), "connection failed: none"),
        (httpx.UnsupportedProtocol("odd"), "not a web address"),
        (OSError("disk"), "connection failed: disk"),
        (UnicodeError("name"), "connection failed: name"),
        (httpx.ReadTimeout("slow"), "timed out after 0 s"),
        (httpx.ConnectTimeout("slow"), "timed out after 0 s"),
    ],
)
def test_every_failure_of_the_connection_becomes_one_line(world: World, error: Exception, said: str) -> None:
    world.put(world.PAGE, failing(error))
    with pytest.raises(FetchError) as caught:
        world.fetch()
    assert str(caught.value) == f"could not fetch togo 2023: www.state.gov: {said} (url: {world.PAGE})"
    assert type(caught.value) is FetchError


def test_an_address_that_is_none_is_said_to_be_none(world: World) -> None:
    with pytest.raises(FetchError, match="not a web address"):
        world.fetch("https://www.state.gov:port/")


def test_the_time_for_one_report_is_limited_over_all_its_addresses(world: World) -> None:
    def slow(request: httpx.Request) -> httpx.Response:
        world.time.passed += 50
        return world.page(b"", 404)(request)

    urls = [f"https://host{number}.example.org/" for number in range(4)]
    for url in urls:
        world.put(url, slow)
    with pytest.raises(FetchError, match=r"host2.example.org: not asked: the 90 s for one report are over") as caught:
        world.fetch(*urls)
    assert world.asked == urls[:2]
    assert [attempt.outcome for attempt in caught.value.attempts] == ["missing", "missing", "timeout"]


def test_the_time_may_end_between_two_redirects(world: World) -> None:
    def slow(request: httpx.Request) -> httpx.Response:
        world.time.passed += 50
        return world.page(b"", 302, {"location": f"{world.PAGE}?{world.time.passed}"})(request)

    for address in (world.PAGE, f"{world.PAGE}?50.0"):
        world.put(address, slow)
    with pytest.raises(FetchError, match="the 90 s for one report are over"):
        world.fetch()


def test_waiting_for_ones_turn_takes_no_time_off(world: World) -> None:
    world.put(world.PAGE, world.page())
    with world.fetcher(limits=Limits(total=8)) as fetcher:
        for _ in range(3):
            fetcher.fetch([Candidate(world.PAGE)], world.accept)
    assert world.time.passed == 10.0


def test_the_library_for_retries_prints_nothing_of_its_own(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.put(world.PAGE, world.page(b"later", 429, {"retry-after": "1"}), world.page())
    world.fetch()
    assert logging.getLogger("stamina").handlers
    assert capsys.readouterr() == ("", "")


# -- bodies -----------------------------------------------------------------------------------


def test_a_body_that_drips_is_cut_when_its_time_is_over(world: World) -> None:
    def drip(_request: httpx.Request) -> httpx.Response:
        def later() -> None:
            world.time.passed += 1

        return httpx.Response(200, stream=world.Pieces(*[b"x"] * 100, after=later))

    world.put(world.PAGE, drip)
    with pytest.raises(FetchError, match="timed out after 31 s") as caught:
        world.fetch()
    assert [attempt.outcome for attempt in caught.value.attempts] == ["timeout"]
    assert world.time.passed < 40


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_that_is_too_large_is_cut(world: World, announced: bool) -> None:
    def large(_request: httpx.Request) -> httpx.Response:
        headers = {"content-length": "70000"} if announced else {}
        return httpx.Response(200, headers=headers, stream=world.Pieces(*[b"x" * 1000] * 70))

    world.put(world.PAGE, large)
    with pytest.raises(FetchError, match=r"more than 0\.05 MB") as caught:
        world.fetch(limits=Limits(body=50_000))
    assert [attempt.outcome for attempt in caught.value.attempts] == ["too-large"]


def test_a_body_shorter_than_announced_is_tried_again_and_then_given_up(world: World) -> None:
    world.put(world.PAGE, world.page(headers={"content-length": "5000"}))
    with pytest.raises(FetchError, match=f"cut short: {len(world.REPORT)} of 5000 bytes") as caught:
        world.fetch()
    assert [attempt.outcome for attempt in caught.value.attempts] == ["truncated"]
    assert len(world.requests) == 4


def test_a_compressed_body_is_unfolded(world: World) -> None:
    body = gzip.compress(world.REPORT)
    headers = {"content-encoding": "gzip", "content-length": str(len(body))}
    world.put(world.PAGE, world.page(body, headers=headers))
    assert world.fetch().body == world.REPORT
    assert world.requests[0].headers["accept-encoding"] == "gzip, deflate"


# -- over a real connection -------------------------------------------------------------------

OK = "HTTP/1.1 200 OK"
FAULTS: dict[str, tuple[Callable[[FaultyHandler], None], str]] = {
    "a reset": (lambda handler: handler.connection.close(), "connection failed"),
    "a body cut short": (lambda handler: handler.say(OK, "Content-Length: 1000", "", "<p>A report"), "cut short"),
    "a chunked body cut short": (
        lambda handler: handler.say(OK, "Transfer-Encoding: chunked", "", "3e8", "<p>A report"),
        "cut short",
    ),
    "a body a byte at a time": (
        lambda handler: handler.say(OK, "Content-Length: 9000", "", then=b"x", every=0.05, for_ever=True),
        "timed out after 1 s",
    ),
    "headers a byte at a time": (
        lambda handler: handler.say(OK, then=b"x: y\r\n", every=0.05, for_ever=True),
        "timed out after 1 s",
    ),
    "silence": (lambda handler: handler.say(every=0.05, for_ever=True), "timed out after 0 s"),
    "an endless body": (
        lambda handler: handler.say(OK, "Connection: close", "", then=b"x" * 9000, for_ever=True),
        "more than 0.1 MB",
    ),
    "an endless compressed body": (
        lambda handler: handler.say(
            OK, "Content-Encoding: gzip", "Connection: close", "", then=gzip.compress(b"x" * 10_000_000)
        ),
        "more than 0.1 MB",
    ),
    "nonsense": (lambda handler: handler.say("what?", "", ""), "connection failed"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_server_gives_one_line_within_the_time(
    world: World, server: FaultyServer, quick: Limits, fault: str
) -> None:
    behave, said = FAULTS[fault]
    server.pages["/togo"] = behave
    with Fetcher(limits=quick, sleep=lambda _seconds: None) as fetcher, pytest.raises(FetchError, match=said) as caught:
        fetcher.fetch([Candidate(f"{server.address}/togo")], world.accept)
    assert "\n" not in str(caught.value)


def test_a_server_that_recovers_gives_the_page(world: World, server: FaultyServer, quick: Limits) -> None:
    def recover(handler: FaultyHandler) -> None:
        server.pages["/togo"] = lambda later: later.say(
            "HTTP/1.1 200 OK", "Connection: close", "", world.REPORT.decode()
        )
        handler.connection.close()

    server.pages["/togo"] = recover
    with Fetcher(limits=quick, sleep=lambda _seconds: None) as fetcher:
        assert fetcher.fetch([Candidate(f"{server.address}/togo")], world.accept).body.startswith(world.REPORT)


def test_a_host_that_nobody_serves_is_a_failed_connection(world: World, quick: Limits) -> None:
    with (
        Fetcher(limits=quick, sleep=lambda _seconds: None) as fetcher,
        pytest.raises(FetchError, match="no connection"),
    ):
        fetcher.fetch([Candidate("http://127.0.0.1:9/")], world.accept)
