"""The web: asks an address over HTTP, with every limit that keeps an answer from taking for ever.

The only module that speaks to httpx and stamina; what they raise ends here.
"""

from __future__ import annotations

import errno
import logging
from contextlib import contextmanager
from email.message import Message
from socket import gaierror
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import httpx
import stamina

from hrreport.fetching.body import ACCEPTED, read_body
from hrreport.fetching.retry import (
    BUSY,
    Deadline,
    RetryPolicy,
    Throttle,
    courtesy_pause,
    is_loopback,
    no_pause,
    retry_after,
)
from hrreport.fetching.sources import CUT_OFF, NOT_MODIFIED, NoResponse, SourceAnswer, host_of

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from hrreport.fetching.mirror import AddressMirror
    from hrreport.fetching.sources import Budget, Limits

_MISSING = (404, 410)
_REFUSED = (401, 403, 407, 451)
_REDIRECTS = (301, 302, 303, 307, 308)
_NO_NETWORK = (errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH)
_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError)
"""What a request may raise; a `ValueError` comes of names that cannot be encoded and of sockets just closed."""
_NOT_REACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol, httpx.InvalidURL)
"""Failures of which the host has not noticed anything."""

# A retry is told to the reader through `notify`; stamina's own note of it goes only where logging was set up.
logging.getLogger("stamina").addHandler(logging.NullHandler())


class Web:
    """The web, or a mirror of it at an address: a `PageSource`."""

    def __init__(
        self,
        *,
        user_agent: str,
        limits: Limits,
        mirror: AddressMirror | None,
        notify: Callable[[str], None],
        clock: Callable[[], datetime],
        timer: Callable[[], float],
        sleep: Callable[[float], None],
        stopping: threading.Event,
        transport: httpx.BaseTransport | None,
    ) -> None:
        """Ask under a name and within limits; see `Fetcher`."""
        self._limits = limits
        self._mirror = mirror
        self._notify = notify
        self._clock = clock
        self._timer = timer
        self._throttle = Throttle(timer, sleep, no_pause if mirror else courtesy_pause)
        self._stopping = stopping
        self._deadlines: set[Deadline] = set()
        proxied = mirror is None or not is_loopback(host_of(mirror.base))
        self._client = httpx.Client(
            headers={"User-Agent": user_agent, "Accept-Encoding": ACCEPTED, "Accept": "text/html,*/*;q=0.5"},
            timeout=httpx.Timeout(limits.silence, connect=limits.connect),
            # a connection is not kept: the pause between two requests is longer than hosts keep it
            limits=httpx.Limits(max_keepalive_connections=0),
            transport=transport,
            trust_env=proxied,
        )

    def ask(self, url: str, *, validators: Mapping[str, str], budget: Budget) -> SourceAnswer:
        """Return the answer of an address, asked again while its host is busy; see the interface."""
        host = host_of(self._physical(url))
        policy = RetryPolicy(host, self._limits.attempts, budget, self._throttle, self._notify)
        again = stamina.RetryingCaller(
            attempts=self._limits.attempts, timeout=None, wait_initial=0, wait_max=0, wait_jitter=0
        )
        return again(policy, self._follow, url, validators, budget)

    def stop(self) -> None:
        """Cut the connections under way; that none follows is for who set the event."""
        for deadline in tuple(self._deadlines):
            deadline.expire()

    def close(self) -> None:
        """Close the connection pool."""
        self._client.close()

    def _physical(self, url: str) -> str:
        return self._mirror.physical(url) if self._mirror else url

    def _follow(self, url: str, validators: Mapping[str, str], budget: Budget) -> SourceAnswer:
        """Ask an address, and those it redirects to."""
        taken: set[tuple[str, str]] = set()
        for _ in range(self._limits.redirects + 1):
            found = self._once(url, validators, budget)
            if isinstance(found, SourceAnswer):
                return found
            if (url, found) in taken:
                raise NoResponse("redirects", "redirects in a circle")
            taken.add((url, found))
            url = found
        raise NoResponse("redirects", f"more than {self._limits.redirects} redirects")

    def _once(self, url: str, validators: Mapping[str, str], budget: Budget) -> SourceAnswer | str:
        """Return the answer of one request, or the address it redirects to."""
        physical = self._physical(url)
        host = host_of(physical)
        with self._throttle.turn(host):
            if self._stopping.is_set():
                raise NoResponse("offline", "stopped")
            if budget.left <= 0:
                raise NoResponse("timeout", f"the {budget.total:.0f} s for one report are over")
            reached = True
            with self._watched(budget) as deadline:
                try:
                    return self._request(url, physical, validators, deadline)
                except _FAILURES as error:
                    reached = not isinstance(error, _NOT_REACHED)
                    raise self._failure(error, deadline) from error
                finally:
                    if reached:
                        self._throttle.rest(host)

    @contextmanager
    def _watched(self, budget: Budget) -> Iterator[Deadline]:
        """Watch over one request, and take its time off the budget."""
        deadline = Deadline(min(self._limits.answer, budget.left), self._timer)
        self._deadlines.add(deadline)
        try:
            yield deadline
        finally:
            deadline.end()
            self._deadlines.discard(deadline)
            budget.spend(deadline.elapsed)

    def _failure(self, error: Exception, deadline: Deadline) -> NoResponse:
        """Return what the failure of a connection comes to."""
        if self._stopping.is_set():
            return NoResponse("offline", "stopped")
        if deadline.is_over or isinstance(error, httpx.TimeoutException):
            return NoResponse("timeout", f"timed out after {deadline.elapsed:.0f} s")
        if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
            return NoResponse("network", "not a web address")
        cut_off = _is_cut_off(error)
        detail = "no connection" if isinstance(error, httpx.ConnectError) else "connection failed"
        detail = CUT_OFF if cut_off else detail
        return NoResponse("network", f"{detail}: {error}" if str(error) else detail, passing=not cut_off)

    def _request(
        self, url: str, physical: str, validators: Mapping[str, str], deadline: Deadline
    ) -> SourceAnswer | str:
        extensions = {"trace": deadline.trace}
        with self._client.stream("GET", physical, headers=dict(validators), extensions=extensions) as response:
            status, headers = response.status_code, response.headers
            if status in _REDIRECTS and "location" in headers:
                return self._target(url, headers["location"])
            if status != NOT_MODIFIED or not validators:
                self._check_status(status, headers)
            return self._answer(url, response, deadline)

    def _target(self, url: str, location: str) -> str:
        target = self._mirror.follow(url, location) if self._mirror else urljoin(url, location)
        if urlsplit(target).scheme not in ("http", "https"):
            raise NoResponse("redirects", "redirected to something that is not a web address")
        return target.partition("#")[0]

    def _check_status(self, status: int, headers: httpx.Headers) -> None:
        if httpx.codes.is_success(status):
            return
        reason = httpx.codes.get_reason_phrase(status).lower() or "an unknown status"
        if status in _MISSING:
            detail = "no such page in the mirror" if self._mirror else "no such page"
            raise NoResponse("missing", detail, status=status)
        if status in _REFUSED:
            raise NoResponse("refused", "access refused", status=status)
        if status in BUSY:
            wait = retry_after(headers.get("retry-after", ""), self._clock())
            raise NoResponse("busy", reason, status=status, retry_after=wait, passing=True)
        raise NoResponse("refused", reason, status=status)

    def _answer(self, url: str, response: httpx.Response, deadline: Deadline) -> SourceAnswer:
        headers, limit = response.headers, self._limits.body
        announced = headers.get("content-length", "")
        length = int(announced) if announced.isdecimal() and "transfer-encoding" not in headers else None
        if length is not None and length > limit:
            raise NoResponse("too-large", f"more than {limit / 1_000_000:.3g} MB", status=response.status_code)
        declared = Message()
        declared["content-type"] = headers.get("content-type", "")
        body = read_body(
            _pieces(response, deadline),
            coding=headers.get("content-encoding", ""),
            length=None if response.status_code == NOT_MODIFIED else length,
            limit=limit,
        )
        return SourceAnswer(
            url,
            body,
            status=response.status_code,
            media_type=declared.get_content_type() if headers.get("content-type") else "",
            encoding=declared.get_content_charset("") or "",
            etag=headers.get("etag", ""),
            last_modified=headers.get("last-modified", ""),
        )


def _pieces(response: httpx.Response, deadline: Deadline) -> Iterator[bytes]:
    """Yield an answer's bytes as they arrive, while there is time."""
    try:
        for piece in response.iter_raw():
            if deadline.is_over:
                raise httpx.ReadTimeout("the time for one answer is over")
            yield piece
    except httpx.RemoteProtocolError as error:
        if deadline.is_over:
            raise
        raise NoResponse("truncated", "cut short", status=response.status_code, passing=True) from error


def _is_cut_off(error: BaseException | None) -> bool:
    """Return whether a failure means that this machine has no network, so that asking again is vain."""
    while error:
        if isinstance(error, gaierror) or (isinstance(error, OSError) and error.errno in _NO_NETWORK):
            return True
        error = error.__cause__ or error.__context__
    return False
