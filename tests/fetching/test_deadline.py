"""A request ends when its time is over, whatever the host does meanwhile."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from hrreport.fetching.deadline import Deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fetching.conftest import World


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
    assert deadline.passed == 61
    deadline.end()


def test_a_connection_closed_already_is_let_be(world: World, ends: tuple[socket.socket, socket.socket]) -> None:
    deadline = Deadline(60, world.time.timer)
    deadline.trace("connection.connect_tcp.complete", {"return_value": Stream(ends[0])})
    ends[0].close()
    deadline.expire()
    deadline.end()
    assert deadline.is_over
