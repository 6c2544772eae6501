"""Stems: the part of an English word that its forms have in common.

The rules are those of M. F. Porter, "An algorithm for suffix stripping" (Program 14, 1980). The table
``search/stems.csv`` corrects them: words that the rules part though they are forms of one another
("woman", "women"), and words that they join though they mean different things in these reports
("minor", "minority").
"""

from __future__ import annotations

from functools import cache, lru_cache

from hrreport import tables

_DOUBLE_KEPT = "lsz"
_SHORTEST = 3
"""Letters of the shortest word that has an ending."""

_SECOND = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
_THIRD = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
_FOURTH = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip


@cache
def exceptions() -> dict[str, str]:
    """Return the stems of words for which the rules are wrong."""
    return {word: row["stem"] for row in tables.rows("search/stems.csv") for word in row["words"].split()}


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a word in small letters without accents.

    >>> [stem(word) for word in ("arrest", "arrests", "arrested", "women", "policies", "1200")]
    ['arrest', 'arrest', 'arrest', 'woman', 'polici', '1200']
    """
    known = exceptions().get(word)
    if known is not None:
        return known
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    word = _past_and_progressive(_plural(word))
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    word = _fourth(_replaced(_replaced(word, _SECOND), _THIRD))
    return _final(word)


def _shape(word: str) -> str:
    """Return a ``v`` for each vowel of a word and a ``c`` for each consonant.

    >>> _shape("yearly")
    'cvvccv'
    """
    shape = ""
    for letter in word:
        shape += "v" if letter in "aeiou" or (letter == "y" and shape.endswith("c")) else "c"
    return shape


def _measure(word: str) -> int:
    """Return how often a consonant follows a vowel."""
    return _shape(word).count("vc")


def _is_short(word: str) -> bool:
    """Return whether a word ends with consonant, vowel, consonant, the last of them not w, x or y."""
    return _shape(word).endswith("cvc") and word[-1] not in "wxy"


def _plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past_and_progressive(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    base = word.removesuffix("ed") if word.endswith("ed") else word.removesuffix("ing")
    if base == word or "v" not in _shape(base):
        return word
    if base.endswith(("at", "bl", "iz")):
        return base + "e"
    if base[-1:] == base[-2:-1] and base[-1] not in _DOUBLE_KEPT and _shape(base).endswith("cc"):
        return base[:-1]
    return base + "e" if _measure(base) == 1 and _is_short(base) else base


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    """Return a word with the first of some endings that it has replaced, if a syllable stays."""
    for ending, other in endings:
        if word.endswith(ending):
            base = word[: -len(ending)]
            return base + other if _measure(base) else word
    return word


def _fourth(word: str) -> str:
    """Return a word without an ending that makes a noun or an adjective, if two syllables stay."""
    ending = max((e for e in _FOURTH if word.endswith(e)), key=len, default="")
    base = word.removesuffix(ending)
    if not ending or _measure(base) < 2 or (ending == "ion" and base[-1] not in "st"):  # noqa: PLR2004  syllables
        return word
    return base


def _final(word: str) -> str:
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _is_short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
