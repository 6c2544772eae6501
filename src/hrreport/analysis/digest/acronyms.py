"""Acronyms in the sentences shown, with their long forms as the report, or else common use, has them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.model.summary import AcronymExpansion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

_ACRONYM = re.compile(
    r"(?<![\w./-])(?:[A-Z]\.){2,}|(?<![\w./-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[/-][A-Z0-9]+)*\+?(?![\w-])"
)
_BRACKETED = re.compile(r"\(([^()]{2,40})\)")
_REACH = 140
"""Characters before a bracket in which the long form of its acronym is looked for."""
_QUOTES = "“”\"'‘’"
_JOINING = frozenset(
    "of for the and to in on against de la du des da do das dos del y e et contre pour la le les l".split()
)
_LETTERS = re.compile(r"[A-Za-z]")
_ROMAN = re.compile(r"[IVXLC]+")


@cache
def _common() -> dict[str, str]:
    """Return the long forms that reports need not give: NGO, UN."""
    return {row["acronym"]: row["long"] for row in tables.rows("vocabulary/acronyms.csv")}


@lru_cache(maxsize=4096)
def acronyms(text: str) -> tuple[str, ...]:
    """Return the acronyms in a text, each as it is spelled, without a plural's ending.

    >>> list(acronyms("NGOs and the UNHCR said McDonald of the KNCHR paid."))
    ['NGO', 'UNHCR', 'KNCHR']
    """
    spelled = []
    for found in _ACRONYM.findall(text):
        short = found[:-1] if found.endswith("s") and found[:-1].isupper() else found
        capitals = sum(c.isupper() for c in short)
        if capitals * 2 > len(_LETTERS.findall(short)) and capitals > 1 and not _ROMAN.fullmatch(short):
            spelled.append(short)
    return tuple(spelled)


def _long_form(before: str, short: str) -> str:
    """Return the words before a bracket that its acronym stands for: from the one that begins with its first letter."""
    words = before.split()
    initials = [c for c in short if c.isalpha()]
    for size in range(1, min(len(words), 3 * len(initials)) + 1):
        first = words[-size].lstrip(_QUOTES)
        named = sum(part[:1].isalpha() for w in words[-size:] if w.lower() not in _JOINING for part in w.split("-"))
        if first[:1].lower() == initials[0].lower() and first.lower() not in _JOINING and named >= len(initials) - 1:
            return " ".join(words[-size:]).strip(_QUOTES + " ,")
    capitals = takewhile(lambda w: w[:1].isupper() or w.lower() in _JOINING, reversed(words))
    return " ".join(reversed([*capitals])).strip(_QUOTES + " ,")


def long_forms(report: Report) -> dict[str, str]:
    """Return the long form of every acronym that the report itself spells out, or that is in common use."""
    found: dict[str, str] = {}
    for _, paragraph in report.passages():
        text = paragraph.text
        for bracketed in _BRACKETED.finditer(text):
            before = text[max(0, bracketed.start() - _REACH) : bracketed.start()]
            before = before[max(before.rfind("("), before.rfind(")")) + 1 :].rstrip()
            for short in acronyms(bracketed[1]):
                if short not in found and (long := _long_form(before, short)):
                    found[short] = long
    common = _common()
    return common | {
        short: long for short, long in found.items() if long.casefold().rstrip("s") != common.get(short, "").casefold()
    }


def is_spelled(short: str, text: str) -> bool:
    """Return whether a sentence spells an acronym out itself."""
    return f"({short}" in text


def unexplained(text: str, longs: Mapping[str, str]) -> bool:
    """Return whether a sentence has an acronym whose long form is not known."""
    return any(short not in longs and not is_spelled(short, text) for short in acronyms(text))


def find_glosses(shown: Iterable[tuple[Locator, str]], longs: Mapping[str, str]) -> tuple[AcronymExpansion, ...]:
    """Return the long forms to add to the sentences shown, each at the first use of its acronym."""
    first_use: dict[str, tuple[Locator, str]] = {}
    for place, text in shown:
        for short in acronyms(text):
            first_use.setdefault(short, (place, text))
    return tuple(
        AcronymExpansion(place, short, longs[short])
        for short, (place, text) in first_use.items()
        if short in longs and not is_spelled(short, text)
    )
