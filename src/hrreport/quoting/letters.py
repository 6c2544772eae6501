"""Texts as their letters and digits alone, by which a page and its PDF are compared.

Spaces, hyphens and marks are passed over, so that a word that is divided or run together is the same; but the mark
within a number counts, so that 10.6 is not 106.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_RUN = re.compile(r"(?<=\d)[.,](?=\d)|[a-z0-9]+")


class Letters(NamedTuple):
    """The letters of a text."""

    text: str
    places: list[int]
    """Where each of them is in the text that they were taken from."""


def letters_of(text: str) -> Letters:
    """Return the letters and digits of a text, in one form.

    >>> letters_of("Co-op “É”, 10.6").text
    'coope10.6'
    """
    if text.isascii():
        found: list[str] = []
        places: list[int] = []
        for run in _RUN.finditer(text.lower()):
            found.append(run[0])
            places.extend(range(*run.span()))
        return Letters("".join(found), places)
    found, places = [], []
    last = len(text) - 1
    for at, sign in enumerate(text):
        if sign.isascii():
            within = sign in ".," and 0 < at < last and text[at - 1].isdigit() and text[at + 1].isdigit()
            plain = sign.lower() if sign.isalnum() or within else ""
        else:
            plain = "".join(c for c in unicodedata.normalize("NFKD", sign).casefold() if c.isalnum())
        if plain:
            found.append(plain)
            places.extend([at] * len(plain))
    return Letters("".join(found), places)
