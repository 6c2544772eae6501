"""Sentences that say the same in two places: most of their words alike, or the same name with the same figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hrreport.analysis.sentence_words import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.finding import Finding

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’-]+(?: [A-Z][\w’-]+)+")
_SHORT = 3
_ALIKE = 0.6


@lru_cache(maxsize=4096)
def long_word_stems(text: str) -> frozenset[str]:
    """Return the stems of the longer words of a sentence."""
    return frozenset(stem(w) for w in _WORD.findall(text.lower()) if len(w) > _SHORT)


def nearly_equal_or_same_case(one: Finding, other: Finding) -> bool:
    """Return whether two sentences share most of their words, or a name and a figure."""
    first, second = long_word_stems(one.text), long_word_stems(other.text)
    if not first or not second:
        return one.text == other.text
    both = len(first & second)
    if both > _ALIKE * (len(first) + len(second) - both):
        return True
    if not (one.figures and other.figures):
        return False
    figures = {(f.value, f.what) for f in one.figures} & {(f.value, f.what) for f in other.figures}
    return bool(figures) and bool(set(_NAME.findall(one.text)) & set(_NAME.findall(other.text)))


def same_as(finding: Finding, shown: Iterable[Finding]) -> Finding | None:
    """Return the first of the sentences that says the same, or ``None``."""
    return next(
        (other for other in shown if nearly_equal_or_same_case(finding, other) and other.locator != finding.locator),
        None,
    )
