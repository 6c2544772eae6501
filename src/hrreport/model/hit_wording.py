"""How the outcome of a search is said in words, the same in every view and every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.wording import counted

if TYPE_CHECKING:
    from hrreport.model.hit import Query, SearchResult


def found_said(query: Query, result: SearchResult) -> str:
    """Return how many passages were found, and how many of them are shown.

    >>> from hrreport.model.hit import Query, SearchResult
    >>> found_said(Query("prison"), SearchResult((), 0, 0))
    'No passage has prison.'
    """
    if not result.total:
        return f"No passage has {query.text}."
    said = f"{counted(result.total, 'passage')} with {query.text}"
    if len(result.hits) < result.total:
        said += f"; {len(result.hits):,} shown, the best first"
    if result.ranked < result.total:
        said += f", of the newest {result.ranked:,}"
    return f"{said}."
