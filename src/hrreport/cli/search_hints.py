"""Hints for a search that met nothing, or asked for what is not stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from hrreport.library.library import Library
    from hrreport.model.country import ReportId
    from hrreport.model.hit import Coverage, Query


def hint_for(library: Library, query: Query, coverage: Coverage) -> str:
    """Return what a reader can do who asked for what is not stored, or for a section that is not there; or nothing."""
    if not coverage.reports and (query.countries or query.years):
        from hrreport.catalogue import records

        years = query.years or (records.editions()[-1].year,)
        span = str(years[0]) if len(years) == 1 else f"{min(years)}-{max(years)}"
        return f"Hint: download first: hrreport download {' '.join(query.countries) or '--all'} {span}"
    if coverage.sections:
        newest = max(library.reports_of(query), key=lambda report_id: report_id.year)
        return _section_hint(library, newest, coverage.sections[0])
    return ""


def looser_hint(library: Library, query: Query) -> str:
    """Return how many paragraphs have the words of phrases anywhere, for a query that met nothing; or nothing."""
    if "_" not in query.text:
        return ""
    apart = replace(query, text=query.text.replace("_", " "))
    total = sum(tally.paragraphs for tally in library.count(apart, "year"))
    if not total:
        return ""
    where = "1 paragraph has" if total == 1 else f"{total:,} paragraphs have"
    return f"Hint: {where} all of these words, though not side by side: hrreport search {apart.text}"


def _section_hint(library: Library, report_id: ReportId, typed: str) -> str:
    """Return what a section that was not found may be called, by the example of one report."""
    from hrreport.catalogue.places import find_place

    stored = library.load(report_id)
    if stored is None:
        return ""
    try:
        return f"Hint: did you mean --section {find_place(stored.report(), typed).section}?"
    except InputError as error:
        return f"Hint: {error.message}"
    except NotFoundError as error:
        return f"Hint: {error.hint}"
