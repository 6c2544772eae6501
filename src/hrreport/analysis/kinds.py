"""The kind of a sentence: abuse, response, denial, law or context.

A sentence is first judged by itself; then the neighbors, as they are judged by themselves, may change it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.analysis.features import KINDS, as_neighbor, neighbor_features, sentence_features
from hrreport.analysis.network import shares
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.analysis.cues import Reading
    from hrreport.analysis.network import Models, Network


class ClassifiedSentence(NamedTuple):
    """A sentence with the kind that was found for it."""

    reading: Reading
    kind: Kind
    shares: Mapping[str, float]
    """How probable each kind was held."""
    cues: tuple[str, ...]
    """What decided, strongest first."""
    weight: float = 0.0
    """How far it reads like a key finding by itself."""


class PlacedSentence(NamedTuple):
    """A sentence of a section's own text, and where it is printed."""

    reading: Reading
    label: str | None
    """The run-in label of its paragraph."""
    paragraph: int


_SHOWN = 6
NEIGHBORS = "its neighbors"
"""What is named first where the neighbors changed a kind."""


class SentenceScores(NamedTuple):
    """Scores of a sentence from its own features alone."""

    scores: Sequence[float]
    """Of each kind, and of reading like a key finding."""
    hidden: Sequence[int] = ()
    """How they excite the hidden units."""


def beside(own: Sequence[PlacedSentence], alone: Sequence[SentenceScores]) -> list[list[str]]:
    """Return for every sentence by what its neighbors can change its kind."""
    sides = [
        as_neighbor(placed.reading, shares(one.scores[: len(KINDS)]), placed.paragraph)
        for placed, one in zip(own, alone, strict=True)
    ]
    return [
        neighbor_features(side, sides[i - 1] if i else None, sides[i + 1] if i + 1 < len(sides) else None)
        for i, side in enumerate(sides)
    ]


def _cues(reading: Reading, one: SentenceScores, kind: int, network: Network, pull: Sequence[int]) -> tuple[str, ...]:
    """Return what spoke most for a kind: cues, else words; and that the neighbors did, where they changed it."""
    phrases = [*(f"final: {cue}" for cue in reading.final), *(f"first: {cue}" for cue in reading.first)]
    found = network.contributions(phrases, one.hidden, pull)
    found = found or network.contributions(dict.fromkeys(reading.words.stems), one.hidden, pull)
    cues = [name for _, name in sorted(found, reverse=True)[:_SHOWN]]
    changed = one.scores[kind] < max(one.scores[: len(KINDS)])
    return (NEIGHBORS, *cues[: _SHOWN - 1]) if changed or not cues else tuple(cues)


def settle(own: Sequence[PlacedSentence], alone: Sequence[SentenceScores], models: Models) -> list[ClassifiedSentence]:
    """Return the kind of every sentence, from what each is by itself and beside its neighbors."""
    judged: list[ClassifiedSentence] = []
    pulls = models.sentences.pulls(len(KINDS))
    for placed, one, names in zip(own, alone, beside(own, alone), strict=True):
        both = [a + b for a, b in zip(one.scores, models.kinds.scores(names), strict=False)]
        best = max(range(len(KINDS)), key=both.__getitem__)
        found = dict(zip(KINDS, shares(both), strict=True))
        cues = _cues(placed.reading, one, best, models.sentences, pulls[best]) if one.hidden else ()
        judged.append(ClassifiedSentence(placed.reading, Kind(KINDS[best]), found, cues, one.scores[-1]))
    return judged


def classify(own: Sequence[PlacedSentence], heading: str, models: Models) -> list[ClassifiedSentence]:
    """Return the kind of every sentence of a section's own text; only neighbors are looked at."""
    network = models.sentences
    hidden = [network.hidden(sentence_features(reading, heading, label)) for reading, label, _ in own]
    return settle(own, [SentenceScores(network.scores_of(units), units) for units in hidden], models)
