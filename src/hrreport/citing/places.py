"""Places as somebody types them to be cited: one, several, and ranges of paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hrreport.errors import InputError
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Sequence

_RANGE = re.compile(r"(?P<first>.*\d)\s*[-\u2013\u2014]\s*(?P<last>[1-9]\d{0,3})")


class Cited(NamedTuple):
    """A place to be cited."""

    locator: Locator
    through: int | None = None
    """The last paragraph of a range that begins at the locator, or ``None``."""


def parse_places(words: Sequence[str]) -> tuple[Cited, ...]:
    """Return the places that somebody typed: the words are one place together, or else each is one.

    >>> parse_places(["1.c", "¶", "4"])
    (Cited(locator=Locator(section='1.c', paragraph=4, sentence=None), through=None),)
    >>> [str(place.locator) for place in parse_places(["1.c:4", "6/women"])]
    ['§ 1.c ¶ 4', '§ 6/women']

    Raises:
        InputError: The words name no place, neither together nor each.
    """
    try:
        return (_place(" ".join(words)),)
    except InputError as together:
        try:
            return tuple(_place(word) for word in words)
        except InputError:
            raise together from None


def _place(text: str) -> Cited:
    if found := _RANGE.fullmatch(" ".join(text.split())):
        try:
            first = Locator.parse(found["first"])
        except InputError:
            return Cited(Locator.parse(text))
        if first.paragraph is not None and first.sentence is None:
            return Cited(first, int(found["last"]))
    return Cited(Locator.parse(text))
