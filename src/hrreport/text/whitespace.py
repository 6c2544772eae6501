"""White space: how the words of a page become single-spaced text."""

from __future__ import annotations

import re
from functools import cache

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that print nothing: soft hyphen, zero-width spaces and joiners, byte order mark."""
BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that reorder what a terminal or browser shows."""

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")
_DROPPED = {ord(c): None for c in INVISIBLE + BIDIRECTIONAL}
_TABLE = {**_CONTROLS, **_DROPPED, 0x2028: " ", 0x2029: " "}


@cache
def _unusual() -> re.Pattern[str]:
    """Return what finds the characters that `_TABLE` changes; it is compiled when the first text needs it."""
    return re.compile(
        r"[^\t\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u061b\u061d-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ufefe\uff00-\U0010ffff]"
    )


def visible(text: str) -> str:
    r"""Return the text without invisible characters, each control character made white space.

    >>> visible("co\u00adop\x07erate ")
    'coop erate '
    """
    if text.isprintable() or not _unusual().search(text):
        return text
    return text.translate(_TABLE)


def fold(text: str) -> str:
    """Return the text single-spaced, without control and invisible characters.

    >>> fold("  Section 1.   Life ")
    'Section 1. Life'
    """
    return " ".join(visible(text).split())
