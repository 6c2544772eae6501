"""One retrieval of a page: the bytes, with source, time and method."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

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
