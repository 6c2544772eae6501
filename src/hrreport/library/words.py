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

HYPHENS = "-\u2010\u2011\u2012\u2013"
"""Hyphen-minus, hyphen, non-breaking hyphen, figure dash, and the en dash used in compounds."""

_WORD = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.){2,}"  # initials with full stops: U.S., p.m.
    r"|(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?"  # thousands: 1,200 and 1,200.50
    r"|(?<![\d.])\d+\.\d+(?!\.?\d)"  # decimals
    r"|(?:[^\W_]|[\u0300-\u036f])+"  # letters and digits
)
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
    """Return the words of a text as the index takes them, with a space between."""
    return " ".join(word.folded for word in words_in(text))


def compounds(text: str) -> Iterator[tuple[str, str]]:
    """Yield each hyphenated compound of a text, joined and apart.

    >>> list(compounds("pre-trial visits by a vice-prime-minister"))
    [('pretrial', 'pre trial'), ('viceprimeminister', 'vice prime minister')]
    """
    for found in _COMPOUND.finditer(text):
        apart = folded_text(found.group())
        yield apart.replace(" ", ""), apart
