"""Synonyms: other words of the field for what is searched, from a table with provenance.

A term counts where the words of a query are its words, in any of their forms; words in quotation marks, and beginnings
with a ``*``, are taken as they are written.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.library.expression import All, Either, Near, QueryPhrase, Without
from hrreport.library.index_words import MARK, folded_text, key_of
from hrreport.model.hit import Synonyms

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.expression import Expression

    Parse = Callable[[str], Expression]


@cache
def terms() -> dict[str, Synonyms]:
    """Return the synonyms of each term, by its stems with a space between."""
    found = {}
    for row in tables.rows("search/synonyms.csv"):
        others = tuple(row["synonyms"].split("|"))
        for term in row["terms"].split("|"):
            found[_key(term)] = Synonyms(term, tuple(other for other in others if _key(other) != _key(term)))
    return found


def _key(term: str) -> str:
    """Return the stems of a term, with a space between."""
    return key_of(folded_text(term).split(), forms=True)


def with_synonyms(expression: Expression, parse: Parse) -> tuple[Expression, tuple[Synonyms, ...]]:
    """Return an expression that is met by synonyms too, each of them parsed as a query, and those that are in it."""
    widening = _Widening(parse)
    return widening.of(expression), tuple(widening.used)


class _Widening:
    """Puts synonyms beside the terms of one expression, and remembers which."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.used: dict[Synonyms, None] = {}

    def of(self, part: Expression) -> Expression:
        match part:
            case QueryPhrase():
                return self.beside(part, (part,))
            case Either(parts):
                return Either(tuple(map(self.of, parts)))
            case Without(included, excluded):
                return Without(self.of(included), excluded)
            case All(parts):
                return self.together(parts)
            case Near():
                return part

    def beside(self, part: Expression, phrases: tuple[QueryPhrase, ...]) -> Expression:
        found = terms().get(_stems(phrases))
        if found is None:
            return part
        self.used[found] = None
        return Either((part, *(self.parse(other.replace(" ", "_")) for other in found.others)))

    def together(self, parts: tuple[Expression, ...]) -> Expression:
        """Return words that must all be met, those side by side that are a term widened together."""
        found: list[Expression] = []
        rest = list(parts)
        while rest:
            longest = next((n for n in range(len(rest), 1, -1) if _is_term(rest[:n])), 1)
            run, rest = rest[:longest], rest[longest:]
            phrases = tuple(part for part in run if isinstance(part, QueryPhrase))
            found.append(self.of(run[0]) if longest == 1 else self.beside(All(tuple(run)), phrases))
        return found[0] if len(found) == 1 else All(tuple(found))


def _is_term(parts: list[Expression]) -> bool:
    phrases = tuple(part for part in parts if isinstance(part, QueryPhrase))
    return len(phrases) == len(parts) and _stems(phrases) in terms()


def _stems(phrases: tuple[QueryPhrase, ...]) -> str:
    """Return the stems of some phrases, one after the other; nothing where not every form of their words counts."""
    if any(phrase.prefix or not phrase.spellings[0][0].startswith(MARK) for phrase in phrases):
        return ""
    return " ".join(word for phrase in phrases for word in phrase.spellings[0])
