"""Abbreviations: what a word before a full stop is, so far as that bears on whether a sentence ends there."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from hrreport import tables

Sort = Literal["title", "place", "name", "number", "money", "time", "last", "initial", "word"]
"""What stands before a full stop.

``title`` never ends a sentence ("Mr."); ``place`` ("St.") and ``name`` ("Gen.", "Yu.") seldom do; ``number``
does unless a number follows ("No. 5"); ``money`` unless digits follow ("Rs. 500"); ``time`` ("p.m.") and
``last`` ("U.S.", "Ltd.") may; ``initial`` is a letter or two; ``word`` is not an abbreviation.
"""

_SORTS: dict[str, Sort] = {
    "title": "title",
    "place": "place",
    "ambiguous": "name",
    "before-numbers": "number",
    "money": "money",
    "time": "time",
    "may-end": "last",
}
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]s?$")
_CONSONANTS = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ][bcdfghjklmnpqrstvwxz]{1,4}$")
_SIGNS = ("$", "€", "£", "¥", "₹", "₦", "₱", "₺", "₽", "S/", "B/")


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the lists of ``sentences.csv``."""
    return frozenset(next(row["words"] for row in tables.rows("sentences.csv") if row["list"] == name).split())


@cache
def _known() -> dict[str, Sort]:
    """Return the sort of every abbreviation that is one in any case."""
    return {word: sort for name, sort in _SORTS.items() for word in words(name)}


def sort_of(word: str, before: str, following: str) -> Sort:
    """Return what sort of word stands before a full stop.

    Args:
        word: The word, without the full stop and without what opens before it.
        before: The text before it.
        following: The first character of what follows.
    """
    low = word.lower() if "." in word or not word.isupper() else word
    capitalized = word[:1].isupper()
    if following.isdigit() and (word.endswith(_SIGNS) or (capitalized and low in words("money"))):
        return "money"
    if len(word) == 1 and word.isupper():
        return "word" if _last(before).lower() in words("lettered") else "initial"
    known = _known().get(low)
    if known and known != "money":
        return known
    if _DOTTED.match(word):
        return "initial"
    if is_cut_short(word) or (word in words("patronymics") and _ends_name(before)):
        return "name"
    shortened = capitalized and (word in words("capitalized") or low in words("small-initials"))
    return "name" if shortened and not _ends_name(before) else "word"


def is_cut_short(word: str) -> bool:
    """Return whether a capitalized word has no vowel, so that it is an abbreviation: "Tk", "Zh", "Pvt"."""
    return _CONSONANTS.match(word) is not None


def _last(text: str) -> str:
    return text.rstrip().rpartition(" ")[2]


def _ends_name(text: str) -> bool:
    """Return whether a text ends on a capitalized word that does not begin it: "by Li" before "Yu"."""
    last = _last(text)
    return last != last.lower() and not last.endswith((".", ",")) and last != text.strip()
