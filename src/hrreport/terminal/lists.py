"""Views of what can be asked for: countries and editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.reports import counted, day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.country import Country, Edition

_COUNTRIES = (Column(flexible=True), Column(dispensable=True), Column(), Column())
_EDITIONS = (Column("right"), Column(), Column(flexible=True))


def countries_view(countries: Iterable[Country], year: int | None = None, *, stored_only: bool = False) -> Document:
    """Return countries with what may be typed for them: name, other names, slug, ISO codes.

    Args:
        year: The edition that they are listed for, or ``None`` for all editions.
        stored_only: Whether they are those with a report in the library, as the edition's list could not be fetched.
    """
    rows = [(_name(c), *cells(c.slug, style="faint"), *cells(c.alpha2, c.alpha3)) for c in countries]
    which = f"with a report for {year}" if year else "with a report in some year"
    if stored_only:
        which = f"whose report for {year} is in the library; the list of the edition could not be fetched"
    foot = f"{counted(len(rows), 'country or territory', 'countries and territories')} {which}."
    table = Table(_COUNTRIES, (cells("Country", "Slug", "ISO", "", style="faint"), *rows))
    return Document((table, TextBlock((StyledSpan(foot, "faint"),), above=1)))


def _name(country: Country) -> TextBlock:
    """Return a country's name, other names on the lines below; mere expansions of a name are left out."""
    names = {country.name, *country.other_names}
    others = [name for name in country.other_names if name.partition(" (")[0] not in names - {name}]
    if not others:
        return TextBlock((clean_span(country.name),))
    return TextBlock((clean_span(", ".join(others), "faint"),), (clean_span(country.name),), 2)


def editions_view(editions: Iterable[Edition]) -> Document:
    """Return editions in the order given: year covered, date of publication, hosts in the order to try."""
    rows = [
        (*cells(str(e.year), day(e.published) or "not known"), *cells(", ".join(e.hosts), style="faint"))
        for e in editions
    ]
    return Document((Table(_EDITIONS, (cells("Year", "Published", "Hosts", style="faint"), *rows)),))
