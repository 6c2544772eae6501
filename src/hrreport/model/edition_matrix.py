"""Countries that are read together: in one edition, and on one topic over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.gap import MissingReport
    from hrreport.model.topic import Topic
    from hrreport.model.topic_reading import ReportReadings


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


@dataclass(frozen=True, slots=True)
class EditionMatrix:
    """Countries by topics in one edition."""

    group: CountryGroup
    year: int
    topics: tuple[Topic, ...]
    reports: tuple[ReportReadings, ...]
    """In the order of the group, those alone that are in the library; each with a reading for each topic."""
    unheaded: tuple[Topic, ...] = ()
    """Topics left out because none of these reports has a heading for them or for a wider topic."""
    cautions: tuple[str, ...] = ()
    gaps: tuple[MissingReport, ...] = ()
    """Countries of the group without a report here."""


@dataclass(frozen=True, slots=True)
class CountrySeries:
    """One country over the editions: its reports in the library, oldest first."""

    country: str
    reports: tuple[ReportReadings, ...]
    """Each with one reading: of the topic that is followed."""


@dataclass(frozen=True, slots=True)
class GroupTrend:
    """One topic in many countries over the editions."""

    group: CountryGroup
    topic: Topic
    years: tuple[int, ...]
    """Editions of which any country has a report here, ascending."""
    borders: tuple[int, ...]
    """Those of them whose outline is another than that of the one before."""
    series: tuple[CountrySeries, ...]
    """In the order of the group, those alone that have a report here."""
    cautions: tuple[str, ...] = ()
    gaps: tuple[MissingReport, ...] = ()
