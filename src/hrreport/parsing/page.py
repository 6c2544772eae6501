"""An opened page: its characters, its report as the layout that recognizes it finds it, and what it says that it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from hrreport import tables
from hrreport.catalogue import records
from hrreport.errors import ParseError
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Snapshot
from hrreport.parsing.blocks import read_blocks
from hrreport.parsing.decoding import decode, html_of, is_mhtml, places
from hrreport.parsing.elements import Resolver, unarchived
from hrreport.parsing.identity import is_ours, read_claim
from hrreport.parsing.layouts import layout_of
from hrreport.parsing.masthead import without_masthead
from hrreport.text.slugs import slug
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.filter import SoupStrainer

    from hrreport.parsing.blocks import Block
    from hrreport.parsing.identity import PageIdentity
    from hrreport.parsing.layouts.interface import PageLayout

MOST_BYTES = 20_000_000
"""Size of a page beyond which it is not read; the longest report has less than 1 MB."""
MOST_TAGS = 50_000
"""Tags of a page beyond which it is not read; the longest report has fewer than 10,000."""

_NO_PAGES = (
    (b"%PDF-", "a PDF"),
    (b"bplist00", "a web archive of Safari"),
    (b"PK\x03\x04", "a zip file or an Office document"),
    (b"\x1f\x8b", "compressed"),
)
"""How files begin that hold no HTML as it is, and what they are."""
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*>")
_NUMERIC = re.compile(r"&#(?:x0*([89][0-9a-f])(?![0-9a-f])|0*(1[2-5]\d)(?!\d));?", re.IGNORECASE)
_NUL = "\x00"
_STATE = "state.gov"
_CAPTURE = re.compile(rb"(?:web\.archive\.org|[\"'=])/web/(\d{14})(?:[a-z]{2}_)?/https?:/", re.IGNORECASE)
_WOMBAT = re.compile(rb"""__wm\.(?:wombat|init)\(\s*["']https?:[^"']*["']\s*,\s*["'](\d{14})["']""")
_STAMP = "%Y%m%d%H%M%S"


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """A page, and what is printed on it."""

    snapshot: Snapshot
    claim: PageIdentity
    blocks: tuple[Block, ...]
    layout: PageLayout
    flaws: tuple[str, ...] = ()
    """What is wrong with its characters, or was left out of its text, one sentence each."""


def open_page(snapshot: Snapshot) -> OpenedPage:
    """Return the page of a snapshot.

    Raises:
        ParseError: It holds no report, was written by hrreport itself, or exceeds a limit.
    """
    where = snapshot.provenance.requested_url or snapshot.provenance.url
    html, flaws = read_markup(snapshot.body, snapshot.provenance.encoding, where)
    _refuse_ours(html, where)
    layout = layout_of(html)
    if layout is None:
        raise no_report(where)
    soup = make_soup(layout.markup(html), layout.only)
    claim = read_claim(soup, html)
    base = next((unarchived(u) for u in (where, claim.url) if u.startswith(("http:", "https:"))), "")
    read = [read_blocks(element, Resolver(base)) for element in layout.body(soup)]
    blocks = tuple(block for of_element, _ in read for block in of_element)
    if layout.masthead:
        blocks, claim = without_masthead(blocks, claim)
    if not blocks:
        raise no_report(where)
    if struck := sum(number for _, number in read):
        flaws += (f"Words that the page strikes out are left out, in {places(struck)}.",)
    return OpenedPage(snapshot, claim, blocks, layout, flaws)


def no_report(where: str) -> ParseError:
    """Return the error for a page without a report."""
    return ParseError(
        "no report was found on the page", hint="open it in a browser to see what it is", url=where or None
    )


def _refuse_ours(html: str, where: str) -> None:
    if is_ours(html):
        raise ParseError(
            "hrreport itself wrote the page, and its own words and marks stand in the text",
            hint="give the page that was retrieved; stored reports are handed on with 'hrreport library export'",
            url=where or None,
        )


def read_markup(body: bytes, declared: str, where: str) -> tuple[str, tuple[str, ...]]:
    """Return a page's markup, and what is wrong with its characters, one sentence each.

    Raises:
        ParseError: The page is not HTML or exceeds a limit.
    """
    if len(body) > MOST_BYTES:
        raise ParseError(f"the page is larger than {MOST_BYTES:,} bytes", url=where or None)
    for mark, kind in _NO_PAGES:
        if body.lstrip().startswith(mark):
            hint = "save the web page of the report, as HTML"
            raise ParseError(f"the file is {kind}, not a web page", hint=hint, url=where or None)
    if is_mhtml(body):
        body, declared = html_of(body)
    decoded = decode(body, declared)
    if decoded.text.count("<") > MOST_TAGS * 2:
        raise ParseError(f"the page has more than {MOST_TAGS:,} tags", url=where or None)
    html = _PROLOG.sub("", decoded.text, count=1).replace(_NUL, "")
    return _NUMERIC.sub(_windows_character, html), decoded.flaws


def _windows_character(found: re.Match[str]) -> str:
    """Read a numeric reference to 128..159 as browsers do: as the character of Windows-1252."""
    number = int(found[1], 16) if found[1] else int(found[2])
    return bytes([number]).decode("cp1252", "ignore") if 0x80 <= number <= 0x9F else found[0]  # noqa: PLR2004 - a range of code points


def make_soup(html: str, only: SoupStrainer | None = None) -> BeautifulSoup:
    """Return the tree of a page, or of those of its elements that are wanted."""
    return BeautifulSoup(html if "<" in html else f"<p>{html}</p>", "lxml", parse_only=only)


def claim(page: OpenedPage) -> ReportId | None:
    """Return the report that a page says it is, or ``None`` where it does not say so."""
    identity = page.claim
    names = (identity.part, identity.country, identity.name, identity.name.partition("(")[0])
    country = next((_countries()[key] for name in names if (key := _key(name)) in _countries()), "")
    return ReportId(country, identity.year) if country and identity.year else None


def origin_of(page: OpenedPage) -> Snapshot:
    """Return the snapshot of a saved page with what the page tells of its origin.

    That is the address that it claims, when the Internet Archive captured it, and, where the address
    is not the Department's, whose site it was published on.
    """
    identity, snapshot = page.claim, page.snapshot
    given = snapshot.provenance
    address = given.requested_url or identity.url
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    elsewhere = bool(host) and host != _STATE and not host.endswith("." + _STATE)
    filled = replace(
        given,
        requested_url=address,
        captured_at=given.captured_at or _captured_at(snapshot.body),
        publisher=given.publisher or (identity.site or host if elsewhere else ""),
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
