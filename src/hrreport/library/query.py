"""The language of searches: from what a person types to an expression.

    either  = all { "OR" all }
    all     = without { ["AND"] without }
    without = around { "NOT" around }
    around  = part { "NEAR" part }
    part    = "(" either ")" | near | phrase
    near    = "NEAR(" phrase phrase... ["," number] ")"
    phrase  = word ["*"] | words_joined | '"' words '"' ["*"]

Operators are written in capitals; ``and`` is a word. Of a word, and of words joined by underscores, every
form counts; words in quotation marks are taken as they are written. Operators of other systems are read
as these, or named (`hrreport.library.tokens`). All other characters that are neither letters nor digits
part words, and mean nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from hrreport.errors import InputError
from hrreport.library.expression import All, Either, Near, QueryPhrase, Without
from hrreport.library.index_words import MARK, folded_text, key_of, without_possessives, words_without_joints
from hrreport.library.tokens import NEAR_DISTANCE, QUOTES, refuse, tokens_of, typed_as
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.library.expression import Expression
    from hrreport.library.tokens import QueryToken

LONGEST = 1_000
"""Characters that a query may have."""
_DEEPEST = 20
"""Brackets that may stand in each other."""
_SHORTEST_PREFIX = 2
"""Letters before a ``*``; fewer would meet nearly every paragraph."""
_FARTHEST = 500

_DISTANCE = r"(?:,\s+|(?<!\d),)(\d+)\s*$"
Spellings = Callable[[tuple[str, ...], bool, bool], tuple[tuple[str, ...], ...]]
"""Gives the other spellings of some words, joined or parted at hyphens and apostrophes, as the index has them;
whether the last may go on; and whether every form of them counts."""


def no_others(words: tuple[str, ...], prefix: bool, forms: bool) -> tuple[tuple[str, ...], ...]:  # noqa: ARG001  one of the kind
    """Return no other spelling."""
    return ()


@dataclass(frozen=True, slots=True)
class ReadQuery:
    """A parsed query, with remarks on how it was read."""

    expression: Expression
    notes: tuple[str, ...]
    """On operators of other systems, and signs that are passed over."""


def parse_query(query: str, spellings: Spellings = no_others) -> Expression:
    """Return what a query means; see `read_query`."""
    return read_query(query, spellings).expression


def read_query(query: str, spellings: Spellings = no_others, *, exact: bool = False) -> ReadQuery:
    """Return what a query means, with notes on how it was read.

    Args:
        query: As typed.
        spellings: Gives the other spellings of some words, joined or parted at hyphens.
        exact: Whether all words are taken as they are written.

    Raises:
        InputError: It is empty, too long, or not of the language; the message names the place.
    """
    if len(query) > LONGEST:
        raise InputError(
            f"the search has {len(query)} characters, more than {LONGEST}", hint="search for fewer words at a time"
        )
    notes: dict[str, None] = {}
    parser = _Parser(query, spellings, tokens_of(query, 0, query, notes), exact=exact)
    if all(token.sort == "operator" for token in parser.tokens):
        raise InputError(
            f"the search {query!r} has no word in it", hint='give a word, or a "phrase" in quotation marks'
        )
    found = parser.either()
    if rest := parser.take(")"):
        parser.fail("a bracket is closed that was not opened", rest)
    if rest := parser.next():
        parser.misplaced(rest)
    return ReadQuery(found, tuple(notes))


class _Parser:
    """Reads the tokens of one query from left to right, one method for each rule of the language."""

    def __init__(self, query: str, spellings: Spellings, tokens: list[QueryToken], *, exact: bool) -> None:
        self.query = query
        self.spellings = spellings
        self.tokens = tokens
        self.exact = exact
        self.place = 0
        self.open: list[QueryToken] = []

    def fail(self, message: str, token: QueryToken | None) -> NoReturn:
        refuse(self.query, message, token.at if token else len(self.query))

    def next(self) -> QueryToken | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self, *sorts: str) -> QueryToken | None:
        """Pass over the next token and return it, if it is an operator or of a sort named."""
        token = self.next()
        if token is None or (token.text if token.sort == "operator" else token.sort) not in sorts:
            return None
        self.place += 1
        return token

    def either(self) -> Expression:
        parts = [self.all()]
        while self.take("OR"):
            parts.append(self.all())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def all(self) -> Expression:
        parts = [self.without()]
        while True:
            token = self.next()
            if self.take("AND"):
                if self.take("NOT"):  # "a AND NOT b" is what many people write for "a NOT b"
                    parts = [Without(_together(parts), self.part())]
                else:
                    parts.append(self.without())
            elif token and token.sort in ("phrase", "near", "("):
                beside = self.without()
                parts[-1:] = self.side_by_side(parts[-1], beside)
            else:
                return _together(parts)

    def side_by_side(self, first: Expression, second: Expression) -> list[Expression]:
        """Match two adjacent words also as one word: "pre trial", "pretrial"."""
        match first, second:
            case QueryPhrase(words=(one,), prefix=False), QueryPhrase(words=(other,), prefix=prefix):
                joined = tuple(s for s in self.others((one, other), prefix=prefix) if len(s) == 1)
                if joined:
                    return [Either((All((first, second)), QueryPhrase(joined, prefix)))]
        return [first, second]

    def others(self, words: tuple[str, ...], *, prefix: bool) -> tuple[tuple[str, ...], ...]:
        """Return the other spellings of some words: first those that count in every form, if any do."""
        kinds = (False,) if prefix or self.exact else (True, False)
        return tuple(spelling for forms in kinds for spelling in self.spellings(words, prefix, forms))

    def without(self) -> Expression:
        found = self.around()
        while self.take("NOT"):
            found = Without(found, self.around())
        return found

    def around(self) -> Expression:
        found = self.part()
        while operator := self.take("NEAR"):
            found = self.near_to(found, self.part(), operator)
        return found

    def near_to(self, first: Expression, second: Expression, operator: QueryToken) -> Expression:
        """Return two parts near each other; of alternatives in brackets, any of them."""
        if operator.distance > _FARTHEST:
            self.fail(f"NEAR looks no farther than {_FARTHEST} words", operator)
        ways = [
            Near((*one, *other), operator.distance)
            for one in self.ways(first, operator)
            for other in self.ways(second, operator)
        ]
        return ways[0] if len(ways) == 1 else Either(tuple(ways))

    def ways(self, part: Expression, operator: QueryToken) -> list[tuple[QueryPhrase, ...]]:
        """Return the phrases that a part of NEAR may be met by."""
        if isinstance(part, QueryPhrase):
            return [(self.for_near(part),)]
        if isinstance(part, Near):
            return [part.phrases]
        if not isinstance(part, Either):
            self.fail("NEAR takes words, phrases, and these with OR in brackets", operator)
        return [way for one in part.parts for way in self.ways(one, operator)]

    def part(self) -> Expression:
        token = self.take("phrase", "near", "(")
        if token is None:
            self.misplaced(self.next())
        if token.sort == "phrase":
            return self.phrase(token)
        if token.sort == "near":
            return self.near(token)
        self.open.append(token)
        if len(self.open) > _DEEPEST:
            self.fail(f"more than {_DEEPEST} brackets stand in each other", token)
        found = self.either()
        if not self.take(")"):
            if rest := self.next():
                self.misplaced(rest)
            self.fail("a bracket is not closed", token)
        self.open.pop()
        return found

    def misplaced(self, token: QueryToken | None) -> NoReturn:
        """Return the reason why no part of a query can begin with a token."""
        if token is None:
            self.fail("a word is missing at the end", token)
        messages = {
            ")": "a word is missing before the bracket",
            "*": "a * stands at the end of a word",
            "operator": f"a word is missing before {token.text}",
        }
        opened = (
            "a NEAR( is not closed, or has brackets in it" if token.text[0] == "N" else "a quotation mark is not closed"
        )
        hint = "name first what is looked for: women NOT girls" if token.text == "NOT" else None
        refuse(self.query, messages.get(token.sort, opened), token.at, hint)

    def phrase(self, token: QueryToken) -> Expression:
        words = tuple(folded_text(token.text).split())
        if token.prefix and len(words[-1]) < _SHORTEST_PREFIX:
            self.fail(f"a * needs {_SHORTEST_PREFIX} letters before it", token)
        joined = words_without_joints(token.text)
        spellings = (words, *((joined,) if joined else ()), *self.spellings(words, token.prefix, False))
        if not (token.prefix or token.text[0] in QUOTES or self.exact):
            spellings = (*self.forms(words, token.text), *spellings)
        found = QueryPhrase(tuple(dict.fromkeys(spellings)), token.prefix, words, typed_as(token))
        if token.distance:
            plain = (QueryPhrase(((word,),), words=(word,), typed=word) for word in words)
            return Near(tuple(map(self.for_near, plain)), token.distance)
        return found

    def forms(self, words: tuple[str, ...], typed: str = "") -> tuple[tuple[str, ...], ...]:
        """Return the spellings of words of which every form counts."""
        plain = without_possessives(typed)
        parted = (tuple(folded_text(plain).split()),) if plain else (words,)
        keys = tuple(
            tuple(key_of(spelled, forms=True).split()) for spelled in (*parted, words_without_joints(plain)) if spelled
        )
        return (*keys, *self.spellings(words, False, True))

    def for_near(self, phrase: QueryPhrase) -> QueryPhrase:
        """Return a phrase as it is sought near others: in every form, since words and stems are counted apart."""
        if self.exact or not phrase.words or phrase.spellings_of(forms=True):
            return phrase
        forms = self.forms(phrase.words)
        if phrase.prefix:
            *before, last = phrase.words
            forms = ((*key_of(before, forms=True).split(), MARK + last),)
        return QueryPhrase((*forms, *phrase.spellings), phrase.prefix, phrase.words, phrase.typed)

    def near(self, token: QueryToken) -> Expression:
        start = token.text.index("(") + 1
        within = token.text[start:-1]
        given = re.search(_DISTANCE, within)
        distance = int(given[1]) if given else NEAR_DISTANCE
        notes: dict[str, None] = {}
        tokens = tokens_of(within[: given.start()] if given else within, token.at + start, self.query, notes)
        for other in tokens:
            if other.sort != "phrase":
                self.fail("NEAR takes words and phrases only", other)
        if len(tokens) < 2:  # noqa: PLR2004  near to something
            self.fail("NEAR takes two words or more", token)
        if distance > _FARTHEST:
            self.fail(f"NEAR looks no farther than {_FARTHEST} words", token)
        phrases = (found for found in map(self.phrase, tokens) if isinstance(found, QueryPhrase))
        return Near(tuple(map(self.for_near, phrases)), distance)


def _together(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else All(tuple(parts))
