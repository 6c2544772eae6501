"""Expressions: what a query means, as a tree; how it is put to the index, and what it met in a text.

The rule of its design: words of a query reach the index only as quoted words of letters and
digits, so nothing in them can be taken for SQL or for an operator.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hrreport.library.index_words import APOSTROPHES, MARK, IndexedWord, exceptions, marked, words_in
from hrreport.model.hit import HitSpan
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Spelling = tuple[str, ...]
"""Words as the index has them, one after the other: all as printed, or all stems."""

_BEGINNING = 2
"""Letters that the forms of a regular word, and its stem, have in common at least."""
_MOST_SPELLINGS = 16
"""Of one NEAR; more combinations are left out."""


@dataclass(frozen=True, slots=True)
class QueryPhrase:
    """Words that stand one after the other, in any of some spellings."""

    spellings: tuple[Spelling, ...]
    """The one asked for first; then others: joined or parted at hyphens and apostrophes, word for word."""
    prefix: bool = False
    """Whether the last word may go on."""
    words: Spelling = ()
    """As they were asked for, folded."""
    typed: str = ""
    """As it is named in an answer."""

    def spellings_of(self, *, forms: bool) -> tuple[Spelling, ...]:
        """Return the spellings that are stems, or those that are words as printed; only such stand near each other."""
        return tuple(spelling for spelling in self.spellings if spelling[0].startswith(MARK) == forms)


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases with at most some words between them."""

    phrases: tuple[QueryPhrase, ...]
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

    included: Expression
    excluded: Expression


Expression = QueryPhrase | Near | All | Either | Without


def _quoted(spelling: Spelling, prefix: bool) -> str:
    return f'"{" ".join(spelling)}"' + ("*" if prefix else "")


def _joined(parts: Iterable[str], operator: str) -> str:
    shown = tuple(parts)
    return shown[0] if len(shown) == 1 else "(" + f" {operator} ".join(shown) + ")"


def as_match(expression: Expression) -> str:
    """Return an expression as the index takes it.

    >>> as_match(Without(QueryPhrase((("press",),), prefix=True), QueryPhrase((("pre", "trial"), ("pretrial",)))))
    '("press"* NOT ("pre trial" OR "pretrial"))'
    """
    match expression:
        case QueryPhrase(spellings, prefix):
            stems = expression.spellings_of(forms=True)
            # where the stems of several words stand, the words do too; of single words, those asked for rank first
            sought = stems if stems and len(stems[0]) > 1 else spellings
            return _joined((_quoted(s, prefix) for s in sought), "OR")
        case Near(phrases, distance):
            ways = [
                way
                for forms in (True, False)
                for way in product(*([_quoted(s, p.prefix) for s in p.spellings_of(forms=forms)] for p in phrases))
            ]
            return _joined((f"NEAR({' '.join(way)}, {distance})" for way in ways[:_MOST_SPELLINGS]), "OR")
        case All(parts):
            return _joined(map(as_match, parts), "AND")
        case Either(parts):
            return _joined(map(as_match, parts), "OR")
        case Without(included, excluded):
            return f"({as_match(included)} NOT {as_match(excluded)})"


def included_phrases(expression: Expression) -> Iterator[QueryPhrase]:
    """Yield the phrases that a hit may have been met by; those after NOT are left out."""
    match expression:
        case QueryPhrase():
            yield expression
        case Near(phrases, _):
            yield from phrases
        case All(parts) | Either(parts):
            for part in parts:
                yield from included_phrases(part)
        case Without(included, _):
            yield from included_phrases(included)


def is_exact(expression: Expression) -> bool:
    """Return whether all words of an expression are taken as they are written."""
    return not any(phrase.spellings_of(forms=True) for phrase in included_phrases(expression))


def named(expression: Expression) -> str:
    """Return an expression as it is named in an answer.

    >>> police, army = QueryPhrase(((".polic",),), typed="police"), QueryPhrase(((".armi",),), typed="army")
    >>> named(All((police, army))), named(Either((Near((police, army), 5), Without(army, police))))
    ('police and army', 'NEAR(police army, 5) OR (army NOT police)')
    """
    if isinstance(expression, All) and all(isinstance(part, QueryPhrase) for part in expression.parts):
        return " and ".join(map(_formula, expression.parts))
    formula = _formula(expression)
    bracketed = isinstance(expression, All | Either | Without) and formula.startswith("(")
    return formula[1:-1] if bracketed else formula


def _formula(expression: Expression) -> str:
    match expression:
        case QueryPhrase(typed=typed):
            return typed
        case Near(phrases, distance):
            return f"NEAR({' '.join(phrase.typed for phrase in phrases)}, {distance})"
        case All(parts):
            return _joined(map(_formula, parts), "AND")
        case Either(parts):
            return _joined(filter(None, dict.fromkeys(map(_formula, parts))), "OR")
        case Without(included, excluded):
            return f"({_formula(included)} NOT {_formula(excluded)})"


def highlights(expression: Expression, text: str) -> tuple[HitSpan, ...]:
    """Return the stretches of a text that an expression met, ascending, none overlapping.

    >>> highlights(QueryPhrase((("pre", "trial"),)), "Long pre-trial detention")
    (HitSpan(start=5, end=14),)
    >>> highlights(QueryPhrase(((".woman", ".prison"),)), "for women’s prisons")
    (HitSpan(start=4, end=19),)
    """
    phrases = tuple(included_phrases(expression))
    printed = tuple(words_in(text))
    found: list[HitSpan] = []
    for forms in (False, True):
        sought = [(s, phrase.prefix) for phrase in phrases for s in phrase.spellings_of(forms=forms)]
        if sought:
            words = _stemmed(printed, text, sought) if forms else printed
            found += _met(words, sought)
    spans: list[HitSpan] = []
    for start, end in sorted(found):
        if spans and start < spans[-1].end:
            spans[-1] = HitSpan(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(HitSpan(start, end))
    return tuple(spans)


def _stemmed(words: tuple[IndexedWord, ...], text: str, sought: list[tuple[Spelling, bool]]) -> tuple[IndexedWord, ...]:
    """Return the words of a text as stems, without the ``s`` of possessives.

    What cannot be a form of a word that is sought, since it begins otherwise, is left as it is: most words.
    """
    irregular = exceptions()
    begins = {stem[1 : 1 + _BEGINNING] for spelling, _ in sought for stem in spelling}
    return tuple(
        IndexedWord(marked(w.folded), w.start, w.end) if w.folded[:_BEGINNING] in begins or w.folded in irregular else w
        for w in words
        if not _is_possessive(w, text)
    )


def _is_possessive(word: IndexedWord, text: str) -> bool:
    """Return whether a word is the ``s`` of a possessive."""
    return (
        word.folded == "s" and word.start > 1 and text[word.start - 1] in APOSTROPHES and text[word.start - 2].isalnum()
    )


def _met(words: tuple[IndexedWord, ...], sought: list[tuple[Spelling, bool]]) -> list[HitSpan]:
    """Return the stretches of a text at which some of its words are one of the spellings sought."""
    at: dict[str, list[int]] = {spelling[0]: [] for spelling, _ in sought}
    for place, word in enumerate(words):
        if word.folded in at:
            at[word.folded].append(place)
    met = {
        (place, place + len(spelling))
        for spelling, prefix in sought
        for place in _places(spelling, words, at, prefix=prefix)
    }
    return [HitSpan(words[first].start, words[after - 1].end) for first, after in met]


def _places(
    spelling: Spelling, words: tuple[IndexedWord, ...], at: dict[str, list[int]], *, prefix: bool
) -> Iterator[int]:
    """Yield where in the words of a text a spelling begins."""
    whole = spelling[:-1] if prefix else spelling
    for place in at[whole[0]] if whole else range(len(words)):
        following = words[place : place + len(spelling)]
        if len(following) < len(spelling) or any(w.folded != s for w, s in zip(following, whole, strict=False)):
            continue
        if not prefix or following[-1].folded.startswith(spelling[-1]):
            yield place
