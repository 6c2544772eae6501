"""Operators of other search systems: which of them are understood, and what is said of the others.

Lawyers know Westlaw's and Lexis' ``w/5``, ``/p`` and ``tortur!``, everybody knows the ``-word`` of web search. What has
the same meaning here is read so, and the answer says how; the rest is named in an error, since a sign
that is passed over in silence changes what was asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

NEAR_HINT = "words near each other: NEAR(police beat*, 5); all of them in one paragraph: AND"
_NEAR_DISTANCE = 10
_FILTERS = ("country", "year", "section", "topic", "kind", "region")


@dataclass(frozen=True, slots=True)
class SupportedOperator:
    """An operator of another system that has the meaning of one of ours."""

    operator: str
    """AND, OR, NOT or NEAR."""
    note: str
    """How it is read, for the reader of the answer."""
    distance: int = 0
    """Of NEAR."""


@dataclass(frozen=True, slots=True)
class UnsupportedOperator:
    """An operator of another system that has no meaning here."""

    message: str
    hint: str


def _around(found: re.Match[str]) -> SupportedOperator:
    given = found["distance"] if "distance" in found.groupdict() else None
    distance = int(given) if given else _NEAR_DISTANCE
    return SupportedOperator("NEAR", f'"{found.group()}" is read as NEAR: at most {distance} words between', distance)


def _read_as(operator: str) -> Callable[[re.Match[str]], SupportedOperator]:
    return lambda found: SupportedOperator(operator, f'"{found.group()}" is read as {operator}')


def _unknown(why: str, hint: str = NEAR_HINT) -> Callable[[re.Match[str]], UnsupportedOperator]:
    return lambda found: UnsupportedOperator(f'"{found.group()}" {why}', hint)


def _field(found: re.Match[str]) -> UnsupportedOperator:
    name, value = found["field"].lower(), found["value"]
    if name in _FILTERS:
        return UnsupportedOperator(
            f'"{found.group()}" is not a filter inside a search', f"leave it out, and add: --{name} {value}"
        )
    return UnsupportedOperator(
        f'"{found["field"]}:" would be a field, and a search has none',
        f'narrow a search with --country, --topic or --section; to look for the words as they are: "{name} {value}"',
    )


_ALONE: tuple[tuple[str, Callable[[re.Match[str]], SupportedOperator | UnsupportedOperator]], ...] = (
    (r"NEAR", _around),
    (r"(?i:w|within|near|n)?/(?P<distance>\d{1,3})", _around),
    (r"\|\|?", _read_as("OR")),
    (r"&&?|(?i:w/p|/p)", _read_as("AND")),
    (r"ANDNOT", _read_as("NOT")),
    (r"(?i:w/s|/s|\+s)", _unknown("would be the same sentence, which a search does not see")),
    (r"(?i:w/seg|\+p)", _unknown("is not an operator here")),
    (r"(?i:pre|onear|p)/\d+|\+\d+|NEAR\d+", _unknown("would be an order of words, which only a phrase has")),
    (
        r"XOR|ADJ\d*|ONEAR|SAME",
        _unknown("is not an operator here", 'operators are AND, OR, NOT, NEAR(a b, 5) and "a phrase"'),
    ),
)
"""Operators that have white space, or a bracket, on both sides."""

_WITHIN: tuple[tuple[str, Callable[[re.Match[str]], UnsupportedOperator]], ...] = (
    (r"(?P<field>[^\W\d_]{2,}):(?P<value>[^\W_].*)", _field),
    (
        r".*[^\W_]\?[^\W_].*",
        _unknown(
            "has a sign for a letter in it, and there is none here", "a * at the end of a word stands for any ending"
        ),
    ),
    (
        r".*[^\W_]~\d*",
        _unknown("is not an operator here", "words that are not found get suggestions; near each other: NEAR(a b, 5)"),
    ),
    (r".*[^\W_]\^[\d.]*", _unknown("is not an operator here", "leave out the ^")),
    (
        r"[^\W\d_][+#]+",
        _unknown("cannot be searched for, since signs are no part of words", "search for words or numbers"),
    ),
)
"""Words with an operator in them."""
_BEFORE_BRACKET = r"(?i:atleast|allcaps|caps|singular|plural|notw|hlead|heading|title)\d*"


def standing_alone(piece: str) -> SupportedOperator | UnsupportedOperator | None:
    """Return what a piece of a query between white space means as an operator, or ``None`` where it is none.

    >>> standing_alone("w/5").operator, standing_alone("|").operator, standing_alone("police")
    ('NEAR', 'OR', None)
    """
    return next((made(found) for pattern, made in _ALONE if (found := re.fullmatch(pattern, piece))), None)


def inside_word(word: str, *, opens: bool) -> UnsupportedOperator | None:
    """Return what is said of a word with an operator of another system in it, or ``None`` where it has none.

    Args:
        word: A piece of a query between white space.
        opens: Whether a bracket follows at once.
    """
    if opens and re.fullmatch(_BEFORE_BRACKET, word):
        return UnsupportedOperator(
            f'"{word}" with a bracket is not an operator here',
            'operators are AND, OR, NOT, NEAR(a b, 5) and "a phrase"',
        )
    return next((made(found) for pattern, made in _WITHIN if (found := re.fullmatch(pattern, word))), None)
