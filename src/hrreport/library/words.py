"""Words: what counts as one when texts are searched.

The same function makes the words of the index, of a query, and of the text that highlights are
set in, so that the three cannot disagree. Accents and case fall. ``U.S.`` is one word, ``us``;
``1,200`` is ``1200``. Hyphens and apostrophes of all kinds part words; what stood on both sides of
a hyphen is remembered (`compounds`), so that "pretrial" and "pre-trial" find each other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(
    r"[^\W\d_]\.(?:[^\W\d_]\.)+"  # initials with full stops: U.S., p.m.
    r"|\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?"  # thousands: 1,200 and 1,200.50
    r"|\d(?<!\.\d)\d*\.\d+(?!\.?\d)"  # decimals: 3.5, but no part of 1.2.3
    r"|[^\W_](?:[^\W_]|[\u0300-\u036f])*"  # letters and digits
)
HYPHENS = "-\u2010\u2011"
"""Hyphen-minus, hyphen and non-breaking hyphen."""
_HYPHEN = re.compile(f"[{HYPHENS}]")
_COMPOUND = re.compile(rf"(?:[^\W\d_]+[{HYPHENS}])+[^\W\d_]+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
"""Letters with a stroke or a tail, which Unicode does not take apart."""


@dataclass(frozen=True, slots=True)
class Word:
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


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text, in order.

    >>> [word.folded for word in words_in("The U.S. gave 1,200 pre-trial visits")]
    ['the', 'us', 'gave', '1200', 'pre', 'trial', 'visits']
    """
    for found in _WORD.finditer(text):
        folded = fold_word(found.group())
        if folded:
            yield Word(folded, found.start(), found.end())


def folded_text(text: str) -> str:
    """Return the words of a text as the index takes them, with a space between.

    >>> folded_text("“1,200 sailors,” the U.S. said")
    '1200 sailors the us said'
    """
    found = _WORD.findall(text)
    folded = (word.lower() if word.isascii() and word.isalnum() else fold_word(word) for word in found)
    return " ".join(filter(None, folded))


def compounds(text: str) -> Iterator[tuple[str, str]]:
    """Yield each hyphenated compound of a text, joined and apart.

    >>> list(compounds("pre-trial visits by a vice-prime-minister"))
    [('pretrial', 'pre trial'), ('viceprimeminister', 'vice prime minister')]
    """
    if not _HYPHEN.search(text):
        return
    for chunk in text.split():
        if _HYPHEN.search(chunk):
            for found in _COMPOUND.finditer(chunk):
                apart = folded_text(found.group())
                yield apart.replace(" ", ""), apart
