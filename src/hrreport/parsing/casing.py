"""Titles printed in capitals: shown in the outline's own case, never in other words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_SMALL = frozenset(
    "a an and as at by for from in into of on or the to with within against per than via nor but".split()
)
_WORD = re.compile(r"[^\s/]+|/|\s+")
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")
_MARKS = ",.;:()[]“”\"'’‘!? \t/"


def is_capitals(title: str) -> bool:
    """Return whether a title is printed in capitals.

    >>> is_capitals("B. DISAPPEARANCE"), is_capitals("IDPs")
    (True, False)
    """
    return any(c.isupper() for c in title) and not any(c.islower() for c in title)


def is_title_case(title: str) -> bool:
    """Return whether words are in title case: all but the small ones begin with a capital.

    >>> is_title_case("Role of the Police"), is_title_case("Role of the police")
    (True, False)
    """
    words = _LETTERS.findall(title)
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)


def recased(title: str, titles: Sequence[str], acronyms: Callable[[], Iterable[str]] = tuple) -> str:
    """Return a title printed in capitals with the case of titles that are known.

    A word that none of them has is taken for an acronym where the text around prints it so, else
    it gets a capital, or none where it is a small word.

    Args:
        title: The title in capitals.
        titles: Titles that show the case of words, the best first.
        acronyms: Gives words of the text that have more than one capital; asked only at need.

    >>> recased("STATUS OF DISPLACED PERSONS (IDPS)", ["Displaced Persons (IDPs)"])
    'Status of Displaced Persons (IDPs)'
    """
    known = _cases(tuple(titles))
    shown: list[str] = []
    for word in _WORD.findall(title):
        core = word.strip(_MARKS)
        if not core:
            shown.append(word)
            continue
        case = known.get(core.upper()) or _case(core, acronyms)
        if not any(shown):
            case = case if any(c.isupper() for c in case) else _capitalized(case)
        shown.append(word.replace(core, case, 1))
    return "".join(shown)


def _case(word: str, acronyms: Callable[[], Iterable[str]]) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    return next((a for a in acronyms() if a.upper() == word), "") or _capitalized(word)


def _capitalized(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


@cache
def _cases(titles: tuple[str, ...]) -> dict[str, str]:
    cases: dict[str, str] = {}
    for title in titles:
        for word in _WORD.findall(title):
            core = word.strip(_MARKS)
            cases.setdefault(core.upper(), core)
    return cases
