"""The throttle: one request to a host at a time, with a pause after it."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LOOPBACK = r"localhost|127(?:\.[0-9]{1,3}){3}|::1"
_PAUSES = {"web.archive.org": 3.0}
"""Seconds after a request, for hosts with a published limit of their own."""
_COURTESY = 5.0
"""Seconds after a request to any other host: the crawl delay that state.gov asks for."""


def courtesy_pause(host: str) -> float:
    """Return the seconds to leave between two requests to a host.

    >>> courtesy_pause("www.state.gov"), courtesy_pause("web.archive.org"), courtesy_pause("127.0.0.1:8765")
    (5.0, 3.0, 0.0)
    """
    return 0.0 if is_loopback(host) else _PAUSES.get(host, _COURTESY)


def is_loopback(host: str) -> bool:
    """Return whether a host, with or without a port, is this machine.

    >>> is_loopback("[::1]:80"), is_loopback("localhost.example.org")
    (True, False)
    """
    return re.fullmatch(_LOOPBACK, urlsplit(f"//{host}").hostname or "") is not None


def no_pause(_host: str) -> float:
    """Return no seconds: a mirror is there to be asked."""
    return 0.0


class Throttle:
    """A throttle for each host; may be used by several threads."""

    def __init__(
        self, timer: Callable[[], float], sleep: Callable[[float], None], pause: Callable[[str], float]
    ) -> None:
        """Use a clock that only runs forward, a way to wait, and the pause of each host."""
        self._timer = timer
        self._sleep = sleep
        self._pause = pause
        self._guard = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._not_before: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until the host may be asked, and keep others waiting until this one is done."""
        with self._guard:
            lock = self._turns.setdefault(host, threading.Lock())
        with lock:
            while (wait := self._not_before.get(host, 0.0) - self._timer()) > 0:
                self._sleep(wait)
            yield

    def rest(self, host: str) -> None:
        """Leave the host in peace for its pause: called when it has been asked."""
        self.block_host(host, self._pause(host))

    def block_host(self, host: str, seconds: float) -> None:
        """Block requests to a host for some seconds."""
        with self._guard:
            self._not_before[host] = max(self._not_before.get(host, 0.0), self._timer() + seconds)
