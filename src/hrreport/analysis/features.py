"""What the models look at in a sentence: its words, its cues, its place, and its neighbours' cues."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from hrreport.analysis.phrases import vocabulary, word_classes
from hrreport.analysis.words import Words, read_words


class Reading(NamedTuple):
    """A sentence as it is read once: its words and the cues in it."""

    text: str
    words: Words
    cues: tuple[str, ...]
    """Names of the cues, in the order in which they stand."""
    turn: int
    """Index of the word that turns the sentence ("but", "however"), or the number of words."""


@cache
def _class_of() -> dict[str, tuple[str, ...]]:
    """Return the classes of every classed word."""
    found: dict[str, list[str]] = {}
    for name, members in word_classes().items():
        for word in members:
            found.setdefault(word, []).append(f"<{name}>")
    return {word: tuple(names) for word, names in found.items()}


@cache
def _adversatives() -> frozenset[str]:
    return word_classes()["adversative"]


def read_sentence(text: str) -> Reading:
    """Return the words and cues of a sentence."""
    words = read_words(text)
    stems = words.stems
    turn = next((i for i, w in enumerate(stems) if i and w in _adversatives()), len(stems))
    cues: dict[str, None] = {}
    for name, start, _ in vocabulary("cues").matches(words):
        cues[name] = None
        if turn < len(stems):
            cues[f"{name}@{'after' if start >= turn else 'before'}-turn"] = None
    return Reading(text, words, tuple(cues), turn)


@lru_cache(maxsize=512)
def heading_words(heading: str) -> tuple[str, ...]:
    """Return the words of a heading or run-in label as features."""
    return tuple(dict.fromkeys(f"in:{w}" for w in read_words(heading.lower()).stems if len(w) > 2))


def kind_features(
    reading: Reading, before: Reading | None, after: Reading | None, heading: str, topic: str | None
) -> dict[str, float]:
    """Return what the model of kinds looks at in one sentence."""
    seen: dict[str, float] = {}
    stems = reading.words.stems
    classes = _class_of()
    previous = "^"
    previous_classes: tuple[str, ...] = ()
    for i, word in enumerate(stems):
        seen[word] = 1.0
        seen[f"{previous} {word}"] = 1.0
        mine = classes.get(word, ())
        for c in mine:
            seen[c] = 1.0
            seen[f"{previous} {c}"] = 1.0
            for p in previous_classes:
                seen[f"{p} {c}"] = 1.0
            if i < 4:
                seen[f"^^{c}"] = 1.0
            if i > reading.turn:
                seen[f"turn..{c}"] = 1.0
        for p in previous_classes:
            seen[f"{p} {word}"] = 1.0
        previous, previous_classes = word, mine
    if reading.turn < len(stems):
        seen[f"turn:{stems[reading.turn]}"] = 1.0
    for cue in reading.cues:
        seen[f"cue:{cue}"] = 1.0
    seen["length"] = min(len(stems), 60) / 30
    for word in heading_words(heading):
        seen[word] = 1.0
    if topic:
        for word in heading_words(topic):
            seen[f"{word}:"] = 1.0
    seen["first" if before is None else "later"] = 1.0
    for side, other in (("<-", before), ("->", after)):
        if other is not None:
            for cue in other.cues:
                if "@" not in cue:
                    seen[f"{side}{cue}"] = 1.0
    return seen
