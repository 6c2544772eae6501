"""Successions: under which name a country is reported on in the editions that have none of its own."""

from __future__ import annotations

from hrreport import tables


def see_instead(country: str, year: int) -> tuple[str, ...]:
    """Return the slugs of the countries whose report of an edition covers another, or that took its place.

    Empty where none is known; where there is a report of the country itself, that one counts.

    >>> see_instead("serbia", 2004), see_instead("yugoslavia", 2010), see_instead("togo", 2004)
    (('serbia-and-montenegro',), ('serbia', 'montenegro'), ())
    """
    for row in tables.rows("successions.csv"):
        if row["country"] == country and int(row["first"] or 0) <= year <= int(row["last"] or year):
            return tuple(row["see"].split("|"))
    return ()
