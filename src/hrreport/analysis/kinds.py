"""The kind of a sentence: abuse, response, denial, law or context."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.analysis.features import kind_features
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.analysis.linear import Linear
    from hrreport.analysis.reading import Reading


class Judged(NamedTuple):
    """A sentence with the kind that was found for it."""

    reading: Reading
    kind: Kind
    shares: Mapping[str, float]
    """How probable each kind was held."""
    cues: tuple[str, ...]
    """What decided, strongest first."""


_SHOWN = 6


def judge(readings: Sequence[Reading], heading: str, topics: Sequence[str | None], model: Linear) -> list[Judged]:
    """Return the kind of every sentence of a section's own text; only neighbours are looked at."""
    last = len(readings) - 1
    judged: list[Judged] = []
    for i, reading in enumerate(readings):
        before = readings[i - 1] if i else None
        after = readings[i + 1] if i < last else None
        features = kind_features(reading, before, after, heading, topics[i])
        kind, shares, cues = model.decide(features, _SHOWN)
        judged.append(Judged(reading, Kind(kind), shares, cues))
    return judged
