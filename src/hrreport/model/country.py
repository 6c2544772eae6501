"""A country as the Department of State names it, and the editions of the reports."""

from __future__ import annotations

from hrreport.values import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory that has, or had, a report of its own."""

    slug: str
    """State's own name in addresses: ``burma``, ``cote-divoire``, ``the-gambia``."""
    name: str
    """The name as State prints it today."""
    alpha2: str = ""
    """ISO 3166-1 alpha-2, or empty where there is none."""
    alpha3: str = ""
    """ISO 3166-1 alpha-3, or empty where there is none."""
    region: str = ""
    """State's regional bureau: af, eap, eur, nea, sca or wha."""
    other_names: tuple[str, ...] = ()
    """Other names people type: Myanmar, Ivory Coast, DRC."""


@dataclass(frozen=True, slots=True, order=True)
class ReportId:
    """One country's report of one edition."""

    country: str
    """The country's slug."""
    year: int
    """The year covered, not the year of publication."""

    def __str__(self) -> str:
        return f"{self.country} {self.year}"


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's set of country reports."""

    year: int
    """The year covered."""
    published: str = ""
    """ISO date of first publication, or empty where not known."""
    outline: str = ""
    """Name of the outline that its reports follow, or empty for an edition not known yet."""
    hosts: tuple[str, ...] = ()
    """Hosts that carry it, in the order to try."""
