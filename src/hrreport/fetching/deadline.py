"""Deadline: no request takes longer than its limit, whatever the host does.

A timeout on silence does not end an answer that drips for ever. So a timer shuts the connection
down when its time is over; whoever reads from it then sees it end.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from socket import SHUT_RDWR, socket
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Deadline:
    """Cuts a connection when its time is over, even while its headers or a chunk's head drip in."""

    def __init__(self, seconds: float, timer: Callable[[], float]) -> None:
        """Cut after so many seconds unless ended before."""
        self._cut = False
        self._clock = timer
        self._begun = timer()
        self._seconds = seconds
        self._socket: socket | None = None
        self._timer = threading.Timer(seconds, self.expire)
        self._timer.daemon = True
        self._timer.start()

    @property
    def is_over(self) -> bool:
        """Return whether the deadline has passed."""
        return self._cut or self.passed > self._seconds

    @property
    def passed(self) -> float:
        """Seconds since it began to watch."""
        return self._clock() - self._begun

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
        self._timer.cancel()
