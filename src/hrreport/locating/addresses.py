"""Addresses: of the Department's pages and PDFs, and of the Internet Archive's captures of them."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urljoin, urlsplit

from hrreport import tables
from hrreport.catalogue.editions import WWW
from hrreport.errors import ParseError
from hrreport.model.retrieval import Candidate
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import ReportId

LISTING = f"https://{WWW}/reports-bureau-of-democracy-human-rights-and-labor/country-reports-on-human-rights-practices/"
"""The page that lists the editions, the newest first."""

_NEEDS_FILE_NAME = ("2017-2021.state.gov",)
"""Hosts that are known to serve some pages only as ``.../index.html``."""
_CDX = "https://web.archive.org/cdx/search/cdx"
_FIELDS = ("timestamp", "original", "statuscode", "mimetype", "digest", "length")
_LISTED = 5
"""Captures asked for; a negative limit gives the newest."""
_TRIED = 3
"""Captures tried: one that is itself a refusal is passed over, but not for ever."""
_PDFS = ("application/pdf",)
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "unk", "")
_ROOT = "https://www.state.gov/wp-content/uploads/"


def edition_address(year: int, host: str = WWW) -> str:
    """Return the address of the index of an edition of 2016 or later.

    >>> edition_address(2023)
    'https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/'
    """
    return f"https://{host}/reports/{year}-country-reports-on-human-rights-practices/"


def page_addresses(year: int, slug: str, host: str = WWW) -> tuple[str, ...]:
    """Return the addresses at which a host may serve a country's page, in the order to try.

    A slug that begins with a slash is a place of the host instead of one of the edition.

    >>> page_addresses(2023, "kazakhstan")
    ('https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/kazakhstan/',)
    """
    if slug.startswith("/"):
        return (f"https://{host}{slug}",)
    address = f"{edition_address(year, host)}{slug}/"
    return (address, f"{address}index.html") if host in _NEEDS_FILE_NAME else (address,)


def whole_address(page: str, link: str) -> str:
    """Return the address that a link on a page leads to, or empty where it is malformed.

    >>> whole_address("https://www.state.gov/reports/", "togo/"), whole_address("https://www.state.gov/", "//[")
    ('https://www.state.gov/reports/togo/', '')
    """
    try:
        return urljoin(page, link)
    except ValueError:
        return ""


def same_page(one: str, other: str) -> bool:
    """Return whether two addresses are one page: scheme, "www", port, final slash and letter case aside.

    >>> same_page("http://www.state.gov:80/reports/Togo", "https://state.gov/reports/togo/")
    True
    """
    return _page(one) == _page(other)


def _page(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address.lower())
    path = parts.path.removesuffix("index.html").removesuffix("index.htm").rstrip("/")
    return (parts.hostname or "").removeprefix("www."), path, parts.query


@dataclass(frozen=True, slots=True)
class Capture:
    """One copy of a page, as the archive lists it."""

    timestamp: str
    """When it was captured: fourteen digits, UTC."""
    original: str
    """The page's address as it was asked for then."""
    status: str = "200"
    media_type: str = "text/html"
    digest: str = ""

    @property
    def captured_at(self) -> str:
        """Return the time of the capture, ISO 8601.

        >>> Capture("20240501120000", "https://www.state.gov/").captured_at
        '2024-05-01T12:00:00Z'
        """
        t = self.timestamp
        return f"{t[:4]}-{t[4:6]}-{t[6:8]}T{t[8:10]}:{t[10:12]}:{t[12:14]}Z"


def captures_address(page: str) -> str:
    """Return the address at which the archive lists its newest successful captures of a page."""
    query = {
        "url": page,
        "output": "json",
        "fl": ",".join(_FIELDS),
        "filter": "statuscode:200",
        "collapse": "digest",
        "limit": str(-_LISTED),
    }
    return f"{_CDX}?{urlencode(query)}"


def capture_address(capture: Capture) -> str:
    """Return the address of a capture's bytes as they were received, without the archive's toolbar."""
    return f"https://web.archive.org/web/{capture.timestamp}id_/{capture.original}"


def parse_captures(body: bytes) -> tuple[Capture, ...]:
    """Return the captures of the archive's answer, the newest first; none where it has none.

    >>> parse_captures(b'[["timestamp","original"],["20240501120000","https://www.state.gov/"]]')[0].timestamp
    '20240501120000'
    >>> parse_captures(b"[]")
    ()

    Raises:
        ParseError: The answer is not a list of captures.
    """
    try:
        captures = [
            Capture(
                row["timestamp"],
                row["original"],
                row.get("statuscode", "200"),
                row.get("mimetype", "text/html"),
                row.get("digest", ""),
            )
            for row in _rows(body)
            if re.fullmatch("[0-9]{14}", row["timestamp"])
        ]
    except (ValueError, LookupError, TypeError) as error:
        raise ParseError("the answer of the Internet Archive is not a list of captures") from error
    return tuple(sorted(captures, key=lambda capture: capture.timestamp, reverse=True))


def _rows(body: bytes) -> list[dict[str, str]]:
    """Return the rows by the names in the first one; nothing at all is taken for an empty list."""
    rows: Any = json.loads(body) if body.strip() else []
    if not isinstance(rows, list):
        raise TypeError(type(rows))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def archived(page: str, *, pdf: bool = False) -> Candidate:
    """Return the way to the captures of a page, or of a PDF: the list of them, and then the newest few."""
    types = _PDFS if pdf else _PAGES
    return Candidate(captures_address(page), "internet-archive", page, leads=partial(_newest, page, types))


def _newest(page: str, types: tuple[str, ...], body: bytes, _encoding: str) -> tuple[Candidate, ...]:
    good = [
        capture
        for capture in parse_captures(body)
        if capture.status == "200" and capture.media_type in types and same_page(capture.original, page)
    ]
    return tuple(Candidate(capture_address(c), "internet-archive", page, c.captured_at) for c in good[:_TRIED])


def pdf_address(report_id: ReportId) -> str:
    """Return the address of a report's PDF, or empty where none is known.

    >>> from hrreport.model.country import ReportId
    >>> pdf_address(ReportId("japan", 2023)).rpartition("/")[2]
    '528267_JAPAN-2023-HUMAN-RIGHTS-REPORT.pdf'
    """
    row_key = (str(report_id.year), report_id.country)
    file = next((row["file"] for row in tables.rows("pdfs.csv") if (row["year"], row["country"]) == row_key), "")
    return f"{_ROOT}{file}" if file else ""
