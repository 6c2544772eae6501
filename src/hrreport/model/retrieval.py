"""One retrieval of a page: the bytes, with source, time and method."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

Origin = Literal["state.gov", "internet-archive", "web-archive", "mirror", "file", "sample"]
"""What kind of source gave the page; ``web-archive`` is any archive of the web but the Internet Archive."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One address at which a page, or the way to it, may be found."""

    url: str
    origin: Origin = "state.gov"
    page: str = ""
    """The address of the page itself, where `url` is a copy's; else empty."""
    captured_at: str = ""
    """For a copy in a web archive: when it was captured, ISO 8601 UTC; else empty."""
    leads: Callable[[bytes, str], tuple[Candidate, ...]] | None = field(default=None, repr=False)
    """For an address that only leads to the page (an index, a list of captures): what its answer
    names, best first, from the bytes and the declared encoding. ``None`` for a page."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """The provenance of a page: source, time, and the exact response."""

    requested_url: str
    """The address that was asked for; for a file, the address it claims (canonical), or empty."""
    url: str
    """The address that answered, after redirects; for the archive, the capture's address."""
    retrieved_at: datetime
    """When it was received: aware, UTC."""
    origin: Origin
    sha256: str
    """Hash of the bytes as received (after content encoding was undone), hexadecimal."""
    status: int = 200
    """HTTP status; 200 for a file."""
    media_type: str = "text/html"
    encoding: str = ""
    """Character encoding declared by the server, or empty where it declared none."""
    etag: str = ""
    last_modified: str = ""
    """As the server sent it, or empty."""
    captured_at: str = ""
    """For a copy from a web archive: when it was captured, ISO 8601 UTC; else empty."""
    publisher: str = ""
    """For a copy published elsewhere: whose site it was saved from; else empty."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of one retrieval, with their provenance."""

    body: bytes = field(repr=False)
    provenance: Provenance


Outcome = Literal[
    "ok", "missing", "unlisted", "refused", "blocked", "empty", "no-report", "network", "timeout", "too-large",
    "redirects", "wrong-type", "truncated", "busy", "offline", "pdf-only",
]  # fmt: skip
"""What came of asking one address.

``missing``: the source says that there is no such page (404, 410). ``unlisted``: a list of the
edition's reports was read and does not name the one wanted. ``refused``: 401, 403.
``blocked``: a success status with a refusal page. ``no-report``: a page without a report body.
``busy``: 429 or 503 until the attempts were used up. ``pdf-only``: the page of a report without its text,
which offers a PDF.
"""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One address that was requested, and the result."""

    url: str
    outcome: Outcome
    status: int | None = None
    """HTTP status, or ``None`` where no answer came."""
    detail: str = ""
    """One phrase more for the reader: "Technical Difficulties page", "timed out after 30 s"."""
    index: bool = False
    """Whether the address is that of a list of the edition's reports; with ``ok``, it names the one wanted."""

    def __str__(self) -> str:
        said = self.detail or self.outcome
        place = f"{self.url} (list of reports)" if self.index else self.url
        return f"{place}: {said}" if self.status is None else f"{place}: {self.status}, {said}"
