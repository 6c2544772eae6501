"""A sentence read once: its words, the cues in it, and where it turns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.phrases import vocabulary, word_classes
from hrreport.analysis.sentence_words import read_words

if TYPE_CHECKING:
    from hrreport.analysis.phrases import PhraseMatch
    from hrreport.analysis.sentence_words import Words

_NOT = "not "
_NEGATIONS = frozenset({"not", "never", "nor", "neither", "fail", "rarely", "seldom"})
_LATE = 4
"""In "Although the law prohibits it, police ..." the turn is the first comma after so many words."""


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
def cue_kinds() -> dict[str, str]:
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
    return "abuse" if cue.startswith(_NOT) else cue_kinds()[cue]


def _negated(match: PhraseMatch, stems: tuple[str, ...]) -> PhraseMatch:
    """Return a cue of something good as its contrary where a negation stands right before it."""
    if cue_kinds()[match.name] == "abuse" or not _NEGATIONS.intersection(stems[max(0, match.start - 3) : match.start]):
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
    turns = turn < len(words.stems)
    matches = [_negated(m, words.stems) for m in vocabulary("cues").matches(words)]
    without = {cue for m in matches for cue in _displaced().get(m.name, ())}
    matches = [m for m in matches if m.name not in without]
    first = dict.fromkeys(m.name for m in matches if turns and m.start < turn)
    final = dict.fromkeys(m.name for m in matches if not turns or m.start >= turn)
    cues = dict.fromkeys(m.name for m in matches)
    return Reading(text, words, tuple(cues), tuple(first), tuple(final), turn)
