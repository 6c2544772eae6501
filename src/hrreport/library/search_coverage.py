"""The coverage of a search: the reports that were looked at, and filters that cannot match."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.hit import Coverage

if TYPE_CHECKING:
    from hrreport.library.library import Library
    from hrreport.model.hit import Query


def coverage_of(library: Library, query: Query, total: int) -> Coverage:
    """Return what a search looked at.

    Only for one that met nothing, the sections and topics are sought one by one and the words without filters.

    Args:
        library: Where was searched.
        query: What was asked.
        total: Paragraphs that were met.
    """
    stored = library.reports_of(query)
    countries, years = {report_id.country for report_id in stored}, {report_id.year for report_id in stored}
    found = Coverage(
        len(stored),
        tuple(slug for slug in query.countries if slug not in countries),
        tuple(year for year in query.years if year not in years),
    )
    unfiltered = replace(query, countries=(), regions=(), years=(), sections=(), topics=(), kinds=())
    if total or query == unfiltered:
        return found
    found = replace(found, unfiltered=sum(tally.paragraphs for tally in library.count(unfiltered, "year")))
    if not stored:
        return found
    within = replace(query, sections=(), topics=(), kinds=())
    return replace(
        found,
        sections=tuple(name for name in query.sections if not library.has_any(replace(within, sections=(name,)))),
        topics=tuple(name for name in query.topics if not library.has_any(replace(within, topics=(name,)))),
    )


def matters(query: Query, total: int) -> bool:
    """Return whether a reader must know the coverage: nothing was found, or not every report asked for is stored."""
    return not total or bool(query.countries or query.years)
