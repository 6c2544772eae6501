"""Editions: the years that have one, those known when this version was made and those found since."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.model.country import Edition
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

WWW = "www.state.gov"
"""The Department's site, which carries the newest editions."""

LATEST = "latest"
"""What may be typed for the newest edition known."""
_EDITION = r"/reports/(?P<year>[0-9]{4})-country-reports-on-human-rights-practices/?(?:index\.html?)?$"


def find_year(text: str, *, this_year: int | None = None) -> int:
    """Return the year covered that a person means.

    Args:
        text: What was typed.
        this_year: The calendar year it is. An edition is published after the year it covers, so
            that none can cover this one or a later one. ``None`` leaves that to be found out.

    >>> find_year("2023"), find_year("latest") == records.editions()[-1].year
    (2023, True)

    Raises:
        InputError: It is not a year, or one that cannot have an edition.
    """
    shown = fold(text)[:20]
    if shown.casefold() == LATEST:
        return records.editions()[-1].year
    if not re.fullmatch("[0-9]{4}", shown):
        raise InputError(f'"{shown}" is not a year', hint="YEAR is the year covered, in four digits: 2023")
    year, first, newest = int(shown), records.editions()[0].year, records.editions()[-1].year
    if year < first:
        raise InputError(f"no report of {year} is online", hint=f"YEAR is the year covered; the first is {first}")
    if this_year is not None and year >= max(this_year, newest + 1):
        raise InputError(
            f"there is no report of {year} yet",
            hint=f"YEAR is the year covered, and its report is published in a later one; the newest known is {newest}",
        )
    return year


def find_edition(year: int) -> Edition:
    """Return the edition that covers a year; for one not known yet, where it is likely to be.

    >>> find_edition(2031)
    Edition(year=2031, published='', outline='', hosts=('www.state.gov',))
    """
    known = (edition for edition in records.editions() if edition.year == year)
    return next(known, Edition(year, hosts=(WWW,)))


def discover_editions(links: Iterable[tuple[str, str]]) -> tuple[Edition, ...]:
    """Return the editions known and those that the site's listing page names, oldest first.

    Args:
        links: The links of the listing page: the words linked and the address.

    >>> discover_editions([("New", "https://www.state.gov/reports/2031-country-reports-on-human-rights-practices/")])[-1]
    Edition(year=2031, published='', outline='', hosts=('www.state.gov',))
    """
    years = {edition.year for edition in records.editions()} | named_years(links)
    return tuple(find_edition(year) for year in sorted(years))


def named_years(links: Iterable[tuple[str, str]]) -> frozenset[int]:
    """Return the years of the editions that links lead to.

    >>> named_years([("New", "https://www.state.gov/reports/2031-country-reports-on-human-rights-practices/")])
    frozenset({2031})
    """
    found = (re.search(_EDITION, url.partition("?")[0]) for _, url in links)
    return frozenset(int(each["year"]) for each in found if each)
