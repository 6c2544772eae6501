"""Addresses since 2016: of the Department's pages and PDFs, and of the Internet Archive's captures of them.

A report is asked for first at the addresses that are known or can be computed, on the hosts that carry the edition;
then the edition's index is asked, which names the page where State has called it otherwise; then the captures of the
Internet Archive.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlencode, urljoin, urlsplit

from hrreport import tables
from hrreport.catalogue.countries import country_of_printed_name, slugs_of
from hrreport.catalogue.editions import WWW, find_edition
from hrreport.errors import ParseError
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Candidate
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import Country, Edition

ReadLinks: TypeAlias = Callable[[bytes, str], Iterable[tuple[str, str]]]
"""What reads the links of a page, in order: the words linked and the address, from its bytes and declared encoding."""

FIRST_COMPUTABLE = 2016
"""The first edition whose country pages have addresses made of year and slug."""

LISTING = f"https://{WWW}/reports-bureau-of-democracy-human-rights-and-labor/country-reports-on-human-rights-practices/"
"""The page that lists the editions, the newest first."""

_NEEDS_FILE_NAME = ("2017-2021.state.gov",)
"""Hosts that are known to serve some pages only as ``.../index.html``."""
_CDX = "https://web.archive.org/cdx/search/cdx"
_TRIED = 3
"""Captures tried: one that is itself a refusal is passed over, but not for ever."""


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
        "fl": "timestamp,original,statuscode,mimetype,digest,length",
        "filter": "statuscode:200",
        "collapse": "digest",
        "limit": "-5",  # the newest
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
    types = ("application/pdf",) if pdf else ("text/html", "application/xhtml+xml", "text/plain", "unk", "")
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

    >>> pdf_address(ReportId("japan", 2023)).rpartition("/")[2]
    '528267_JAPAN-2023-HUMAN-RIGHTS-REPORT.pdf'
    """
    row_key = (str(report_id.year), report_id.country)
    file = next((row["file"] for row in tables.rows("pdfs.csv") if (row["year"], row["country"]) == row_key), "")
    return f"https://{WWW}/wp-content/uploads/{file}" if file else ""


def candidates(report: ReportId, read_links: ReadLinks | None = None) -> tuple[Candidate, ...]:
    """Return the addresses at which a report may be, in the order to ask them.

    Args:
        report: The country and the year covered, 2016 or later.
        read_links: What reads the links of an index; without it no index is among the candidates.

    >>> [c.url for c in candidates(ReportId("togo", 2023))][0]
    'https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/togo/'
    """
    edition = find_edition(report.year)
    pages = _computed(report, edition)
    indexes = index_addresses(edition) if read_links else ()
    own = [page.url for page in pages if urlsplit(page.url).hostname == WWW]
    return (
        *pages,
        *(Candidate(url, leads=partial(_linked, report, url, read_links)) for url in indexes if read_links),
        *(archived(url) for url in own),
    )


def part_candidates(name: str, url: str, year: int) -> tuple[Candidate, ...]:
    """Return the addresses at which a part of a report may be, in the order to ask them.

    Args:
        name: The part as the report's page names it.
        url: The address that the page links for it; what any of the others gives counts as that page.
        year: The year covered.

    >>> [c.url for c in part_candidates("Crimea", "https://www.state.gov/?post_type=state_report&p=1", 2018)][2]
    'https://www.state.gov/reports/2018-country-reports-on-human-rights-practices/ukraine/ukraine-crimea/'
    """
    edition, known, place = find_edition(year), country_of_printed_name(name), urlsplit(url)
    copies = [place._replace(netloc=host).geturl() for host in edition.hosts] if place.hostname in edition.hosts else []
    listed = [way.url for way in _computed(ReportId(known.slug, year), edition)] if known else []
    pages = dict.fromkeys((url, *copies, *listed))
    return (*(Candidate(page, page="" if page == url else url) for page in pages), archived(url))


def index_addresses(edition: Edition) -> tuple[str, ...]:
    """Return the addresses of the pages that list the reports of an edition of 2016 or later.

    >>> index_addresses(find_edition(2031))
    ('https://www.state.gov/reports/2031-country-reports-on-human-rights-practices/',)
    """
    return tuple(edition_address(edition.year, host) for host in edition.hosts)


def listed_countries(links: Iterable[tuple[str, str]]) -> tuple[tuple[Country, str], ...]:
    """Return the countries that an index lists, in its order, each with its address; other entries are left out.

    >>> listed_countries([("Translations", "https://x/translations/"), ("Togo", "https://x/togo/")])[0][1]
    'https://x/togo/'
    """
    found: dict[str, tuple[Country, str]] = {}
    for name, url in links:
        country = _country_of(name, url)
        if country:
            found.setdefault(country.slug, (country, url))
    return tuple(found.values())


def _computed(report: ReportId, edition: Edition) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(url)
        for host in edition.hosts
        for slug in slugs_of(report.country, report.year)
        for url in page_addresses(report.year, slug, host)
    )


def _linked(report: ReportId, index: str, read_links: ReadLinks, body: bytes, encoding: str) -> tuple[Candidate, ...]:
    """Return the pages to which an index leads for the country.

    Raises:
        ParseError: The page lists no country at all, so that it is not an index.
    """
    listed = listed_countries((name, whole_address(index, url)) for name, url in read_links(body, encoding))
    if not listed:
        raise ParseError("the index lists no country", url=index)
    return tuple(Candidate(url) for country, url in listed if url and country.slug == report.country)


def _country_of(name: str, url: str) -> Country | None:
    """Return the country that a link of an index leads to: by the name linked, else by the address's last part."""
    last = url.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
    return country_of_printed_name(name) or country_of_printed_name(last.removesuffix("-draft"))
