"""Searching: which paragraphs a query meets, the best of them, and how many there are.

Ranking costs most, so only the newest `CANDIDATES` paragraphs that are met are ranked; words that
stand nearly everywhere have more. All that are met are counted.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING, Literal

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.library.expression import All, QueryPhrase, as_match, is_exact, named
from hrreport.library.full_text_index import section_tags, tag, year_rows
from hrreport.library.index_words import key_of
from hrreport.library.passages import PassageReader
from hrreport.library.query import parse_query, read_query
from hrreport.library.schema import YEAR_SHIFT
from hrreport.library.suggestions import suggestions
from hrreport.library.synonyms import with_synonyms
from hrreport.model.country import ReportId
from hrreport.model.hit import QueryReading, SearchResult, Tally

if TYPE_CHECKING:
    import sqlite3

    from hrreport.library.expression import Expression
    from hrreport.model.hit import Query, Synonyms, Way

CANDIDATES = 5_000
"""Paragraphs that are ranked at most."""
_WEIGHTS = "1.0, 3.0, 2.0, 0.0"
"""Of the index's columns: text, label, heading, tags."""
_MOST_SPELLINGS = 8
"""Of one phrase."""


def search(db: sqlite3.Connection, query: Query, candidates: int = CANDIDATES) -> SearchResult:
    """Return the paragraphs that a query meets, the best first."""
    if query.limit < 0 or query.offset < 0 or query.context < 0:
        raise InputError("limit, offset and context of a search cannot be less than 0")
    expression, reading = read(db, query)
    condition, values = _narrow(expression, query)
    ranked = db.execute(  # lower scores are better, and lower rows newer
        f"SELECT bm25(passage, {_WEIGHTS}), -rowid FROM passage WHERE {condition} ORDER BY rowid DESC LIMIT ?",  # noqa: S608  our own words
        (*values, candidates),
    ).fetchall()
    total = len(ranked)
    if total == candidates:
        (total,) = db.execute(f"SELECT count(*) FROM passage WHERE {condition}", values).fetchone()  # noqa: S608
    best = heapq.nsmallest(query.offset + query.limit, ranked)[query.offset :]
    reader = PassageReader(db, expression, query.context)
    hits = tuple(reader.hit(-row, -score) for score, row in best)
    return SearchResult(hits, total, len(ranked), reading=reading)


def read(db: sqlite3.Connection, query: Query) -> tuple[Expression, QueryReading]:
    """Return what the words of a query mean in this library, and how they were read."""
    spellings = partial(_other_spellings, db)
    asked = read_query(query.text, spellings, exact=query.exact)
    expression = asked.expression
    used: tuple[Synonyms, ...] = ()
    if not query.exact:
        expression, used = with_synonyms(expression, lambda text: parse_query(text, spellings))
    reading = QueryReading(
        named(asked.expression),
        _way(asked.expression),
        forms=not is_exact(asked.expression),
        synonyms=used,
        notes=asked.notes,
        suggestions=suggestions(db, asked.expression),
    )
    return expression, reading


def _way(expression: Expression) -> Way:
    match expression:
        case QueryPhrase(typed=typed):
            return "phrase" if " " in typed else "word"
        case All(parts) if all(isinstance(part, QueryPhrase) for part in parts):
            return "words"
    return "expression"


def _narrow(expression: Expression | None, query: Query) -> tuple[str, tuple[object, ...]]:
    """Return the condition that a query sets to rows of the index, as SQL, and the values of its placeholders.

    Args:
        expression: What the words of the query mean; ``None`` for its filters alone.
        query: The query.

    Raises:
        InputError: There is no such region.
    """
    groups = (
        [tag("country", slug) for slug in query.countries],
        [tag("country", slug) for slug in _countries_of(query.regions)],
        [one for name in query.sections for one in section_tags(name)],
        [tag("topic", name) for name in records.with_narrower(query.topics)],
        [tag("kind", kind.value) for kind in query.kinds],
    )
    met = (f"{{heading label text}} : ({as_match(expression)})",) if expression else ()
    only = (f"tags : ({' OR '.join(group)})" for group in groups if group)
    match = " AND ".join((*met, *only))
    if not query.years:
        return "passage MATCH ?", (match,)
    years = sorted(set(query.years))
    marks = ", ".join("?" for _ in years)
    condition = f"passage MATCH ? AND rowid >= ? AND rowid < ? AND (rowid >> {YEAR_SHIFT}) IN ({marks})"
    return condition, (match, year_rows(years[0])[0], year_rows(years[-1])[1], *years)


def _countries_of(regions: tuple[str, ...]) -> list[str]:
    """Return the slugs of the countries of some regions."""
    if not regions:
        return []
    known = {country.region for country in records.countries()}
    for region in regions:
        if region not in known:
            raise InputError(f'there is no region "{region}"', hint=f"the regions are {', '.join(sorted(known))}")
    return [country.slug for country in records.countries() if country.region in regions]


def count(db: sqlite3.Connection, query: Query, by: Literal["country", "year"]) -> tuple[Tally, ...]:
    """Return how many paragraphs and reports a query meets: by country the most first, by year the oldest."""
    condition, values = _narrow(read(db, query)[0], query)
    met = db.execute(f"SELECT rowid FROM passage WHERE {condition} ORDER BY rowid", values)  # noqa: S608  our own condition
    rows = [row for (row,) in met]
    found: dict[str | int, list[int]] = {}
    reports = db.execute(
        "SELECT country, year, first_row, paragraphs FROM revision WHERE first_row IS NOT NULL ORDER BY first_row"
    )
    for country, year, first, paragraphs in reports:
        if here := bisect_left(rows, first + paragraphs) - bisect_left(rows, first):
            found.setdefault(country if by == "country" else year, []).append(here)
    tallies = [Tally(str(name), sum(paragraphs), len(paragraphs)) for name, paragraphs in found.items()]
    return tuple(sorted(tallies, key=lambda t: (0 if by == "year" else -t.paragraphs, t.name)))


def reports_of(db: sqlite3.Connection, query: Query) -> tuple[ReportId, ...]:
    """Return the stored reports that the countries, regions and years of a query let through."""
    among = _countries_of(query.regions)
    return tuple(
        ReportId(country, year)
        for country, year in db.execute("SELECT country, year FROM revision WHERE is_current ORDER BY country, year")
        if (not query.countries or country in query.countries)
        and (not query.regions or country in among)
        and (not query.years or year in query.years)
    )


def has_any(db: sqlite3.Connection, query: Query) -> bool:
    """Return whether the filters of a query, of which it has some besides years, let any paragraph through."""
    condition, values = _narrow(None, query)
    row = db.execute(f"SELECT 1 FROM passage WHERE {condition} LIMIT 1", values).fetchone()  # noqa: S608  our own condition
    return row is not None


def _other_spellings(
    db: sqlite3.Connection, words: tuple[str, ...], prefix: bool, forms: bool
) -> tuple[tuple[str, ...], ...]:
    """Return folded words joined, and parted, where some stored report prints them with a hyphen or an apostrophe.

    Where `prefix`, the last of them may go on; where `forms`, every form of them counts, and the spellings are stems.
    """
    found: list[tuple[str, ...]] = []
    keys = tuple(key_of(words, forms=forms).split())
    for i in range(len(words)):
        parted = db.execute("SELECT apart FROM compound WHERE joined = ? LIMIT ?", (keys[i], _MOST_SPELLINGS))
        found += [(*keys[:i], *apart.split(), *keys[i + 1 :]) for (apart,) in parted]
        for j in (i + 2, i + 3):
            pair = (key_of(("".join(words[i:j]),), forms=forms), " ".join(keys[i:j]))
            if len(words) >= j and db.execute("SELECT 1 FROM compound WHERE joined = ? AND apart = ?", pair).fetchone():
                found.append((*keys[:i], pair[0], *keys[j:]))
    if prefix:  # compounds that begin so, unless their first part does already
        longer = db.execute(
            "SELECT apart FROM compound WHERE joined > :word AND joined < :word || '\U0010ffff' "
            "AND apart NOT LIKE :word || '%' LIMIT :most",
            {"word": keys[-1], "most": _MOST_SPELLINGS},
        )
        found += [(*keys[:-1], *apart.split()) for (apart,) in longer]
    return tuple(found[:_MOST_SPELLINGS])
