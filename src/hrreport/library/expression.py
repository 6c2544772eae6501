"""Expressions: what a query means, as a tree; how it is put to the index, and what it met in a text.

The rule of its design: words of a query reach the index only as quoted words of letters and
digits, so nothing in them can be taken for SQL or for an operator.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from hrreport.library.words import words_in
from hrreport.model.hit import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.library.words import Word

Spelling = tuple[str, ...]
"""Words as the index has them, one after the other."""

MOST_SPELLINGS = 16
"""Of one NEAR; more combinations are left out."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after the other, in any of some spellings."""

    spellings: tuple[Spelling, ...]
    """The one asked for first; then joined or parted at hyphens."""
    prefix: bool = False
    """Whether the last word may go on."""


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases with at most some words between them."""

    phrases: tuple[Phrase, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class All:
    """Every part is met in the paragraph."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part is met in the paragraph."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The one is met, the other is not."""

    wanted: Expression
    unwanted: Expression


Expression = Phrase | Near | All | Either | Without


def _quoted(spelling: Spelling, *, prefix: bool) -> str:
    return f'"{" ".join(spelling)}"' + ("*" if prefix else "")


def _joined(parts: Iterable[str], operator: str) -> str:
    shown = tuple(parts)
    return shown[0] if len(shown) == 1 else "(" + f" {operator} ".join(shown) + ")"


def as_match(expression: Expression) -> str:
    """Return an expression as the index takes it.

    >>> as_match(Without(Phrase((("press",),), prefix=True), Phrase((("pre", "trial"), ("pretrial",)))))
    '("press"* NOT ("pre trial" OR "pretrial"))'
    """
    match expression:
        case Phrase(spellings, prefix):
            return _joined((_quoted(s, prefix=prefix) for s in spellings), "OR")
        case Near(phrases, distance):
            ways = list(product(*([_quoted(s, prefix=p.prefix) for s in p.spellings] for p in phrases)))
            return _joined((f"NEAR({' '.join(way)}, {distance})" for way in ways[:MOST_SPELLINGS]), "OR")
        case All(parts):
            return _joined(map(as_match, parts), "AND")
        case Either(parts):
            return _joined(map(as_match, parts), "OR")
        case Without(wanted, unwanted):
            return f"({as_match(wanted)} NOT {as_match(unwanted)})"


def phrases_wanted(expression: Expression) -> Iterator[Phrase]:
    """Yield the phrases that a hit may have been met by; those after NOT are left out."""
    match expression:
        case Phrase():
            yield expression
        case Near(phrases, _):
            yield from phrases
        case All(parts) | Either(parts):
            for part in parts:
                yield from phrases_wanted(part)
        case Without(wanted, _):
            yield from phrases_wanted(wanted)


def highlights(expression: Expression, text: str) -> tuple[Span, ...]:
    """Return the stretches of a text that an expression met, ascending, none overlapping.

    >>> highlights(Phrase((("pre", "trial"),)), "Long pre-trial detention")
    (Span(start=5, end=14),)
    """
    words = tuple(words_in(text))
    at: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        at.setdefault(word.folded, []).append(place)
    met = {
        (place, place + len(spelling))
        for phrase in phrases_wanted(expression)
        for spelling in phrase.spellings
        for place in _places(spelling, words, at, prefix=phrase.prefix)
    }
    spans: list[Span] = []
    for first, after in sorted(met):
        start, end = words[first].start, words[after - 1].end
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)


def _places(spelling: Spelling, words: tuple[Word, ...], at: dict[str, list[int]], *, prefix: bool) -> Iterator[int]:
    """Yield where in the words of a text a spelling begins."""
    whole = spelling[:-1] if prefix else spelling
    starts = at.get(whole[0], []) if whole else range(len(words))
    for place in starts:
        following = words[place : place + len(spelling)]
        if len(following) < len(spelling) or any(w.folded != s for w, s in zip(following, whole, strict=False)):
            continue
        if not prefix or following[-1].folded.startswith(spelling[-1]):
            yield place
