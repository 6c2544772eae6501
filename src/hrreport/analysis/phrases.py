"""Phrases of the vocabularies, and where they occur in a sentence.

A phrase is written in plain words, which are compared by their stems:

    there were no ..3 reports|allegations      alternatives; up to three words between
    <authority> did not <enforce>              any word of a class in ``vocabulary/classes.csv``
    credible? reports                          a word that may be missing
    ^ the? <law> !not <provide>                at the start of the sentence; any word but this
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.sentence_words import stem

if TYPE_CHECKING:
    from hrreport.analysis.sentence_words import Words

STOPS = frozenset(
    stem(w) for w in "not no never neither nor cannot rarely seldom fail but however although while despite".split()
)
"""What may stand between the words of a phrase is none of these."""


class PatternStep(NamedTuple):
    """One word of a phrase: what may stand there, whether it may be missing, how far to look."""

    words: frozenset[str]
    optional: bool = False
    negated: bool = False
    gap: int = 0


class Phrase(NamedTuple):
    """A phrase of a vocabulary, under the name of the cue that it is."""

    name: str
    steps: tuple[PatternStep, ...]
    anchored: bool
    needed: tuple[frozenset[str], ...]
    """Words of the steps that must be there, fewest first; looked at first, because most phrases fail here."""


class PhraseMatch(NamedTuple):
    """A phrase found in a sentence, from word to word (the last not included)."""

    name: str
    start: int
    end: int


@cache
def word_classes(*, tones: bool = True) -> dict[str, frozenset[str]]:
    """Return the stems of every class of words, with or without those that are classed by tone."""
    found = {row["tone"]: row["words"] for row in tables.rows("vocabulary/tones.csv")} if tones else {}
    found |= {row["class"]: row["words"] for row in tables.rows("vocabulary/classes.csv")}
    return {name: frozenset(stem(w) for w in words.split()) for name, words in found.items()}


def parse_phrase(name: str, text: str) -> Phrase:
    """Return the phrase that is written so."""
    steps: list[PatternStep] = []
    anchored = False
    gap = 0
    for part in text.split():
        if part == "^":
            anchored = True
        elif part.startswith(".."):
            gap = int(part[2:])
        else:
            optional, negated = part.endswith("?"), part.startswith("!")
            words: set[str] = set()
            for choice in part.removesuffix("?").removeprefix("!").split("|"):
                if choice.startswith("<"):
                    words |= word_classes()[choice[1:-1]]
                else:
                    words.add(choice if choice.startswith("*") else stem(choice))
            steps.append(PatternStep(frozenset(words), optional, negated, gap))
            gap = 0
    needed = tuple(sorted((step.words for step in steps[1:] if not step.optional and not step.negated), key=len))
    return Phrase(name, tuple(steps), anchored, needed)


class Vocabulary:
    """The phrases of one data file, ready to be looked for."""

    __slots__ = ("_by_first",)

    _by_first: dict[str, tuple[tuple[frozenset[str], Phrase], ...]]
    """By the first word, phrases, each with the words of which one must be there."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        """Order the phrases by the words that they can begin with."""
        by_first: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            begins = set(phrase.steps[0].words)
            for before, step in zip(phrase.steps, phrase.steps[1:], strict=False):
                if not before.optional:
                    break
                begins |= step.words
            for word in begins:
                by_first.setdefault(word, []).append(phrase)
        self._by_first = {
            word: tuple((phrase.needed[0] if phrase.needed else frozenset((word,)), phrase) for phrase in found)
            for word, found in by_first.items()
        }

    def matches(self, words: Words) -> list[PhraseMatch]:
        """Return every phrase that occurs, by the word that it begins with."""
        lacks = frozenset(words.stems).isdisjoint
        possible = {
            word: [
                phrase
                for needed, phrase in self._by_first.get(word, ())
                if not lacks(needed) and not any(map(lacks, phrase.needed[1:]))
            ]
            for word in dict.fromkeys(words.stems)
        }
        return [
            PhraseMatch(phrase.name, i, end)
            for i, word in enumerate(words.stems)
            for phrase in possible[word]
            if not (phrase.anchored and i) and (end := _match(phrase.steps, words, i, i))
        ]


def _match(steps: tuple[PatternStep, ...], words: Words, i: int, start: int) -> int:
    """Return where the steps end when they begin at word `i`, or 0; `start` is where the phrase began."""
    if not steps:
        return i
    step, rest = steps[0], steps[1:]
    stems, marks = words
    for j in range(i, min(i + step.gap + 1, len(stems))):
        if j > start and marks.get(j) == ";":
            break
        if (stems[j] in step.words) != step.negated:
            end = _match(rest, words, j + 1, start)
            if end:
                return end
        if stems[j] in STOPS:
            break
    return _match(rest, words, i, start) if step.optional else 0


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return the phrases of ``vocabulary/NAME.csv``, a table of cue and phrase."""
    return Vocabulary(tuple(parse_phrase(r["cue"], r["phrase"]) for r in tables.rows(f"vocabulary/{name}.csv")))
