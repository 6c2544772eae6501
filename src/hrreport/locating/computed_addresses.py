"""Computed addresses, since 2016: every one at which a report may be, in the order to ask them.

First the pages whose address is known or can be computed, on the hosts that carry the edition; then
the edition's index, which names the page where State has called it otherwise; then the captures of
the Internet Archive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from hrreport.catalogue.countries import country_of_printed_name, slugs_of
from hrreport.catalogue.editions import WWW, find_edition
from hrreport.errors import ParseError
from hrreport.locating.addresses import archived, edition_address, page_addresses, whole_address
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Candidate

if TYPE_CHECKING:
    from hrreport.model.country import Country, Edition

ReadLinks: TypeAlias = Callable[[bytes, str], Iterable[tuple[str, str]]]
"""What reads the links of a page, in order: the words linked and the address, from its bytes and declared encoding."""

FIRST_COMPUTABLE = 2016
"""The first edition whose country pages have addresses made of year and slug."""


def candidates(report: ReportId, read_links: ReadLinks | None = None) -> tuple[Candidate, ...]:
    """Return the addresses at which a report may be, in the order to ask them.

    Args:
        report: The country and the year covered, 2016 or later.
        read_links: What reads the links of an index; without it no index is among the candidates.

    >>> from hrreport.model.country import ReportId
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
