"""Words of degree and certainty, kept as printed: "credible", "numerous", "systematic"."""

from __future__ import annotations

import re
from functools import cache

from hrreport import facts


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(
        (w for r in facts.rows("vocabulary/strength.csv") for w in r["words"].split("|")), key=len, reverse=True
    )
    return re.compile(r"\b(?:" + "|".join(w.replace(" ", r"\s+") for w in words) + r")\b", re.IGNORECASE)


@cache
def _grades() -> dict[str, int]:
    return {w: int(r["grade"]) for r in facts.rows("vocabulary/strength.csv") for w in r["words"].split("|")}


def find_strength(sentence: str) -> tuple[str, ...]:
    """Return the words of degree or certainty in a sentence, each once, as printed.

    >>> find_strength("There were credible reports of widespread abuse.")
    ('credible', 'widespread')
    """
    found: dict[str, str] = {}
    for match in _pattern().finditer(sentence):
        found.setdefault(match[0].lower(), match[0])
    return tuple(found.values())


def grade(word: str) -> int:
    """Return how far a word of degree goes: 1 doubtful or rare, 2 asserted, 3 frequent, 4 grave or general."""
    return _grades().get(" ".join(word.lower().split()), 0)
