"""Indexes of the old tree: what a page that lists reports, or regions, leads to.

An index is read by the addresses that it links, not by its markup, which changed with the years
and is rewritten in archives: a number is a report's page, a region's folder or ``c`` and a number
is a region's list. The words linked name the country.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.countries import country_of_printed_name
from hrreport.locating.addresses import whole_address
from hrreport.locating.older_addresses import FIRST_NUMBERED, is_viewer, path_below_root
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.country import Country

_REPORT = r"(?:(?P<folder>[a-z]{2,3})/)?(?P<number>\d+)(?:pf)?\.html?"
"""The place of a report's page below its year; "pf" is the printer-friendly copy."""
_REGION = r"c\d+\.html?|(?P<folder>[a-z]{2,3})(?:/(?:index\.html?)?)?"
_FRONT_MATTER = (
    r"(?i)(?:secretary|preface|foreword|introduction|overview|acknowledg|appendi|annex|errata|notes?\b|"
    r"remarks|briefing|fact sheet|press|frequently|explanatory|description|table of contents|read|more|view|print)"
)
"""How the names of pages begin that stand beside the countries."""
_REGIONS = {
    "af": ("africa",),
    "eap": ("east asia", "pacific"),
    "eur": ("europe", "eurasia", "newly independent", "new independent"),
    "nea": ("near east", "north africa", "middle east"),
    "sca": ("south asia", "central asia", "south and central asia", "south central asia"),
    "wha": ("western hemisphere", "america"),
}
"""Words of the regions' names, by State's abbreviation; the longest that fits decides."""
_INSIDE = r"\s*(?P<name>[^(]+)\((?P<inside>[^()]+)\)\s*"
_INCLUDING = r"(?i)\s*\((?:includ\w*|incl\.?|formerly|see|also)\b[^()]*\)"


@dataclass(frozen=True, slots=True)
class Region:
    """A region's list of reports."""

    name: str
    tail: str
    code: str = ""
    """State's abbreviation, or empty where neither the address nor the name tells it."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The links of an index page."""

    reports: tuple[tuple[Country, str], ...] = ()
    """The countries listed, in its order, each with the tail of its page."""
    regions: tuple[Region, ...] = ()
    """The regions' lists, where the countries are listed there."""
    unread: tuple[str, ...] = ()
    """Names of pages that look like reports of countries that are not known."""

    def __bool__(self) -> bool:
        """Return whether it has links, and so is an index."""
        return bool(self.reports or self.regions)

    def tail_of(self, country: str) -> str:
        """Return the tail of a country's page, or empty where it is not listed."""
        return next((tail for listed, tail in self.reports if listed.slug == country), "")


def own_links(year: int, page: str, links: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return those links of an index that lead to pages of an edition: the words linked and the tail.

    Args:
        year: The year covered.
        page: The address of the index, to which its links are relative.
        links: The words linked and the address, as the page has it.

    >>> own_links(2005, "http://www.state.gov/g/drl/rls/hrrpt/2005/index.htm", [("Togo", "61598.htm"), ("Home", "/")])
    (('Togo', '2005/61598.htm'),)
    """
    found = ((name, path_below_root(whole_address(page, address))) for name, address in links)
    return tuple((name, tail) for name, tail in found if _belongs(year, tail))


def read_index(year: int, links: Iterable[tuple[str, str]]) -> IndexPage:
    """Return what the links of an index lead to.

    Args:
        year: The year covered.
        links: The words linked and the tail, as `own_links` gives them.

    >>> index = read_index(2005, [("Africa", "2005/c170970.htm"), ("Preface", "2005/61552.htm")])
    >>> [region.code for region in index.regions], index.reports, index.unread
    (['af'], (), ())
    """
    reports: dict[str, tuple[Country, str]] = {}
    regions: dict[str, Region] = {}
    unread: dict[str, None] = {}
    for name, tail in links:
        country = printed_country(name)
        if region := _region(year, name, tail):
            regions.setdefault(region.tail, region)
        elif report_tail := _report(year, tail, country):
            if country:
                reports.setdefault(country.slug, (country, report_tail))
            elif not re.match(_FRONT_MATTER, name):
                unread.setdefault(name or report_tail)
    return IndexPage(tuple(reports.values()), tuple(regions.values()), tuple(unread))


def printed_country(name: str) -> Country | None:
    """Return the country that an index means by a name, or ``None``: what it includes is left out.

    A territory printed with its country is the territory, since the country has a line of its own.

    >>> [printed_country(name).slug for name in ("Serbia (includes Kosovo)", "China (Hong Kong)", "Congo, Republic of")]
    ['serbia', 'hong-kong', 'republic-of-the-congo']
    """
    plain = re.sub(_INCLUDING, "", name)
    found = country_of_printed_name(name) or country_of_printed_name(plain) or _once_printed().get(plain.casefold())
    if found is None and (parts := re.fullmatch(_INSIDE, plain)) and country_of_printed_name(parts["name"]):
        return country_of_printed_name(parts["inside"])
    return found


@cache
def _once_printed() -> dict[str, Country]:
    """Return the countries by names that were printed for them and are typed for them no more."""
    by_slug = {country.slug: country for country in records.countries()}
    rows = [row for row in tables.rows("printed_then.csv") if int(row["last"] or FIRST_NUMBERED) >= FIRST_NUMBERED]
    return {row["name"].casefold(): by_slug[row["country"]] for row in rows}


def _belongs(year: int, tail: str) -> bool:
    """Return whether a tail is one of an edition: a page of its folder, or one shown in its viewer."""
    if not is_viewer(tail):
        return tail.startswith(f"{year}/")
    asked = parse_qs(urlsplit(tail).query)
    return "dlid" in asked and (asked.get("year") or [tail.partition("human")[0]])[0] in ("", str(year))


def _region(year: int, name: str, tail: str) -> Region | None:
    tail = tail.partition("?")[0]
    found = re.fullmatch(_REGION, tail.removeprefix(f"{year}/"))
    if not found:
        return None
    code = found["folder"] if found["folder"] in _REGIONS else _code(name)
    return Region(name or code or tail, tail, code)


def _code(name: str) -> str:
    """Return State's abbreviation of a region, or empty.

    >>> _code("Near East and North Africa"), _code("South and Central Asia"), _code("Appendices")
    ('nea', 'sca', '')
    """
    named = [(len(word), code) for code, words in _REGIONS.items() for word in words if word in name.lower()]
    return max(named)[1] if named else ""


def _report(year: int, tail: str, country: Country | None) -> str:
    """Return the tail of the page that holds a report, or empty for what is not a report.

    A viewer shows the page whose number it is given; its folder is the country's region.
    """
    if is_viewer(tail):
        number = parse_qs(urlsplit(tail).query)["dlid"][0]
        return f"{year}/{country.region}/{number}.htm" if country and number.isdecimal() else ""
    found = re.fullmatch(_REPORT, tail.removeprefix(f"{year}/").partition("?")[0])
    if not found:
        return ""
    folder = f"{found['folder']}/" if found["folder"] else ""
    return f"{year}/{folder}{found['number']}.htm"
