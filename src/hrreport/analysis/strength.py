"""Words of degree and certainty, kept as printed: "credible", "numerous", "systematic"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hrreport import tables

_WORD = re.compile(r"[A-Za-z][A-Za-z-]+")


@cache
def _grades() -> dict[str, int]:
    return {w: int(r["grade"]) for r in tables.rows("vocabulary/strength.csv") for w in r["words"].split("|")}


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the entries of more than one word, each with what matches it."""
    return tuple((w, re.compile(rf"\b{re.escape(w)}\b", re.IGNORECASE)) for w in _grades() if " " in w)


@lru_cache(maxsize=4096)
def find_strength(sentence: str) -> tuple[str, ...]:
    """Return the words of degree or certainty in a sentence, each once, as printed.

    >>> find_strength("There were credible reports of widespread abuse.")
    ('credible', 'widespread')
    """
    grades = _grades()
    found: dict[str, str] = {}
    low = sentence.lower()
    for word in _WORD.findall(sentence) if not grades.keys().isdisjoint(_WORD.findall(low)) else ():
        if word.lower() in grades:
            found.setdefault(word.lower(), word)
    for words, phrase in _phrases():
        if words in low and (match := phrase.search(sentence)):
            found[match[0].lower()] = match[0]
    return tuple(found.values())


def grade(word: str) -> int:
    """Return how far a word of degree goes: 1 doubtful or rare, 2 asserted, 3 frequent, 4 grave or general."""
    return _grades().get(" ".join(word.lower().split()), 0)
