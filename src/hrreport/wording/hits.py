"""Words for the result of a search, the same in every format.

"No passage has it" is said of what was searched only: a report that is not stored, and a section that
no stored report has, were not searched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import is_guessed
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.hit import Coverage, Query, QueryReading, SearchResult

_MANY = 8
"""Names that are listed at most."""


def describe_found(query: Query, result: SearchResult) -> str:
    """Return how many passages were found, how many of them are shown, and what was not searched.

    >>> from hrreport.model.hit import Query, SearchResult
    >>> describe_found(Query("prison"), SearchResult((), 0, 0))
    'No passage has prison.'
    """
    if not result.total:
        return describe_no_hits(query, result.coverage, result.reading)
    found = f"{counted(result.total, 'passage')} with {_asked(query, result.reading)}"
    if len(result.hits) < result.total:
        found += f"; {len(result.hits):,} shown, the best first"
    if result.ranked < result.total:
        found += f", of the newest {result.ranked:,}"
    years = _years(hit.id.year for hit in result.hits if query.topics and is_guessed(hit.id.year))
    guessed = [f"What the passages of {', '.join(years)} are about is guessed."] if years else []
    return " ".join(
        (f"{found}.", *guessed, *describe_query_reading(result.reading), *describe_unsearched(result.coverage))
    )


def describe_no_hits(query: Query, coverage: Coverage | None, reading: QueryReading | None = None) -> str:
    """Return that nothing was met, and why: nothing was searched, a filter meets nothing, or there is none.

    >>> from hrreport.model.hit import Coverage, Query
    >>> describe_no_hits(Query("prison", years=(1999,)), Coverage(0, years=(1999,), unfiltered=26))
    'No report for 1999 is stored, so none was searched. Without --year 1999, 26 passages have prison.'
    >>> describe_no_hits(Query("prison", sections=("9.z",)), Coverage(3, sections=("9.z",), unfiltered=1))
    'The 3 reports searched have no section 9.z. Without --section 9.z, 1 passage has prison.'
    """
    asked = _asked(query, reading)
    filters = _describe_filters(query)
    if coverage is None:
        sentences = [f"No passage has {asked}."]
    elif not filters:
        sentences = [f"No passage of the {counted(coverage.reports, 'stored report')} has {asked}."]
    else:
        sentences = _cause(query, asked, coverage, filters)
        if coverage.unfiltered:
            verb = "has" if coverage.unfiltered == 1 else "have"
            sentences.append(f"Without {filters}, {counted(coverage.unfiltered, 'passage')} {verb} {asked}.")
        elif coverage.unfiltered is not None:
            sentences.append(f"Without {filters}, no stored passage has {asked}.")
    return " ".join((*sentences, *describe_query_reading(reading)))


def describe_query_reading(reading: QueryReading | None) -> list[str]:
    """Return sentences on how a query was read: as what, with which synonyms, and what was passed over.

    >>> from hrreport.model.hit import QueryReading
    >>> describe_query_reading(QueryReading('"hunger strike"', "phrase", forms=True))
    ['Read as a phrase; any form of its words counts.']
    """
    if reading is None:
        return []
    ways = {"phrase": "Read as a phrase", "words": "Read as words that are all in the paragraph"}
    how = ways.get(reading.way, "")
    if reading.forms:
        counts = {"words": "any form of them", "word": "any form of the word"}.get(reading.way, "any form of its words")
        how = f"{how}; {counts} counts" if how else f"A{counts[1:]} counts"
    elif how:
        how += ", word for word"
    notes = [f"{note[0].upper()}{note[1:]}." for note in reading.notes]
    also = [
        f'Looked for as well as "{s.term}": {", ".join(s.others)} (--exact leaves them out).' for s in reading.synonyms
    ]
    return [f"{how}."] * bool(how) + notes + also


def describe_suggestions(reading: QueryReading | None) -> list[str]:
    """Return sentences on words that no stored report has, and what may be meant.

    >>> from hrreport.model.hit import QueryReading, Suggestion
    >>> suggestion = Suggestion("polcie", ("police",))
    >>> describe_suggestions(QueryReading("polcie", "word", forms=True, suggestions=(suggestion,)))
    ['No stored report has the word "polcie": did you mean police?']
    """
    if reading is None:
        return []
    return [
        f'No stored report has the word "{each.word}"'
        + (f": did you mean {' or '.join(each.alike)}?" if each.alike else ".")
        for each in reading.suggestions
        if each.alike or reading.way != "word"
    ]


def _asked(query: Query, reading: QueryReading | None) -> str:
    return reading.asked if reading else query.text


def describe_unsearched(coverage: Coverage | None) -> list[str]:
    """Return a sentence on the countries and years of which no report is stored, if there are such.

    >>> from hrreport.model.hit import Coverage
    >>> describe_unsearched(Coverage(1, ("burma",), (2016, 2017, 2018, 2020)))
    ['Not stored, and so not searched: Burma; 2016-2018, 2020.']
    """
    if coverage is None or not (coverage.countries or coverage.years):
        return []
    parts = (_listed(_countries(coverage.countries), ", "), ", ".join(_years(coverage.years)))
    return [f"Not stored, and so not searched: {'; '.join(filter(None, parts))}."]


def _cause(query: Query, asked: str, coverage: Coverage, filters: str) -> list[str]:
    """Return the sentences that say why nothing was met."""
    if not coverage.reports:
        on = f" on {_listed(_countries(query.countries), ' or ')}" if query.countries else ""
        region = f" on a country of the region {' or '.join(query.regions)}" if query.regions else ""
        year = f" for {' or '.join(_years(query.years))}" if query.years else ""
        return [f"No report{on}{region}{year} is stored, so none was searched."]
    one = coverage.reports == 1
    reports = "report searched" if one else f"{coverage.reports:,} reports searched"
    has = "has" if one else "have"
    causes = []
    if coverage.sections:
        causes.append(f"The {reports} {has} no section {_listed(coverage.sections, ' or ')}.")
    if coverage.topics:
        causes.append(f"The {reports} {has} nothing on the topic {_listed(coverage.topics, ' or ')}.")
    if not causes or set(coverage.sections) < set(query.sections) or set(coverage.topics) < set(query.topics):
        searched = f"the {reports}" if not causes else "it" if one else "them"
        causes.append(f"No passage of {searched} has {asked} with {filters}.")
    return [*causes, *describe_unsearched(coverage)]


def _describe_filters(query: Query) -> str:
    """Return the filters of a query as they are typed, or nothing where there is none.

    >>> from hrreport.model.hit import Query
    >>> _describe_filters(Query("x", countries=("chad", "niger"), years=(2021, 2022)))
    '--country chad,niger --year 2021-2022'
    """
    filters = (
        ("country", query.countries),
        ("region", query.regions),
        ("year", _years(query.years)),
        ("section", query.sections),
        ("topic", query.topics),
        ("kind", [kind.value for kind in query.kinds]),
    )
    return " ".join(f"--{name} {','.join(values)}" for name, values in filters if values)


def _countries(slugs: Iterable[str]) -> list[str]:
    names = records.country_names()
    return [names.get(slug, slug) for slug in slugs]


def _years(years: Iterable[int]) -> list[str]:
    """Return years as ranges.

    >>> _years((2020, 2016, 2017))
    ['2016-2017', '2020']
    """
    ranges: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if ranges and ranges[-1][1] == year - 1:
            ranges[-1] = (ranges[-1][0], year)
        else:
            ranges.append((year, year))
    return [str(first) if first == last else f"{first}-{last}" for first, last in ranges]


def _listed(names: Sequence[str], joint: str) -> str:
    """Return names with a joint between them, the last of very many left out and counted."""
    shown = joint.join(names[:_MANY])
    return shown if len(names) <= _MANY else f"{shown} and {len(names) - _MANY:,} more"
