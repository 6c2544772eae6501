"""CSV: the passages that a search found, one row each, and how many there are.

The columns are fixed: new ones may be added at the end, none is renamed or moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting.csv import SEVERAL, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.model.hit import Hit, Query, SearchResult, Tally
    from hrreport.wording.changes import Names

    Cite = Callable[[Hit], str]

HIT = {
    "rank": "1 for the passage that fits best",
    "country": "State's name of the country in addresses",
    "name": "the country's name",
    "year": "the year covered",
    "section": "the section's id",
    "path": "the headings that it stands under, separated by ' › '",
    "paragraph": "counted from 1 within the numbered or lettered section",
    "topic": "the label at the start of the paragraph, or empty",
    "text": "the paragraph, verbatim",
    "met": "the words met, separated by ' | '",
    "kinds": "what its sentences do, separated by ' | '",
    "subjects": "ids of the topics that it belongs to, separated by ' | '",
    "citation": "a citation of the place",
    "url": "the address that the page came from",
    "origin": "state.gov, internet-archive, mirror or file",
    "retrieved_at": "when, ISO 8601 in UTC",
    "sha256": "hash of the page",
}
"""Columns of a table of hits."""
COUNT = ("passages", "reports")
"""Columns of a table of counts, after the country's slug and name, or the year."""


def search_csv(
    query: Query,  # noqa: ARG001  one of a kind
    result: SearchResult,
    names: Names,
    *,
    cite: Cite,
    bom: bool = False,
) -> str:
    """Return a table of the passages that a search found, one row each, the best first.

    Args:
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a hit.
        bom: Whether to begin with a byte order mark, from which some spreadsheets tell UTF-8.
    """
    return written(HIT, (_row(rank, hit, names, cite) for rank, hit in enumerate(result.hits, 1)), bom=bom)


def _row(rank: int, hit: Hit, names: Names, cite: Cite) -> tuple[object, ...]:
    source = hit.provenance
    return (
        rank,
        hit.id.country,
        names.get(hit.id.country, hit.id.country),
        hit.id.year,
        hit.locator.section,
        " › ".join(hit.headings),
        hit.locator.paragraph or "",
        hit.topic or "",
        hit.text,
        SEVERAL.join(hit.text[span.start : span.end] for span in hit.highlights),
        SEVERAL.join(kind.value for kind in hit.kinds),
        SEVERAL.join(hit.subjects),
        cite(hit),
        source.url,
        source.origin,
        source.retrieved_at.isoformat(),
        source.sha256,
    )


def tallies_csv(
    query: Query,  # noqa: ARG001  one of a kind
    tallies: Iterable[Tally],
    by: str,
    names: Names,
    *,
    bom: bool = False,
) -> str:
    """Return a table of how many passages a search meets in each country or year (`by`).

    Args:
        names: Names of countries as shown to readers, by slug.
        bom: Whether to begin with a byte order mark, from which some spreadsheets tell UTF-8.
    """
    if by == "year":
        return written((by, *COUNT), ((int(t.name), t.paragraphs, t.reports) for t in tallies), bom=bom)
    rows = ((t.name, names.get(t.name, t.name), t.paragraphs, t.reports) for t in tallies)
    return written((by, "name", *COUNT), rows, bom=bom)
