"""The tone of a sentence's words: harm, lack, hindrance, remedy, aid, good, law, dispute, neutral.

Single words of a tone are weak signs, but there are many of them: they say something of a sentence
none of whose phrases is known.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.analysis.sentence_words import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEGATIVE = frozenset("not no never neither nor without rarely seldom cannot none".split())
_REACH = 4
"""A negation colors so many words after it."""
_EARLY = 5
_ENOUGH = 4


@cache
def _tones() -> dict[str, tuple[str, ...]]:
    """Return the tones of every word that has one."""
    found: dict[str, dict[str, None]] = {}
    for row in tables.rows("vocabulary/tones.csv"):
        for word in row["words"].split():
            found.setdefault(stem(word), {})[row["tone"]] = None
    return {word: tuple(tones) for word, tones in found.items()}


@cache
def _names() -> tuple[str, ...]:
    return tuple(row["tone"] for row in tables.rows("vocabulary/tones.csv"))


def tone_features(stems: Sequence[str], turn: int) -> list[str]:
    """Return how much of each tone there is in a sentence, and after its turn (``~``); ``!`` is negated.

    >>> tone_features(("no", "tortur"), 2)[:2]
    ['early !harm', 'tone !harm 1']
    """
    counts: dict[str, int] = {}
    early: dict[str, None] = {}
    tones = _tones()
    turns = turn < len(stems)
    negated = -_REACH - 1
    for i, word in enumerate(stems):
        if word in _NEGATIVE:
            negated = i
        if turns and i == turn:
            negated = -_REACH - 1
        for tone in tones.get(word, ()):
            name = f"!{tone}" if i - negated <= _REACH else tone
            counts[name] = counts.get(name, 0) + 1
            if turns and i >= turn:
                counts[f"~{name}"] = counts.get(f"~{name}", 0) + 1
            if i < _EARLY:
                early[f"early {name}"] = None
    return [
        *early,
        *(f"tone {name} {n}" for name, count in counts.items() for n in range(1, min(count, _ENOUGH) + 1)),
        *(f"no {name}" for name in _names() if name not in counts),
    ]
