"""Addresses of the Department's site: the list of editions, an edition's index, a country's page."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from hrreport.catalogue.editions import WWW

LISTING = f"https://{WWW}/reports-bureau-of-democracy-human-rights-and-labor/country-reports-on-human-rights-practices/"
"""The page that lists the editions, the newest first."""

_NEEDS_FILE_NAME = ("2017-2021.state.gov",)
"""Hosts that are known to serve some pages only as ``.../index.html``."""


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
