"""The 1990s: pages whose addresses are made of the country's name as it was printed then.

Two hosts keep them. The addresses are likely ones, not known ones: that there is no page at any
of them does not mean that there is no report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.catalogue.countries import find_country
from hrreport.locating.addresses import archived
from hrreport.model.retrieval import Candidate

if TYPE_CHECKING:
    from hrreport.model.country import Country, ReportId

LAST = 1999
"""The last edition that has pages so named; it has numbered ones too."""

_LIBRARY = "http://dosfan.lib.uic.edu/ERC/democracy/"
_LIBRARY_LAST = 1995
_SITE = "https://1997-2001.state.gov/global/human_rights/"
_SITE_THEN = "http://www.state.gov/www/global/human_rights/"
_END_OF_TERM = "https://webarchive.library.unt.edu/eot2008/20090506000000id_/"
_FOLDERS = {
    "af": ("africa",),
    "eap": ("eap",),
    "eur": ("eur",),
    "nea": ("nea",),
    "sca": ("sasia", "eur"),
    "wha": ("ara",),
}
"""Folders of the regions; the Central Asian countries stood with Europe."""
_DROPPED = r"\b(?:and|of|the)\b"
_LONGEST = 8
"""Letters of a file's name on the site of 1996 to 1999."""


def named_pages(report: ReportId) -> tuple[Candidate, ...]:
    """Return the addresses at which a report of 1993 to 1999 is likely to be, in the order to ask them.

    >>> from hrreport.model.country import ReportId
    >>> named_pages(ReportId("saudi-arabia", 1994))[0].url
    'http://dosfan.lib.uic.edu/ERC/democracy/1994_hrp_report/94hrp_report_nea/SaudiArabia.html'
    >>> named_pages(ReportId("saudi-arabia", 1997))[0].url
    'https://1997-2001.state.gov/global/human_rights/1997_hrp_report/saudiara.html'
    """
    country = find_country(report.country)
    if report.year <= _LIBRARY_LAST:
        pages = _library_pages(country, report.year)
        return (*(Candidate(page, "web-archive", page) for page in pages), *map(archived, pages[:1]))
    files = _files(country, report.year)
    return (
        *(Candidate(_SITE + file) for file in files),
        *(archived(base + file) for base in (_SITE, _SITE_THEN) for file in files[:1]),
        *(Candidate(_END_OF_TERM + _SITE_THEN + file, "web-archive", _SITE_THEN + file) for file in files[:1]),
    )


def _library_pages(country: Country, year: int) -> tuple[str, ...]:
    return tuple(
        f"{_LIBRARY}{year}_hrp_report/{year % 100}hrp_report_{folder}/{_run_together(name)}.html"
        for name, folders in _names(country, year)
        for folder in folders
    )


def _files(country: Country, year: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{year}_hrp_report/{_short(name)}.html" for name, _ in _names(country, year)))


def _names(country: Country, year: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names under which a country was printed in an edition, each with the folders to look in."""
    usual = _FOLDERS[country.region]
    listed = tuple(
        (row["name"], (row["folder"],) if row["folder"] else usual)
        for row in tables.rows("printed_then.csv")
        if row["country"] == country.slug and int(row["first"] or 0) <= year <= int(row["last"] or year)
    )
    return listed or ((country.slug.replace("-", " ").title(), usual),)


def _run_together(name: str) -> str:
    """Return a name as the library's files have it.

    >>> _run_together("Trinidad And Tobago"), _run_together("Bosnia-Herzegovina")
    ('TrinidadTobago', 'Bosnia-Herzegovina')
    """
    return re.sub(r"\s+", "", re.sub(_DROPPED, "", name, flags=re.IGNORECASE))


def _short(name: str) -> str:
    """Return a name as the site's files have it.

    >>> _short("Saudi Arabia"), _short("Cote dIvoire")
    ('saudiara', 'cotedivo')
    """
    return re.sub("[^a-z]", "", name.lower())[:_LONGEST]
