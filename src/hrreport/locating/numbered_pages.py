"""Numbered pages, 1999 to 2018: the roots of sites and archives under which each may stand.

A page keeps its place below the root wherever it is; that place is its *tail*
(``2005/61684.htm``). Tails hold numbers and cannot be computed: an index names them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from hrreport import tables
from hrreport.locating.addresses import archived
from hrreport.model.retrieval import Candidate
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.retrieval import Origin

FIRST = 1999
"""The first edition in the tree."""
LAST = 2018
"""The last edition that had pages in it."""

_PLACE = re.compile(r"state\.gov(?::\d+)?/+[gj]/+drl/+rls/+hrrpt/+(?P<tail>[^#]+)", re.IGNORECASE)
_UNTOUCHED = "id_/"
"""In a capture's address: the bytes as they were received; what follows is the page's own address."""


@dataclass(frozen=True, slots=True)
class _Root:
    address: str
    first: int
    last: int
    origin: Origin


def path_below_root(address: str) -> str:
    """Return the place of a page below the root, wherever the address says it stands, or empty.

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
    """Return the places of the pages that list an edition, or lead to such lists, the fullest first.

    >>> index_tails(2005), index_tails(2013)
    (('2005/index.htm',), ('2013humanrightsreport/index.htm', '2013/index.htm'))
    """
    viewers = [row["tail"] for row in tables.rows("old_viewers.csv") if int(row["year"]) == year]
    return (*viewers, f"{year}/index.htm")


def is_viewer(tail: str) -> bool:
    """Return whether a place is that of an interactive viewer, which shows reports by script and holds none.

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
