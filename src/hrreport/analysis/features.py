"""What the model of kinds looks at in a sentence: words, cues, tones, place, and its neighbours' cues."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hrreport.analysis.phrases import word_classes
from hrreport.analysis.reading import kind_of
from hrreport.analysis.tones import tone_features
from hrreport.analysis.words import read_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.analysis.reading import Reading

Features = dict[str, float]
"""Named features with their values; what is not named is 0."""

_NEGATIONS = frozenset({"not", "never", "nor", "neither", "fail", "rarely", "seldom"})
_NEGATED = 3
"""So many words after a negation are read as negated."""
_WORD = 3
"""Shorter words of headings say nothing."""
_OPENING = 4
_LONGEST = 60
_MOST_CUES = 3.0
_MOST_BESIDE = 1.5


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """Return the classes of every classed word, tones left aside."""
    found: dict[str, list[str]] = {}
    for name, members in word_classes(tones=False).items():
        for word in members:
            found.setdefault(word, []).append(f"<{name}>")
    return {word: tuple(sorted(names)) for word, names in found.items()}


@lru_cache(maxsize=1024)
def heading_words(heading: str) -> tuple[str, ...]:
    """Return the words of a heading or run-in label as features.

    >>> heading_words("Prison and Detention Center Conditions")
    ('in prison', 'in and', 'in detention', 'in center', 'in condition')
    """
    return tuple(dict.fromkeys(f"in {word}" for word in read_words(heading.lower()).stems if len(word) >= _WORD))


def _negated(stems: Sequence[str]) -> list[str]:
    """Return the words, those that follow a negation closely marked with ``!``.

    >>> _negated(("do", "not", "observ", "this"))
    ['do', 'not', '!observ', '!this']
    """
    marked: list[str] = []
    left = 0
    for word in stems:
        marked.append(f"!{word}" if left else word)
        left = _NEGATED if word in _NEGATIONS else max(0, left - 1)
    return marked


def _word_features(stems: Sequence[str], turn: int) -> Features:
    """Return words and pairs of words, each by itself and by its classes."""
    classes = _classes()
    seen: Features = {}
    previous = "^"
    previous_classes: tuple[str, ...] = ()
    for i, word in enumerate(_negated(stems)):
        mine = classes.get(word, ())
        seen[f"{word}"] = 1.0
        seen[f"{previous} {word}"] = 1.0
        for name in mine:
            seen[name] = 1.0
            seen[f"{previous} {name}"] = 1.0
            for before in previous_classes:
                seen[f"{before} {name}"] = 1.0
            if i < _OPENING:
                seen[f"^ {name}"] = 1.0
            if i > turn:
                seen[f"turn {name}"] = 1.0
        for before in previous_classes:
            seen[f"{before} {word}"] = 1.0
        previous, previous_classes = word, mine
    return seen


def _cue_features(reading: Reading) -> Features:
    """Return the cues, and how many speak for each kind, before and after the turn."""
    seen: Features = {f"cue: {cue}": 1.0 for cue in reading.cues}
    for place, cues in (("first", reading.first), ("final", reading.final)):
        for cue in cues:
            seen[f"{place}: {cue}"] = 1.0
            name = f"{place} for {kind_of(cue)}"
            seen[name] = min(seen.get(name, 0.0) + 1.0, _MOST_CUES)
    together = "+".join(sorted({kind_of(cue) for cue in reading.final}))
    seen[f"all for {together or 'none'}"] = 1.0
    return seen


def _beside(side: str, other: Reading) -> Features:
    """Return the cues of a neighbour."""
    seen: Features = {}
    for cue in other.cues:
        seen[f"{side}: {cue}"] = 1.0
        name = f"{side} for {kind_of(cue)}"
        seen[name] = min(seen.get(name, 0.0) + 0.5, _MOST_BESIDE)
    return seen


def kind_features(
    reading: Reading, before: Reading | None, after: Reading | None, heading: str, topic: str | None
) -> Features:
    """Return what the model of kinds looks at in one sentence.

    Args:
        reading: The sentence.
        before: The sentence before it in the same section's own text, or ``None``.
        after: The one after it, or ``None``.
        heading: The heading that it stands under.
        topic: The run-in label of its paragraph, or ``None``.
    """
    stems, turn = reading.words.stems, reading.turn
    seen = _word_features(stems, turn)
    if turn < len(stems):
        seen[f"turn: {stems[turn]}"] = 1.0
    seen.update(_cue_features(reading))
    seen.update(tone_features(stems, turn))
    seen["length"] = min(len(stems), _LONGEST) / 30
    seen.update(dict.fromkeys(heading_words(heading), 1.0))
    if topic:
        seen.update(dict.fromkeys((f"label {word}" for word in heading_words(topic)), 1.0))
    seen["first" if before is None else "later"] = 1.0
    if before is not None:
        seen.update(_beside("before", before))
    if after is not None:
        seen.update(_beside("after", after))
    return seen
