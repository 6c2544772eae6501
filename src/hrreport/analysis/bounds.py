"""Bounds: whether the words around a number make it a least, a most, or about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrreport.model.finding import Bound

_NOT_LESS = re.compile(r"\b(?:no|not)\s+(?:less|fewer|lower)\s+than\b", re.IGNORECASE)
_AT_MOST = re.compile(
    r"\b(?:up\s+to|at\s+most|(?:no|not)\s+(?:more|longer|higher|greater)\s+than|(?:fewer|less|lower)\s+than|under|below|"
    r"as\s+(?:many|much|high|long)\s+as|maximum\s+of|not\s+(?:to\s+)?exceed(?:ing)?|or\s+(?:fewer|less|lower|shorter))\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:at\s+least|(?:more|greater|longer|higher)\s+than|over|above|exceeding|in\s+excess\s+of|upwards?\s+of|"
    r"as\s+(?:few|little|low)\s+as|minimum\s+of|or\s+(?:more|longer|higher))\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|some|estimated|nearly|almost|close\s+to|possibly|perhaps|average\s+of|"
    r"or\s+so)\b",
    re.IGNORECASE,
)


def bound_of(qualifiers: str) -> Bound | None:
    """Return the bound that the words around a number set, or ``None`` where they set none.

    >>> [bound_of(words) for words in ("possibly up to", "not less than", "roughly", "only")]
    ['at_most', 'at_least', 'about', None]
    """
    if _NOT_LESS.search(qualifiers):
        return "at_least"
    if _AT_MOST.search(qualifiers):
        return "at_most"
    if _AT_LEAST.search(qualifiers):
        return "at_least"
    return "about" if _ABOUT.search(qualifiers) else None
