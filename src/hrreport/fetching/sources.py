"""A source of pages: the limits of asking it (attempts, time, bytes), its answers, and why it gives nothing.

`NoResponse` never leaves this package: it becomes an `Attempt`, and at the end one error of the tree.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrreport.errors import Outcome

NOT_MODIFIED = 304


def host_of(url: str) -> str:
    """Return the host that an address is asked of, with its port where it names one.

    >>> host_of("http://127.0.0.1:8765/www.state.gov/")
    '127.0.0.1:8765'
    """
    return urlsplit(url).netloc


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a fetch. Times are in seconds."""

    body: int = 20_000_000
    """Bytes of a page, counted after its content encoding was undone."""
    redirects: int = 5
    attempts: int = 4
    """Times that one address is asked while its host is busy or the connection fails."""
    connect: float = 5.0
    """Time for a connection to be made."""
    silence: float = 15.0
    """Time for which a host may send nothing at all."""
    answer: float = 30.0
    """Time for one whole answer, however steadily it drips."""
    total: float = 90.0
    """Time for one report over all its addresses, waiting on request included; waiting for one's
    turn behind other downloads is not."""


class Budget:
    """The seconds that one fetch may still spend."""

    def __init__(self, seconds: float) -> None:
        """Start with so many seconds."""
        self.total = seconds
        self.left = seconds

    def spend(self, seconds: float) -> None:
        """Subtract seconds from the budget."""
        self.left -= seconds


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """The whole answer of an address, its content encoding undone."""

    url: str
    """The address that answered, after redirects; with a mirror, the address it stands for."""
    body: bytes = field(repr=False)
    status: int = 200
    media_type: str = ""
    """As declared, lower case, without parameters; empty where none was."""
    encoding: str = ""
    etag: str = ""
    last_modified: str = ""


CUT_OFF = "no internet connection"
"""How the detail begins where no address could be reached at all from this machine."""


class NoResponse(Exception):  # noqa: N818 - it is an outcome, not an error of the reader's
    """An address gave nothing that can be used."""

    def __init__(
        self,
        outcome: Outcome,
        detail: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
        passing: bool = False,
    ) -> None:
        """Describe the failed attempt.

        Args:
            outcome: The outcome, as an `Attempt` names it.
            detail: One phrase for the reader.
            status: The HTTP status, where there was an answer.
            retry_after: Seconds that the source asks to wait, where it does.
            passing: Whether it may be another outcome when asked again soon.
        """
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail
        self.status = status
        self.retry_after = retry_after
        self.passing = passing


class PageSource(Protocol):
    """A source of pages: the web, a mirror on the web, or a mirror in a folder."""

    def ask(self, url: str, *, validators: Mapping[str, str], budget: Budget) -> SourceAnswer:
        """Return the answer of an address.

        Args:
            url: The address, always the one on the web: a mirror maps it to its own.
            validators: Headers that make the request conditional; then the answer may have
                status 304 and no body.
            budget: The seconds left; what asking takes is taken off.

        Raises:
            NoResponse: Nothing usable came back.
        """
        ...

    def stop(self) -> None:
        """End what is under way, in whatever thread, and refuse what follows."""
        ...

    def close(self) -> None:
        """Close the connection pool."""
        ...
