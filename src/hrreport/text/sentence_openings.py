"""Openings: what the words after a mark say about whether a sentence begins there."""

from __future__ import annotations

import re

from hrreport.text.abbreviations import words

_FIRST = re.compile(r"[\"'“‘(\[]*([^\W\d_][\w’'/-]*)(?=[\s,:;])")
_REST = re.compile(r"(?:\s[a-z][a-z’'-]*){1,6}")
_SHORT = 3
"""Words of so many letters are no plural and no past by their ending: "gas", "red"."""
_SINGULAR = frozenset("was is has does".split())
_NAME_IN_LOWER_CASE = re.compile(r"(?:a[a-z]{1,2}|el|en)-[A-Z]|[a-z]{1,2}[A-Z]")
"""A name that begins with a small letter: "al-Shabaab", "eBay"."""


def can_open(first: str, opening: str, text: str, at: int) -> bool:
    """Return whether what stands at a place can open a sentence by its first character."""
    if first.isupper() or first.isdigit() or opening or not first.isascii():
        return True
    return _NAME_IN_LOWER_CASE.match(text, at) is not None


def is_function_word(text: str, at: int) -> bool:
    """Return whether the word at a place is one that opens sentences and stands in no name: "The", "However"."""
    found = _FIRST.match(text, at)
    return found is not None and found[1][0].isupper() and found[1].lower() in words("opening")


def is_verb(text: str, at: int) -> bool:
    """Return whether the word at a place is a finite verb by its form."""
    found = _FIRST.match(text, at)
    return found is not None and found[1].lower() in words("finite")


def is_clause(text: str, at: int, *, after_name: bool = False) -> bool:
    """Return whether the words at a place read as a clause, not as a name: "Villagers in the north fled".

    One has a subject in the plural, only whose first word is capitalized, and a finite verb soon after.

    Args:
        text: The paragraph.
        at: Where the words begin.
        after_name: Whether a name may go on here ("St. Mary prisons"), so that the first word itself has to be plural.
    """
    first = _FIRST.match(text, at)
    if first is None or not first[1][0].isupper():
        return False
    rest = _REST.match(text, first.end())
    following = rest[0].split() if rest else []
    verb = next((i for i, word in enumerate(following) if _is_finite(word)), None)
    if verb is None:
        return False
    subject = first[1].lower()
    if _is_plural(subject) and subject not in words("surname"):
        return following[verb] not in _SINGULAR or subject in words("plural")
    return not after_name and subject not in words("institution") and any(_is_plural(word) for word in following[:verb])


def opens(text: str, at: int) -> bool:
    """Return whether a sentence begins at a place beyond doubt."""
    return is_function_word(text, at) or is_clause(text, at)


def _is_plural(word: str) -> bool:
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
    return word in words("plural") or (ends and len(word) > _SHORT)


def _is_finite(word: str) -> bool:
    ends = word.endswith("ed") and not word.endswith("eed")
    return word in words("finite") or (ends and len(word) > _SHORT)
