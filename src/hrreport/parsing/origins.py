"""The origin of a page saved by hand: its report, its address, its publisher."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hrreport import tables
from hrreport.catalogue import records
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Snapshot
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.parsing.page import OpenedPage

_STATE = "state.gov"
_CAPTURE = re.compile(rb"(?:web\.archive\.org|[\"'=])/web/(\d{14})(?:[a-z]{2}_)?/https?:/", re.IGNORECASE)
_WOMBAT = re.compile(rb"""__wm\.(?:wombat|init)\(\s*["']https?:[^"']*["']\s*,\s*["'](\d{14})["']""")
_STAMP = "%Y%m%d%H%M%S"


def claim(page: OpenedPage) -> ReportId | None:
    """Return the report that a page says it is, or ``None`` where it does not say so."""
    said = page.claim
    names = (said.part, said.country, said.name, said.name.partition("(")[0])
    country = next((_countries()[key] for name in names if (key := _key(name)) in _countries()), "")
    return ReportId(country, said.year) if country and said.year else None


def origin_of(page: OpenedPage) -> Snapshot:
    """Return the snapshot of a saved page with what the page tells of its origin.

    That is the address that it claims, when the Internet Archive captured it, and, where the address
    is not the Department's, whose site it was published on.
    """
    said, snapshot = page.claim, page.snapshot
    given = snapshot.provenance
    address = given.requested_url or said.url
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    elsewhere = bool(host) and host != _STATE and not host.endswith("." + _STATE)
    filled = replace(
        given,
        requested_url=address,
        captured_at=given.captured_at or _captured_at(snapshot.body),
        publisher=given.publisher or (said.site or host if elsewhere else ""),
    )
    return Snapshot(snapshot.body, filled)


def _captured_at(body: bytes) -> str:
    for pattern in (_WOMBAT, _CAPTURE):
        if found := pattern.search(body):
            try:
                return datetime.strptime(found[1].decode(), _STAMP).replace(tzinfo=UTC).isoformat()
            except ValueError:
                continue
    return ""


@cache
def _countries() -> dict[str, str]:
    """Return the slugs of countries by the keys of all their names; a name of two countries is not there."""
    names: dict[str, set[str]] = {}
    for name, country in _names():
        names.setdefault(_key(name), set()).add(country)
    return {name: min(meant) for name, meant in names.items() if len(meant) == 1}


def _key(name: str) -> str:
    """Return what is compared of a name: "Bahamas, The" and ``the-bahamas`` are one."""
    return slug(name).removeprefix("the-").removesuffix("-the")


def _names() -> Iterator[tuple[str, str]]:
    for country in records.countries():
        for name in (country.slug, country.name, *country.other_names):
            yield name, country.slug
    for row in tables.rows("slugs.csv"):
        yield row["slug"].rpartition("/")[2], row["country"]
