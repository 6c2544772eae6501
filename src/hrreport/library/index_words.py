"""Words: what counts as one when texts are searched.

The same function makes the words of the index, of a query, and of the text that highlights are
set in, so that the three cannot disagree. Accents and case fall. ``U.S.`` is one word, ``us``;
``1,200`` is ``1200``. Hyphens and apostrophes of all kinds part words; what is printed on both
sides of one is remembered (`compounds`), so that "pretrial" and "pre-trial", "Bahai" and "Baha’i"
find each other.

The index has every word twice: as it is printed, for searches word for word, and as its stem with
a full stop before it (`marked`), for searches in which every form of a word counts. No printed
word begins with a full stop, so the two are never taken for one another.

The rules for stems are those of M. F. Porter, "An algorithm for suffix stripping" (Program 14, 1980). The
table ``search/stems.csv`` corrects them: words that the rules part though they are forms of one another
("woman", "women"), and words that they join though they mean different things in these reports ("minor",
"minority").
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HYPHENS = "-\u2010\u2011"
"""Hyphen-minus, hyphen and non-breaking hyphen."""
APOSTROPHES = "'‘’‛`´′\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8"
"""Straight and curly ones, accents and primes used as such, and letters of Arabic, Hebrew and Uzbek names."""
MARK = "."
"""Stands before a stem in the index."""

_LETTER = rf"[^\W\d_{APOSTROPHES}]"
_WORD = re.compile(
    rf"{_LETTER}\.(?:{_LETTER}\.)+"  # initials with full stops: U.S., p.m.
    r"|\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?"  # thousands: 1,200 and 1,200.50
    r"|\d(?<!\.\d)\d*\.\d+(?!\.?\d)"  # decimals: 3.5, but no part of 1.2.3
    rf"|[^\W_{APOSTROPHES}](?:[^\W_{APOSTROPHES}]|[\u0300-\u036f])*"  # letters and digits
)
_COMPOUND = rf"(?:{_LETTER}+[{HYPHENS}{APOSTROPHES}])+{_LETTER}+"
_POSSESSIVE = rf"(?i)(?<=[^\W_{APOSTROPHES}])[{APOSTROPHES}]s(?![^\W_{APOSTROPHES}])"
_JOINT = rf"(?<=[^\W_{APOSTROPHES}])[{HYPHENS}{APOSTROPHES}](?=[^\W_{APOSTROPHES}])"
# these are compiled when they are first needed: most queries need none
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
"""Letters with a stroke or a tail, which Unicode does not take apart."""

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


class IndexedWord(NamedTuple):
    """A word of a text: ``text[start:end]`` as printed, `folded` as searched."""

    folded: str
    start: int
    end: int


def fold_word(printed: str) -> str:
    """Return a word as it is searched: no case, no accents, no separators within.

    >>> fold_word("Türkiye"), fold_word("U.S."), fold_word("1,200")
    ('turkiye', 'us', '1200')
    """
    folded = printed.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFD", folded).translate(_LETTERS)
        folded = "".join(c for c in folded if c.isalnum() or c == ".")
    if folded[0].isdigit():
        return folded.replace(",", "")
    return folded.replace(".", "")


def words_in(text: str) -> Iterator[IndexedWord]:
    """Yield the words of a text, in order.

    >>> [word.folded for word in words_in("The U.S. gave 1,200 pre-trial visits")]
    ['the', 'us', 'gave', '1200', 'pre', 'trial', 'visits']
    """
    for found in _WORD.finditer(text):
        word = found.group()
        if folded := word.lower() if word.isascii() and word.isalnum() else fold_word(word):
            yield IndexedWord(folded, *found.span())


def folded_text(text: str) -> str:
    """Return the words of a text as the index takes them, with a space between.

    >>> folded_text("“1,200 sailors,” the U.S. said")
    '1200 sailors the us said'
    """
    found = _WORD.findall(text.lower())
    return " ".join(filter(None, [word if word.isascii() and word.isalnum() else fold_word(word) for word in found]))


@lru_cache(maxsize=1 << 16)  # a library has some 50,000 words, most of them seldom
def marked(word: str) -> str:
    """Return the stem of a folded word as the index has it.

    >>> marked("prisons")
    '.prison'
    """
    return MARK + stem(word)


def key_of(words: Iterable[str], *, forms: bool) -> str:
    """Return folded words as the index has them, with a space between: as they are, or all their `forms` as one."""
    return " ".join(map(marked, words) if forms else words)


def without_possessives(text: str) -> str:
    """Return a text without the ``’s`` of its possessives, which part the words of no phrase in any form.

    >>> without_possessives("women’s rights and Sana’a’s")
    'women rights and Sana’a'
    """
    return re.sub(_POSSESSIVE, "", text) if any(sign in text for sign in APOSTROPHES) else text


def has_joint(text: str) -> bool:
    """Return whether a text has a hyphen or an apostrophe."""
    return any(sign in text for sign in HYPHENS + APOSTROPHES)


def words_without_joints(text: str) -> tuple[str, ...]:
    """Return the folded words of a text whose hyphens and inner apostrophes fall; none where it has none.

    >>> words_without_joints("pre-trial detention"), words_without_joints("detention")
    (('pretrial', 'detention'), ())
    """
    joined = re.sub(_JOINT, "", text) if has_joint(text) else text
    return tuple(folded_text(joined).split()) if joined != text else ()


def indexed_text(text: str) -> str:
    """Return what the index takes of a text: its words, then their stems.

    >>> indexed_text("women’s prisons")
    'women s prisons .woman .prison'
    """
    words, plain = _words_and_plain(text)
    return f"{words} {key_of(plain.split(), forms=True)}".strip()


def indexed_size(text: str) -> int:
    """Return how many words and stems the index takes of a text, without looking for the stems.

    >>> indexed_size("women’s prisons") == len(indexed_text("women’s prisons").split())
    True
    """
    return sum(len(words.split()) for words in _words_and_plain(text))


def _words_and_plain(text: str) -> tuple[str, str]:
    """Return the words of a text, and those of which it takes the stems: without the ``s`` of possessives."""
    words, plain = folded_text(text), without_possessives(text)
    return words, words if plain == text else folded_text(plain)


def compounds(text: str) -> Iterator[tuple[str, str]]:
    """Yield each compound with a hyphen or an inner apostrophe of a text, joined and apart.

    >>> list(compounds("vice-prime-minister in Sana’a’s Baha’i"))
    [('viceprimeminister', 'vice prime minister'), ('sanaa', 'sana a'), ('bahai', 'baha i')]
    """
    if not has_joint(text):
        return
    for chunk in without_possessives(text).split():
        if has_joint(chunk):
            for found in re.finditer(_COMPOUND, chunk):
                apart = folded_text(found.group())
                yield apart.replace(" ", ""), apart


@cache
def exceptions() -> dict[str, str]:
    """Return the stems of words for which the rules are wrong."""
    return {word: row["stem"] for row in tables.rows("search/stems.csv") for word in row["words"].split()}


def stem(word: str) -> str:
    """Return the stem of a word in small letters without accents.

    >>> [stem(word) for word in ("arrest", "arrests", "arrested", "women", "policies", "1200")]
    ['arrest', 'arrest', 'arrest', 'woman', 'polici', '1200']
    """
    known = exceptions().get(word)
    if known is not None:
        return known
    if len(word) < 3 or not (word.isascii() and word.isalpha()):  # noqa: PLR2004  too short for an ending
        return word
    word = _past_and_progressive(_plural(word))
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    return _final(_fourth(_replaced(_replaced(word, _SECOND), _THIRD)))


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
    if word.endswith(("sses", "ies")):
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
    if base[-1:] == base[-2:-1] and base[-1] not in "lsz" and _shape(base).endswith("cc"):
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
