"""Cues of a sentence: phrases that speak for a kind, the word at which the sentence turns, and words of degree.

A phrase of a vocabulary is written in plain words, which are compared by their stems:

    there were no ..3 reports|allegations      alternatives; up to three words between
    <authority> did not <enforce>              any word of a class in ``vocabulary/classes.csv``
    credible? reports                          a word that may be missing
    ^ the? <law> !not <provide>                at the start of the sentence; any word but this
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.sentence_words import read_words, stem

if TYPE_CHECKING:
    from hrreport.analysis.sentence_words import Words

NEGATIONS = frozenset({"not", "never", "nor", "neither", "fail", "rarely", "seldom"})
_STOPS = NEGATIONS | {stem(w) for w in "no cannot but however although while despite".split()}
"""What may stand between the words of a phrase is none of these."""
_NOT = "not "
_LATE = 4
"""In "Although the law prohibits it, police ..." the turn is the first comma after so many words."""
_WORD = re.compile(r"[A-Za-z][A-Za-z-]+")


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
    """A phrase found in a sentence, and the index of the word at which it begins."""

    name: str
    start: int


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
            words: set[str] = set()
            for choice in part.removesuffix("?").removeprefix("!").split("|"):
                if choice.startswith("<"):
                    words |= word_classes()[choice[1:-1]]
                else:
                    words.add(choice if choice.startswith("*") else stem(choice))
            steps.append(PatternStep(frozenset(words), part.endswith("?"), part.startswith("!"), gap))
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
            PhraseMatch(phrase.name, i)
            for i, word in enumerate(words.stems)
            for phrase in possible[word]
            if not (phrase.anchored and i) and _matches(phrase.steps, words, i, i)
        ]


def _matches(steps: tuple[PatternStep, ...], words: Words, i: int, start: int) -> bool:
    """Return whether the steps are found from word `i` on; `start` is where the phrase began."""
    if not steps:
        return True
    step, rest = steps[0], steps[1:]
    stems, marks = words
    for j in range(i, min(i + step.gap + 1, len(stems))):
        if j > start and marks.get(j) == ";":
            break
        if (stems[j] in step.words) != step.negated and _matches(rest, words, j + 1, start):
            return True
        if stems[j] in _STOPS:
            break
    return step.optional and _matches(rest, words, i, start)


@cache
def vocabulary() -> Vocabulary:
    """Return the phrases of ``vocabulary/cues.csv``."""
    return Vocabulary(tuple(parse_phrase(r["cue"], r["phrase"]) for r in tables.rows("vocabulary/cues.csv")))


class Reading(NamedTuple):
    """A sentence as it is read once."""

    text: str
    words: Words
    cues: tuple[str, ...]
    """Names of the cues, in the order in which they stand."""
    first: tuple[str, ...]
    """The cues before the turn, where the sentence turns; they count for less."""
    final: tuple[str, ...]
    """The cues after the turn, or all where it does not."""
    turn: int
    """Index of the word that turns the sentence ("but", "however"), or the number of words."""


@cache
def _cue_kinds() -> dict[str, str]:
    """Return the kind that each cue speaks for."""
    return {row["cue"]: row["kind"] for row in tables.rows("vocabulary/cues.csv")}


@cache
def _displaced() -> dict[str, frozenset[str]]:
    """Return the cues that some others take the place of: that nothing was done is not a report of nothing."""
    return {row["cue"]: frozenset(row["displaces"].split()) for row in tables.rows("vocabulary/displaced.csv")}


def kind_of(cue: str) -> str:
    """Return the kind that a cue speaks for; what is said not to be so speaks for abuse.

    >>> kind_of("respected"), kind_of("not respected")
    ('denial', 'abuse')
    """
    return "abuse" if cue.startswith(_NOT) else _cue_kinds()[cue]


def _negated(match: PhraseMatch, stems: tuple[str, ...]) -> PhraseMatch:
    """Return a cue of something good as its contrary where a negation stands right before it."""
    if _cue_kinds()[match.name] == "abuse" or NEGATIONS.isdisjoint(stems[max(0, match.start - 3) : match.start]):
        return match
    return match._replace(name=_NOT + match.name)


def _turn(words: Words) -> int:
    """Return the index of the word from which on the sentence says what holds."""
    stems, marks = words
    turning = word_classes()["adversative"]
    found = next((i for i, word in enumerate(stems) if i and word in turning), len(stems))
    if stems and stems[0] in turning:
        return next((i for i in range(_LATE, len(stems)) if marks.get(i) == ","), found)
    return found


def read_sentence(text: str) -> Reading:
    """Return the words and cues of a sentence.

    >>> "no-reports" in read_sentence("There were no reports of disappearances.").cues
    True
    """
    words = read_words(text)
    turn = _turn(words)
    matches = [_negated(m, words.stems) for m in vocabulary().matches(words)]
    without = {cue for m in matches for cue in _displaced().get(m.name, ())}
    matches = [m for m in matches if m.name not in without]
    final_from = turn if turn < len(words.stems) else 0
    first = dict.fromkeys(m.name for m in matches if m.start < final_from)
    final = dict.fromkeys(m.name for m in matches if m.start >= final_from)
    return Reading(text, words, tuple(dict.fromkeys(m.name for m in matches)), tuple(first), tuple(final), turn)


@cache
def _grades() -> dict[str, int]:
    return {w: int(r["grade"]) for r in tables.rows("vocabulary/strength.csv") for w in r["words"].split("|")}


@cache
def _degree_phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
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
    for word in _WORD.findall(sentence):
        if (low := word.lower()) in grades:
            found.setdefault(low, word)
    low = sentence.lower()
    for words, phrase in _degree_phrases():
        if words in low and (match := phrase.search(sentence)):
            found[match[0].lower()] = match[0]
    return tuple(found.values())


def grade(word: str) -> int:
    """Return how far a word of degree goes: 1 doubtful or rare, 2 asserted, 3 frequent, 4 grave or general."""
    return _grades().get(" ".join(word.lower().split()), 0)
