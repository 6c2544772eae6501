"""Anaphora: detect sentences that depend on those before them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hrreport import tables

_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,7}\b")


@cache
def _openings(name: str) -> re.Pattern[str]:
    lines = tables.text(f"vocabulary/{name}.txt").split("\n")
    return re.compile("|".join(line for line in lines if line and not line.startswith("#")))


@lru_cache(maxsize=2048)
def points_back(sentence: str) -> bool:
    """Return whether a sentence opens on a pronoun, a connective or "the report", or holds one that points back.

    >>> points_back("They were released."), points_back("Police also released two men.")
    (True, False)
    """
    return _openings("leaning").search(sentence) is not None


@lru_cache(maxsize=4096)
def depends_on_previous(sentence: str) -> bool:
    """Return whether a sentence points back, or is linked to what is before it by "also", "however".

    >>> depends_on_previous("They were released."), depends_on_previous("Police released two men.")
    (True, False)
    """
    return points_back(sentence) or _openings("linking").search(sentence) is not None


@cache
def _known() -> frozenset[str]:
    """Return acronyms that readers of these reports know."""
    return frozenset(tables.text("vocabulary/acronyms.txt").split())


def acronyms(sentence: str) -> tuple[str, ...]:
    """Return the acronyms of a sentence whose long forms it does not give, those aside that everybody knows.

    >>> acronyms("The Blue Harbor Police (BHP) and the SGO questioned two UN staff.")
    ('SGO',)
    """
    found = dict.fromkeys(_ACRONYM.findall(sentence))
    return tuple(a for a in found if a not in _known() and f"({a}" not in sentence)
