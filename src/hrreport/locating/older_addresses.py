"""Older addresses: numbered pages, 1999 to 2018, and pages named after their country, 1993 to 1999.

A numbered page keeps its place below the root of whatever site or archive it is on; that place is its *tail*
(``2005/61684.htm``). Tails have numbers and cannot be computed: an index names them.

The addresses of a report of 2005, say, are the `copies` of its tail, which `find_tail` in `edition_lists` gives;
`strategies` joins the two.

Addresses of named pages are made of the country's name as it was printed then, on two hosts. They are likely ones, not
known ones: that there is no page at any of them does not mean that there is no report.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from hrreport import tables
from hrreport.catalogue.countries import find_country
from hrreport.locating.addresses import archived
from hrreport.model.retrieval import Candidate
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.country import Country, ReportId
    from hrreport.model.retrieval import Origin

FIRST_NUMBERED = 1999
"""The first edition of numbered pages."""
LAST_NUMBERED = 2018
"""The last edition that had numbered pages."""
LAST_NAMED = 1999
"""The last edition that has named pages; it has numbered ones too."""

_PLACE = re.compile(r"state\.gov(?::\d+)?/+[gj]/+drl/+rls/+hrrpt/+(?P<tail>[^#]+)", re.IGNORECASE)
_UNTOUCHED = "id_/"
"""In a capture's address: the bytes as they were received; what follows is the page's own address."""

_LIBRARY = "http://dosfan.lib.uic.edu/ERC/democracy/"
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


@dataclass(frozen=True, slots=True)
class _Root:
    address: str
    first: int
    last: int
    origin: Origin


def path_below_root(address: str) -> str:
    """Return the tail of a page, wherever the address says it stands, or empty.

    >>> path_below_root("//2009-2017.state.gov/j/drl/rls/hrrpt/2005/61684.htm")
    '2005/61684.htm'
    >>> path_below_root("https://web.archive.org/web/2008/http://www.state.gov/g/drl/rls/hrrpt//2005/61684.htm#top")
    '2005/61684.htm'
    >>> path_below_root("https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/togo/")
    ''
    """
    found = _PLACE.search(address)
    return re.sub("/{2,}", "/", found["tail"]) if found else ""


def copies(year: int, *tails: str) -> tuple[Candidate, ...]:
    """Return where pages of an edition may be found: every site that carries it, then the archives.

    >>> [copy.url for copy in copies(2005, "2005/61684.htm")][:2]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['https://2009-2017.state.gov/j/drl/rls/hrrpt/2005/61684.htm',
     'https://2001-2009.state.gov/g/drl/rls/hrrpt/2005/61684.htm']
    """
    return tuple(_copy(root, tail) for root in _roots() if root.first <= year <= root.last for tail in tails)


def index_tails(year: int) -> tuple[str, ...]:
    """Return the tails of the pages that list an edition, or lead to such lists, the fullest first.

    >>> index_tails(2005), index_tails(2013)
    (('2005/index.htm',), ('2013humanrightsreport/index.htm', '2013/index.htm'))
    """
    viewers = [row["tail"] for row in tables.rows("old_viewers.csv") if int(row["year"]) == year]
    return (*viewers, f"{year}/index.htm")


def is_viewer(tail: str) -> bool:
    """Return whether a tail is that of an interactive viewer, which shows reports by script and holds none.

    >>> is_viewer("humanrightsreport/index.htm?year=2015&dlid=252839"), is_viewer("2015/nea/252925.htm")
    (True, False)
    """
    return re.match(r"\d*humanrightsreport(?:/|$)", tail) is not None


@cache
def _roots() -> tuple[_Root, ...]:
    return tuple(
        _Root(row["root"], int(row["first"]), int(row["last"]), cast("Origin", row["origin"]))
        for row in tables.rows("old_roots.csv")
    )


def _copy(root: _Root, tail: str) -> Candidate:
    address = root.address + tail
    match root.origin:
        case "internet-archive":
            return archived(address)
        case "web-archive":
            return Candidate(address, root.origin, address.partition(_UNTOUCHED)[2])
        case _:
            return Candidate(address, root.origin)


def named_pages(report: ReportId) -> tuple[Candidate, ...]:
    """Return the addresses at which a report of 1993 to 1999 is likely to be, in the order to ask them.

    >>> from hrreport.model.country import ReportId
    >>> named_pages(ReportId("saudi-arabia", 1994))[0].url
    'http://dosfan.lib.uic.edu/ERC/democracy/1994_hrp_report/94hrp_report_nea/SaudiArabia.html'
    >>> named_pages(ReportId("saudi-arabia", 1997))[0].url
    'https://1997-2001.state.gov/global/human_rights/1997_hrp_report/saudiara.html'
    """
    country = find_country(report.country)
    if report.year <= 1995:  # noqa: PLR2004  the last edition in the library
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
        for row in tables.rows_about("printed_then.csv", country.slug, year)
    )
    return listed or ((country.slug.replace("-", " ").title(), usual),)


def _run_together(name: str) -> str:
    """Return a name as the library's files have it.

    >>> _run_together("Trinidad And Tobago"), _run_together("Bosnia-Herzegovina")
    ('TrinidadTobago', 'Bosnia-Herzegovina')
    """
    return re.sub(r"\s+", "", re.sub(r"\b(?:and|of|the)\b", "", name, flags=re.IGNORECASE))


def _short(name: str) -> str:
    """Return a name as the site's files have it: eight letters at most.

    >>> _short("Saudi Arabia"), _short("Cote dIvoire")
    ('saudiara', 'cotedivo')
    """
    return re.sub("[^a-z]", "", name.lower())[:8]
