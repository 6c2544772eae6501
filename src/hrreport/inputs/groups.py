"""Interpret what was typed for many countries at once: all of them, regions, a file with a list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.inputs.selections import countries_in, split_values
from hrreport.inputs.text_files import read_text
from hrreport.model.edition_matrix import CountryGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.edition_matrix import ReportingRegion


def group_of(
    year: int,
    *,
    everything: bool = False,
    regions: Iterable[str] = (),
    file: str | None = None,
    countries: Iterable[str] = (),
) -> CountryGroup:
    """Return the countries that are meant, each once.

    Args:
        year: The edition; countries that have no report of their own in it are left out of regions and of all.
        everything: Whether all countries are meant.
        regions: Abbreviations or names of State's regions.
        file: A file with a country on each line.
        countries: Names of countries, as typed.

    Raises:
        InputError: A region or a country is not understood, the file cannot be read, or nothing is named.
    """
    if everything:
        return CountryGroup("All countries", tuple(c.slug for c in records.countries() if _reported(c.slug, year)))
    chosen = regions_in(regions)
    slugs = dict.fromkeys(
        country.slug
        for country in records.countries()
        if country.region in [region.id for region in chosen] and _reported(country.slug, year)
    )
    listed = list(countries) + (_lines(file) if file is not None else [])
    slugs |= dict.fromkeys(country.slug for country in countries_in(listed))
    if not slugs:
        raise InputError("no country was named", hint="write a country on each line, or name a region")
    names = [region.name for region in chosen]
    names += [Path(file).stem] if file is not None else []
    names += [f"{len(slugs)} countries"] if not names else []
    return CountryGroup(", ".join(names), tuple(slugs))


def regions_in(values: Iterable[str]) -> tuple[ReportingRegion, ...]:
    """Return the regions that are meant, by abbreviation or name.

    >>> [region.id for region in regions_in(["sca,Western Hemisphere"])]
    ['sca', 'wha']

    Raises:
        InputError: One is not a region.
    """
    known = {name.casefold(): region for region in records.regions() for name in (region.id, region.name)}
    found = {}
    for word in split_values(values, "region"):
        if word.casefold() not in known:
            regions = ", ".join(f"{region.id} ({region.name})" for region in records.regions())
            raise InputError(f'there is no region "{word}"', hint=f"the regions are {regions}")
        region = known[word.casefold()]
        found[region.id] = region
    return tuple(found.values())


def _reported(slug: str, year: int) -> bool:
    """Return whether a country has a report of its own in an edition, as far as that is known."""
    from hrreport.catalogue.countries import see_instead

    return not see_instead(slug, year)


def _lines(file: str) -> list[str]:
    """Return the countries of a list, without remarks and empty lines."""
    found: list[str] = []
    for number, line in enumerate(read_text(file, "a list of countries").splitlines(), 1):
        name = line.partition("#")[0].strip()
        try:
            found += [country.slug for country in countries_in([name] if name else [])]
        except InputError as error:
            raise error.with_changes(f'line {number} of "{file}": {error.message}') from error
    return found
