"""Key findings: the few sentences that carry a section, chosen by rank within a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.standing import leans
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.analysis.kinds import Judged
    from hrreport.analysis.linear import Linear

MOST = 4
"""Never more key findings than this in one section's own text."""


def budget(count: int) -> int:
    """Return how many key findings a text of so many sentences has: about one in five.

    >>> [budget(n) for n in (1, 2, 3, 9, 15, 40)]
    [1, 1, 2, 2, 3, 4]
    """
    if count <= 2:
        return count and 1
    return 2 if count <= 11 else 3 if count <= 15 else MOST


def key_features(
    judged: Sequence[Judged], i: int, *, figures: int, sources: int, strength: int, first: bool, topic_first: bool
) -> dict[str, float]:
    """Return what makes a sentence a key finding."""
    mine = judged[i]
    count = len(judged)
    kind = mine.kind
    abuses = any(j.kind is Kind.ABUSE for j in judged)
    text = mine.reading.text
    words = len(mine.reading.words.stems)
    size = "small" if count <= 3 else "middle" if count <= 12 else "large"
    place = f"place {i}" if i < 4 else "place 4-7" if i < 8 else "place later"
    before = judged[i - 1].kind if i else "none"
    features = {
        place: 1.0,
        f"{place} {size}": 1.0,
        f"kind {kind}": 1.0,
        f"kind {kind} {'among' if abuses else 'without'} abuses": 1.0,
        f"kind {kind} {place}": 1.0,
        f"after {before}": 1.0,
        "abuse probability": mine.shares["abuse"],
        "denial probability": mine.shares["denial"],
        "figures": min(figures, 3) / 2,
        "sources": min(sources, 2) / 2,
        "strength": min(strength, 3) / 2,
        "leans" if leans(text) else "stands": 1.0,
        "first of paragraph" if first else "later in paragraph": 1.0,
        f"length {min(words // 8, 5)}": 1.0,
        "from the start": i / count,
    }
    if kind is Kind.ABUSE and not any(j.kind is Kind.ABUSE for j in judged[:i]):
        features["first abuse"] = 1.0
    if topic_first:
        features["first of topic"] = 1.0
    if not any(j.kind is Kind.ABUSE for j in judged[i + 1 :]) and kind is Kind.ABUSE:
        features["last abuse"] = 1.0
    for cue in mine.reading.cues:
        features[f"cue {cue}"] = 1.0
    for word in set(mine.reading.words.stems):
        features[f"word {word}"] = 0.5
    return features


def choose_keys(ranked: Sequence[dict[str, float]], model: Linear) -> set[int]:
    """Return the indexes of the key findings among the sentences of one section's own text."""
    scores = [model.shares(features)["key"] for features in ranked]
    order = sorted(range(len(ranked)), key=lambda i: (-scores[i], i))
    return set(order[: budget(len(ranked))])
