"""Retries: whether a host that is busy is asked again, and when."""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from hrreport.fetching.sources import NoResponse

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hrreport.fetching.sources import Budget
    from hrreport.fetching.throttle import Throttle

_FIRST = 1.0
"""Seconds to wait before asking a second time; twice as long before each time that follows."""


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
        self._wait = _FIRST

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
