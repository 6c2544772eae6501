"""The words of a sentence as the rules and the networks see them: stems, without names and numbers.

Stems make "prohibits", "prohibited" and "prohibiting" one word, so that reports of the years in which
the present tense was used read like those of today. Names become ``*name*`` and numbers ``*num*``:
nothing that is learned can hold on to a person or a place.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from hrreport import tables
from hrreport.text.months import MONTHS

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*[’']?|\d[\d,]*(?:\.\d+)?|[;:,$€£%()“”\"—–]")
"""A word with its hyphens and apostrophes, a number, or a mark that divides."""

NAME = "*name*"
NUMBER = "*num*"
DATE = "*date*"

DATES = frozenset(
    [*(month.lower() for month in MONTHS), *"monday tuesday wednesday thursday friday saturday sunday".split()]
)
"""Months and days of the week."""
_MARKS = frozenset(';:,$€£%()“”"—–')
_SHORT = 3
"""Words no longer than this have no ending."""
_LONG = 4
"""Shorter words say little of what a text is about."""
_VOWEL = re.compile("[aeiouy]")
_CAPITAL = re.compile(r"\\.|[A-Z]")
"""A capital in a pattern, where it is not a class of characters."""


@cache
def _irregular() -> dict[str, str]:
    """Return forms that no rule leads back to their stem."""
    return {form: row["stem"] for row in tables.rows("vocabulary/irregular.csv") for form in row["forms"].split()}


@cache
def capitalized() -> frozenset[str]:
    """Return words that are kept though they stand capitalized inside a sentence: "Ministry", "UN"."""
    return frozenset(tables.text("vocabulary/capitalized.txt").split())


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Return what a lower-case word has in common with its other forms.

    >>> [stem(w) for w in ("prohibits", "prohibited", "were", "laws", "provided", "provides")]
    ['prohibit', 'prohibit', 'be', 'law', 'provid', 'provid']
    """
    word = word.replace("’", "'")
    word = word[:-1] if word.endswith("s'") else word.removesuffix("'s")
    found = _irregular().get(word)
    if found is not None:
        return found
    if len(word) > _SHORT:
        word = _without_ending(word)
    return word[:-1] if len(word) > _SHORT and word.endswith("e") and not word.endswith("ee") else word


def _without_ending(word: str) -> str:
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ed", "ing"):
        base = word[: -len(ending)]
        if word.endswith(ending) and not word.endswith("eed") and len(base) >= _SHORT and _VOWEL.search(base):
            return base[:-1] if base[-1] == base[-2] and base[-1] not in "slze" else base
    return word


def lower_case_pattern(text: str) -> re.Pattern[str]:
    r"""Return a pattern for texts in lower case, which finds in half the time what it finds ignoring case.

    >>> lower_case_pattern(r"\bUN\W").pattern
    '\\bun\\W'
    """
    return re.compile(_CAPITAL.sub(lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), text))


class Words(NamedTuple):
    """A sentence's words: `stems` in order, and the marks that stand before them."""

    stems: tuple[str, ...]
    marks: dict[int, str]
    """Index of a word, and the last dividing mark before it; the number of words for what comes last."""


def read_words(sentence: str) -> Words:
    """Return the stems of a sentence; runs of names count as one.

    >>> read_words("The law prohibits it, but Ms. Karim was held for 14 days in May.").stems[:6]
    ('the', 'law', 'prohibit', 'it', 'but', '*name*')
    """
    stems: list[str] = []
    marks: dict[int, str] = {}
    last = ""
    for token in _TOKEN.findall(sentence):
        if token in _MARKS:
            marks[len(stems)] = token
            continue
        word = _read_word(token) if stems else _read_first(token)
        if word != last or word not in (NAME, DATE) or len(stems) in marks:
            stems.append(word)
            last = word
    return Words(tuple(stems), marks)


@lru_cache(maxsize=8192)
def subject_words(text: str) -> frozenset[str]:
    """Return the words of a text that say what it is about.

    >>> sorted(subject_words("Life-threatening conditions in the prisons"))
    ['condition', 'life-threaten', 'prison']
    """
    return frozenset(word for word in read_words(text.lower()).stems if len(word) >= _LONG)


@lru_cache(maxsize=32768)
def _read_word(token: str) -> str:
    """Return what a word within a sentence is read as."""
    lower = token.lower()
    if token[0].isdigit():
        return NUMBER
    if token[0].islower():
        return stem(lower)
    if lower in DATES:
        return DATE
    known = capitalized()
    return stem(lower) if lower in known or stem(lower) in known else NAME


def _read_first(token: str) -> str:
    """Return what the first word of a sentence is read as, whose capital says nothing."""
    return NUMBER if token[0].isdigit() else stem(token.lower())
