"""How often a host is asked: whose turn it is, and how long it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.fetching.throttle import Throttle, courtesy_pause, is_loopback, no_pause

if TYPE_CHECKING:
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
