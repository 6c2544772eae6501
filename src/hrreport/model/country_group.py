"""Countries that are read together: all of them, a region, or those of a list."""

from __future__ import annotations

from hrreport.values import dataclass


@dataclass(frozen=True, slots=True)
class CountryGroup:
    """Countries that are read together."""

    name: str
    """As shown: "All countries", "South and Central Asia"."""
    countries: tuple[str, ...]
    """Slugs, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class ReportingRegion:
    """The countries of one of State's regional bureaus, under whose headings its site lists the reports."""

    id: str
    """State's abbreviation: ``sca``."""
    name: str
    """As the site lists it: "South and Central Asia"."""
