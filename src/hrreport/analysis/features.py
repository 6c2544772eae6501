"""Features of a sentence for the networks: words, cues, tones, length, heading and label; then its neighbors."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.cues import NEGATIONS, kind_of, word_classes
from hrreport.analysis.sentence_words import read_words, stem
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.analysis.cues import Reading

KINDS = tuple(kind.value for kind in Kind)
_NEGATED = 3
"""So many words after a negation are read as negated."""
_TURNING_TONE = frozenset("not no never neither nor without rarely seldom cannot none".split())
_COLORED = 4
"""A negation colors the tones of so many words after it."""
_EARLY = 5
_MOST_TONES = 4
_HEADING_WORD = 3
"""Shorter words of headings say nothing."""
_OPENING = 4
_FIRST = 3
_LENGTHS = (6, 10, 14, 18, 24, 30, 40)
_MOST_CUES = 3
_SHARES = (0.01, 0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.99)
"""Steps of a share of the sentence itself."""
_BESIDE = (0.1, 0.35, 0.65, 0.9)
"""Steps of a share of a neighbor."""


def step(value: float, steps: Sequence[float]) -> int:
    """Return how many of the ascending steps a value reaches.

    >>> step(0.4, (0.1, 0.35, 0.65, 0.9))
    2
    """
    return bisect_right(steps, value)


@cache
def _tones() -> dict[str, tuple[str, ...]]:
    """Return the tones of every word that has one."""
    found: dict[str, dict[str, None]] = {}
    for row in tables.rows("vocabulary/tones.csv"):
        for word in row["words"].split():
            found.setdefault(stem(word), {})[row["tone"]] = None
    return {word: tuple(tones) for word, tones in found.items()}


@cache
def _tone_names() -> tuple[str, ...]:
    return tuple(row["tone"] for row in tables.rows("vocabulary/tones.csv"))


def tone_features(stems: Sequence[str], turn: int) -> list[str]:
    """Return how much of each tone there is in a sentence, and after its turn (``~``); ``!`` is negated.

    Single words of a tone are weak signs, but they say something of a sentence none of whose phrases is known.

    >>> tone_features(("no", "tortur"), 2)[:2]
    ['early !harm', 'tone !harm 1']
    """
    counts: dict[str, int] = {}
    early: dict[str, None] = {}
    tones = _tones()
    colored = -1
    for i, word in enumerate(stems):
        if word in _TURNING_TONE:
            colored = i + _COLORED
        if i == turn:
            colored = -1
        for tone in tones.get(word, ()):
            name = f"!{tone}" if i <= colored else tone
            counts[name] = counts.get(name, 0) + 1
            if i >= turn:
                counts[f"~{name}"] = counts.get(f"~{name}", 0) + 1
            if i < _EARLY:
                early[f"early {name}"] = None
    return [
        *early,
        *(f"tone {name} {n}" for name, count in counts.items() for n in range(1, min(count, _MOST_TONES) + 1)),
        *(f"no {name}" for name in _tone_names() if name not in counts),
    ]


@cache
def _classes() -> dict[str, tuple[str, ...]]:
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
    return tuple(
        dict.fromkeys(f"in {word}" for word in read_words(heading.lower()).stems if len(word) >= _HEADING_WORD)
    )


def _negated(stems: Sequence[str]) -> list[str]:
    """Return the words, those that follow a negation closely marked with ``!``.

    >>> _negated(("do", "not", "observ", "this"))
    ['do', 'not', '!observ', '!this']
    """
    marked: list[str] = []
    left = 0
    for word in stems:
        marked.append(f"!{word}" if left else word)
        left = _NEGATED if word in NEGATIONS else max(0, left - 1)
    return marked


def _word_features(marked: Sequence[str], turn: int, seen: dict[str, None]) -> None:
    """Add words, and two and three of them side by side."""
    previous, earlier = "^", ""
    for i, word in enumerate(marked):
        seen[word] = None
        seen[f"{previous} {word}"] = None
        if i:
            seen[f"{earlier} {previous} {word}"] = None
        if i < _FIRST:
            seen[f"^{i} {word}"] = None
        if i > turn:
            seen[f"~{word}"] = None
        previous, earlier = word, previous


def _class_features(marked: Sequence[str], turn: int, seen: dict[str, None]) -> None:
    """Add the classes of words, and each beside the words and classes before it."""
    classes = _classes()
    previous = "^"
    before: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    for i, word in enumerate(marked):
        here = classes.get(word, ())
        for name in here:
            seen[name] = None
            seen[f"{previous} {name}"] = None
            if i < _OPENING:
                seen[f"^ {name}"] = None
            if i > turn:
                seen[f"turn {name}"] = None
            for other in before:
                seen[f"{other} {name}"] = None
            for other in earlier:
                seen[f"{other} _ {name}"] = None
        for other in before:
            seen[f"{other} {word}"] = None
        previous, before, earlier = word, here, before


def _cue_features(reading: Reading, seen: dict[str, None]) -> None:
    """Add the cues, and how many speak for each kind, before and after the turn."""
    seen.update((f"cue: {cue}", None) for cue in reading.cues)
    for place, cues in (("first", reading.first), ("final", reading.final)):
        counts: dict[str, int] = {}
        for cue in cues:
            seen[f"{place}: {cue}"] = None
            kind = kind_of(cue)
            count = counts[kind] = counts.get(kind, 0) + 1
            if count <= _MOST_CUES:
                seen[f"{place} for {kind} {count}"] = None
    together = "+".join(sorted({kind_of(cue) for cue in reading.final}))
    seen[f"all for {together or 'none'}"] = None


def sentence_features(reading: Reading, heading: str, label: str | None) -> list[str]:
    """Return what is looked at in a sentence by itself, with its heading and the run-in label of its paragraph."""
    stems, turn = reading.words.stems, reading.turn
    seen: dict[str, None] = {}
    marked = _negated(stems)
    _word_features(marked, turn, seen)
    _class_features(marked, turn, seen)
    if turn < len(stems):
        seen[f"turn: {stems[turn]}"] = None
    _cue_features(reading, seen)
    seen.update(dict.fromkeys(tone_features(stems, turn)))
    seen.update((f"length {length}", None) for length in _LENGTHS if len(stems) >= length)
    seen.update(dict.fromkeys(heading_words(heading)))
    if label:
        seen.update((f"label {word}", None) for word in heading_words(label))
    seen["labelled" if label else "unlabelled"] = None
    return list(seen)


class NeighborFeatures(NamedTuple):
    """Features that a sentence contributes to its neighbors."""

    reading: Reading
    shares: Sequence[float]
    """How probable each kind is by the sentence itself."""
    paragraph: int
    like: str
    """The kind that is the most probable."""
    steps: tuple[str, ...]
    """Each kind and how probable it is, in steps."""


def as_neighbor(reading: Reading, shares: Sequence[float], paragraph: int) -> NeighborFeatures:
    """Return what a sentence is to its neighbors."""
    steps = tuple(f"{kind} {step(share, _BESIDE)}" for kind, share in zip(KINDS, shares, strict=True))
    return NeighborFeatures(reading, shares, paragraph, KINDS[shares.index(max(shares))], steps)


def neighbor_features(
    own: NeighborFeatures, before: NeighborFeatures | None, after: NeighborFeatures | None
) -> list[str]:
    """Return what is looked at beside a sentence, before its kind is decided."""
    seen = [f"{kind} {step(share, _SHARES)}" for kind, share in zip(KINDS, own.shares, strict=True)]
    seen += [f"opens {word}" for word in own.reading.words.stems[:2]]
    for side, other in (("before", before), ("after", after)):
        if other is None:
            seen.append(f"nothing {side}")
            continue
        near = "" if other.paragraph == own.paragraph else " apart"
        seen += [f"{side} {share}{near}" for share in other.steps]
        seen.append(f"{own.like} {side} {other.like}{near}")
        seen += [f"{side}: {cue}" for cue in other.reading.cues]
        seen += [f"{side} opens {word}" for word in other.reading.words.stems[:2]]
    return seen
