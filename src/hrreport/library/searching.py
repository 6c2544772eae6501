"""Searching: which paragraphs a query meets, the best of them, and how many there are.

Ranking costs most, so only the newest `CANDIDATES` paragraphs that are met are ranked; words that
stand nearly everywhere have more. All that are met are counted.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from hrreport.errors import InputError
from hrreport.library.expression import All, QueryPhrase, is_exact, named
from hrreport.library.filters import narrow, of_regions
from hrreport.library.index_words import key_of
from hrreport.library.passages import PassageReader
from hrreport.library.query import read_query
from hrreport.library.suggestions import suggestions
from hrreport.library.synonyms import with_synonyms
from hrreport.model.country import ReportId
from hrreport.model.hit import QueryReading, SearchResult, Tally

if TYPE_CHECKING:
    import sqlite3

    from hrreport.library.expression import Expression
    from hrreport.library.filters import IndexQuery
    from hrreport.model.hit import Query, Synonyms, Way

CANDIDATES = 5_000
"""Paragraphs that are ranked at most."""
WEIGHTS = (1.0, 3.0, 2.0, 0.0)
"""Of the index's columns: text, label, heading, tags."""
MOST_SPELLINGS = 8
"""Of one phrase."""


def search(db: sqlite3.Connection, query: Query, candidates: int = CANDIDATES) -> SearchResult:
    """Return the paragraphs that a query meets, the best first."""
    if query.limit < 0 or query.offset < 0 or query.context < 0:
        raise InputError("limit, offset and context of a search cannot be less than 0")
    expression, reading = read(db, query)
    narrowed = narrow(expression, query)
    ranked = _ranked(db, narrowed, candidates)
    best = heapq.nsmallest(query.offset + query.limit, ranked)[query.offset :]
    total = len(ranked) if len(ranked) < candidates else _total(db, narrowed)
    reader = PassageReader(db, expression, query.context)
    hits = tuple(reader.hit(-row, -score) for score, row in best)
    return SearchResult(hits, total, len(ranked), reading=reading)


def read(db: sqlite3.Connection, query: Query) -> tuple[Expression, QueryReading]:
    """Return what the words of a query mean in this library, and how they were read."""

    def spellings(words: tuple[str, ...], prefix: bool, forms: bool) -> tuple[tuple[str, ...], ...]:
        return other_spellings(db, words, prefix=prefix, forms=forms)

    asked = read_query(query.text, spellings, exact=query.exact)
    expression = asked.expression
    used: tuple[Synonyms, ...] = ()
    if not query.exact:
        expression, used = with_synonyms(expression, lambda text: read_query(text, spellings).expression)
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


def count(db: sqlite3.Connection, query: Query, by: Literal["country", "year"]) -> tuple[Tally, ...]:
    """Return how many paragraphs and reports a query meets: by country the most first, by year the oldest."""
    rows = _rows(db, narrow(read(db, query)[0], query))
    found: dict[str | int, list[int]] = {}
    reports = db.execute(
        "SELECT country, year, first_row, paragraphs FROM revision WHERE first_row IS NOT NULL ORDER BY first_row"
    )
    for country, year, first, paragraphs in reports:
        met = bisect_left(rows, first + paragraphs) - bisect_left(rows, first)
        if met:
            tally = found.setdefault(country if by == "country" else year, [0, 0])
            tally[0] += met
            tally[1] += 1
    tallies = [Tally(str(name), paragraphs, reports) for name, (paragraphs, reports) in found.items()]
    return tuple(sorted(tallies, key=lambda t: (0 if by == "year" else -t.paragraphs, t.name)))


def reports_of(db: sqlite3.Connection, query: Query) -> tuple[ReportId, ...]:
    """Return the stored reports that the countries, regions and years of a query let through."""
    among = of_regions(query.regions)
    return tuple(
        ReportId(country, year)
        for country, year in db.execute("SELECT country, year FROM revision WHERE is_current ORDER BY country, year")
        if (not query.countries or country in query.countries)
        and (not query.regions or country in among)
        and (not query.years or year in query.years)
    )


def has_any(db: sqlite3.Connection, query: Query) -> bool:
    """Return whether the filters of a query, of which it has some besides years, let any paragraph through."""
    narrowed = narrow(None, query)
    row = db.execute(f"SELECT 1 FROM passage WHERE {narrowed.condition} LIMIT 1", narrowed.values).fetchone()  # noqa: S608
    return row is not None


def other_spellings(
    db: sqlite3.Connection, words: tuple[str, ...], *, prefix: bool, forms: bool
) -> tuple[tuple[str, ...], ...]:
    """Return words joined, and parted, where some stored report prints them with a hyphen or an apostrophe.

    Args:
        db: The open file.
        words: Folded.
        prefix: Whether the last of them may go on.
        forms: Whether every form of them counts; the spellings are stems then.
    """
    found: list[tuple[str, ...]] = []
    keys = tuple(key_of(words, forms=forms).split())
    for i in range(len(words)):
        parted = db.execute("SELECT apart FROM compound WHERE joined = ? LIMIT ?", (keys[i], MOST_SPELLINGS))
        found += [(*keys[:i], *apart.split(), *keys[i + 1 :]) for (apart,) in parted]
        for j in (i + 2, i + 3):
            pair = (key_of(("".join(words[i:j]),), forms=forms), " ".join(keys[i:j]))
            if len(words) >= j and db.execute("SELECT 1 FROM compound WHERE joined = ? AND apart = ?", pair).fetchone():
                found.append((*keys[:i], pair[0], *keys[j:]))
    if prefix:  # compounds that begin so, unless their first part does already
        longer = db.execute(
            "SELECT apart FROM compound WHERE joined > :word AND joined < :word || '\U0010ffff' "
            "AND apart NOT LIKE :word || '%' LIMIT :most",
            {"word": keys[-1], "most": MOST_SPELLINGS},
        )
        found += [(*keys[:-1], *apart.split()) for (apart,) in longer]
    return tuple(found[:MOST_SPELLINGS])


def _ranked(db: sqlite3.Connection, narrowed: IndexQuery, candidates: int) -> list[tuple[float, int]]:
    """Return the scores and rows of the newest paragraphs met; lower is better, and newer."""
    weights = ", ".join(map(str, WEIGHTS))
    return db.execute(
        f"SELECT bm25(passage, {weights}), -rowid FROM passage WHERE {narrowed.condition} "  # noqa: S608  our own words
        f"ORDER BY rowid DESC LIMIT ?",
        (*narrowed.values, candidates),
    ).fetchall()


def _total(db: sqlite3.Connection, narrowed: IndexQuery) -> int:
    row = db.execute(f"SELECT count(*) FROM passage WHERE {narrowed.condition}", narrowed.values).fetchone()  # noqa: S608
    return int(row[0])


def _rows(db: sqlite3.Connection, narrowed: IndexQuery) -> list[int]:
    """Return the rows of all paragraphs met, ascending."""
    query = f"SELECT rowid FROM passage WHERE {narrowed.condition} ORDER BY rowid"  # noqa: S608  our own condition
    return [row for (row,) in db.execute(query, narrowed.values)]
