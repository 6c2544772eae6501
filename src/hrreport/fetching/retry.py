"""Retries, pauses and deadlines: when a host may be asked, whether and when it is asked again, when it is cut off.

The throttle lets one request at a time to a host, with a pause after it. Asked again, as often as `Limits.attempts`
in `sources` allows, is what `web` and `body` mark as passing: a busy host, a connection that fails (unless there is
none at all), an answer cut short or damaged. No request takes longer than its limit,
whatever the host does: a timeout on silence does not end an answer that drips for ever, so a timer shuts the connection
down when its time is over, and whoever reads from it then sees it end.
"""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager, suppress
from datetime import UTC
from email.utils import parsedate_to_datetime
from socket import SHUT_RDWR, socket
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hrreport.fetching.sources import NoResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from hrreport.fetching.sources import Budget

BUSY = (429, 503)
"""Statuses after which the same address is asked again."""
_COURTESY = 5.0
"""Seconds after a request to a host: the crawl delay that state.gov asks for."""
_PAUSES = {"web.archive.org": 3.0}
"""The same for hosts with a published limit of their own."""


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
    return re.fullmatch(r"localhost|127(?:\.[0-9]{1,3}){3}|::1", urlsplit(f"//{host}").hostname or "") is not None


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


def retry_after(value: str, now: datetime) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks to wait, or ``None`` where it says nothing.

    >>> from datetime import datetime
    >>> now = datetime(2026, 1, 1, tzinfo=UTC)
    >>> retry_after("120", now), retry_after("Thu, 01 Jan 2026 00:00:07 GMT", now), retry_after("soon", now)
    (120.0, 7.0, None)
    """
    value = value.strip()
    if re.fullmatch("[0-9]{1,9}", value):
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


class RetryPolicy:
    """Decides, for one address, whether to ask again; called by stamina with what went wrong."""

    def __init__(
        self, host: str, attempts: int, budget: Budget, throttle: Throttle, notify: Callable[[str], None]
    ) -> None:
        """Ask a host at most so many times, within a budget."""
        self._host = host
        self._left = attempts
        self._budget = budget
        self._throttle = throttle
        self._notify = notify
        self._wait = 1.0  # seconds before asking a second time; twice as long before each time that follows

    def __call__(self, error: Exception) -> bool:
        """Return whether to ask again, having made the host's next turn wait as long as it should.

        Where the budget ends while the host asks for more, the error says so.
        """
        self._left -= 1
        if not isinstance(error, NoResponse) or not error.passing or self._left <= 0:
            return False
        wait = self._wait if error.retry_after is None else error.retry_after
        self._wait *= 2
        if wait >= self._budget.left:
            if error.retry_after is not None:
                error.detail = f"{error.detail}, to be asked again after {wait:.0f} s"
            return False
        self._budget.spend(wait)
        self._throttle.block_host(self._host, wait)
        reason = error.detail if error.status is None else f"{error.status}, {error.detail}"
        self._notify(f"{self._host}: {reason}; asking again in {wait:.0f} s")
        return True


class Deadline:
    """Cuts a connection when its time is over, even while its headers or a chunk's head drip in."""

    def __init__(self, seconds: float, timer: Callable[[], float]) -> None:
        """Cut after so many seconds unless ended before."""
        self._cut = False
        self._now = timer
        self._begun = timer()
        self._seconds = seconds
        self._socket: socket | None = None
        self._alarm = threading.Timer(seconds, self.expire)
        self._alarm.daemon = True
        self._alarm.start()

    @property
    def is_over(self) -> bool:
        """Return whether the deadline has passed."""
        return self._cut or self.elapsed > self._seconds

    @property
    def elapsed(self) -> float:
        """Seconds since it began to watch."""
        return self._now() - self._begun

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Learn of the connection: called by the transport with its events."""
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._socket = info["return_value"].get_extra_info("socket")
            if self._cut:
                self.expire()

    def expire(self) -> None:
        """Shut the connection down, so that whoever reads from it stops."""
        self._cut = True
        if self._socket:
            with suppress(OSError):  # it may be closed already; of an SSL socket only the plain part is shut
                socket.shutdown(self._socket, SHUT_RDWR)

    def end(self) -> None:
        """Watch no longer."""
        self._alarm.cancel()
