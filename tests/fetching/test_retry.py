"""The pause between requests, the wait before another attempt, and the end of one that takes too long."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.fetching.retry import Deadline, Throttle, courtesy_pause, is_loopback, no_pause, retry_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fetching.conftest import World


def test_a_host_rests_after_it_was_asked_and_others_do_not(world: World) -> None:
    pace = Throttle(world.time.timer, world.time.sleep, lambda _host: 5.0)
    with pace.turn("a"):
        pace.rest("a")
    with pace.turn("b"):
        assert world.time.slept == []
    with pytest.raises(LookupError), pace.turn("a"):
        raise LookupError
    with pace.turn("a"):
        assert world.time.slept == [5.0]


def test_the_longest_wait_asked_for_counts(world: World) -> None:
    pace = Throttle(world.time.timer, world.time.sleep, no_pause)
    pace.block_host("a", 30.0)
    pace.block_host("a", 2.0)
    with pace.turn("a"):
        assert world.time.passed == 30.0


def test_a_sleep_that_ends_early_is_gone_on_with(world: World) -> None:
    pace = Throttle(world.time.timer, lambda seconds: world.time.sleep(min(seconds, 4.0)), no_pause)
    pace.block_host("a", 10.0)
    with pace.turn("a"):
        assert world.time.slept == [4.0, 4.0, 2.0]


@pytest.mark.parametrize(
    ("host", "pause"),
    [("www.state.gov", 5.0), ("2009-2017.state.gov", 5.0), ("web.archive.org", 3.0), ("localhost:80", 0.0)],
)
def test_each_host_has_its_pause(host: str, pause: float) -> None:
    assert courtesy_pause(host) == pause


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3:80", "localhost", "LOCALHOST:1", "[::1]", "[::1]:80"])
def test_this_machine_is_known_by_its_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["localhost.example.org", "127.example.org", "128.0.0.1", ""])
def test_another_machine_is_not_taken_for_this_one(host: str) -> None:
    assert not is_loopback(host)


NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("999999999", 999999999.0),
        ("Thu, 01 Jan 2026 00:02:00 GMT", 120.0),
        ("Thu, 01 Jan 2026 01:02:00 +0100", 120.0),
        ("Thu, 01 Jan 2026 00:02:00 -0000", 120.0),
        ("Wed, 31 Dec 2025 00:00:00 GMT", 0.0),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("9999999999", None),
        ("Thu, 99 Jan 2026 00:02:00 GMT", None),
    ],
)
def test_both_forms_of_retry_after_are_read(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


class Stream:
    """What the transport says it has connected."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def get_extra_info(self, name: str) -> socket.socket | None:
        return self._end if name == "socket" else None


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    near, far = socket.socketpair()
    near.settimeout(5)
    with near, far:
        yield near, far


@pytest.mark.parametrize("event", ["connection.connect_tcp.complete", "connection.start_tls.complete"])
def test_a_connection_is_cut_in_the_midst_of_reading(
    world: World, ends: tuple[socket.socket, socket.socket], event: str
) -> None:
    deadline = Deadline(0.01, world.time.timer)
    deadline.trace(event, {"return_value": Stream(ends[0])})
    assert ends[0].recv(1) == b""
    assert deadline.is_over


def test_a_connection_made_too_late_is_cut_at_once(world: World, ends: tuple[socket.socket, socket.socket]) -> None:
    deadline = Deadline(60, world.time.timer)
    deadline.expire()
    deadline.end()
    deadline.trace("connection.connect_tcp.complete", {"return_value": Stream(ends[0])})
    assert ends[0].recv(1) == b""


def test_a_request_that_ended_is_not_cut(world: World, ends: tuple[socket.socket, socket.socket]) -> None:
    deadline = Deadline(60, world.time.timer)
    deadline.trace("connection.connect_tcp.started", {})
    deadline.trace("connection.connect_tcp.complete", {"return_value": Stream(ends[0])})
    deadline.end()
    ends[1].send(b"x")
    assert ends[0].recv(1) == b"x"
    assert not deadline.is_over


def test_time_counts_even_before_there_is_a_connection(world: World) -> None:
    deadline = Deadline(60, world.time.timer)
    world.time.passed += 61
    assert deadline.is_over
    assert deadline.elapsed == 61
    deadline.end()


def test_a_connection_closed_already_is_let_be(world: World, ends: tuple[socket.socket, socket.socket]) -> None:
    deadline = Deadline(60, world.time.timer)
    deadline.trace("connection.connect_tcp.complete", {"return_value": Stream(ends[0])})
    ends[0].close()
    deadline.expire()
    deadline.end()
    assert deadline.is_over
