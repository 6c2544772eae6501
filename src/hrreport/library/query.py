"""The language of searches: from what a person types to an expression.

    either  = all { "OR" all }
    all     = without { ["AND"] without }
    without = part { "NOT" part }
    part    = "(" either ")" | near | phrase
    near    = "NEAR(" phrase phrase... ["," number] ")"
    phrase  = word ["*"] | '"' words '"' ["*"]

Operators are written in capitals; ``and`` is a word. All characters that are neither letters nor
digits part words, and mean nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from hrreport.errors import InputError
from hrreport.library.expression import All, Either, Near, Phrase, Without
from hrreport.library.words import HYPHENS, folded_text

if TYPE_CHECKING:
    from hrreport.library.expression import Expression

LONGEST = 1_000
"""Characters that a query may have."""
DEEPEST = 20
"""Brackets that may stand in each other."""
SHORTEST_PREFIX = 2
"""Letters before a ``*``; fewer would meet nearly every paragraph."""
NEAR_DISTANCE = 10
"""Words between the parts of a NEAR that gives no number."""
FARTHEST = 500

_QUOTES = '"“”„«»'
_TOKEN = re.compile(
    rf"""
      (?P<near>     NEAR \s* \( (?: [^(){_QUOTES}] | [{_QUOTES}] [^{_QUOTES}]* [{_QUOTES}] )* \) )
    | (?P<quoted>   [{_QUOTES}] [^{_QUOTES}]* [{_QUOTES}] ) (?P<goes_on> \*? )
    | (?P<mark>     NEAR \s* \( | [(){_QUOTES}*] )
    | (?P<operator> (?:AND|OR|NOT) ) (?= [\s()] | $ )
    | (?P<word>     [^\s(){_QUOTES}*]+ ) (?P<prefix> \*? )
    """,
    re.VERBOSE,
)
_DISTANCE = re.compile(r"(?:,\s+|(?<!\d),)(\d+)\s*$")
_HYPHENATED = re.compile(rf"[^\W_][{HYPHENS}][^\W_]")
_JOINING = re.compile(rf"(?<=[^\W_])[{HYPHENS}](?=[^\W_])")

Spellings = Callable[[tuple[str, ...], bool], tuple[tuple[str, ...], ...]]
"""Gives the other spellings of some words, joined or parted at hyphens; and whether the last may go on."""


def no_others(words: tuple[str, ...], prefix: bool) -> tuple[tuple[str, ...], ...]:  # noqa: ARG001  one of the kind
    """Return no other spelling."""
    return ()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its sort, what it says, and where it stands."""

    sort: str
    text: str
    at: int
    prefix: bool = False


def parse_query(query: str, spellings: Spellings = no_others) -> Expression:
    """Return what a query means.

    Args:
        query: As typed.
        spellings: Gives the other spellings of some words, joined or parted at hyphens.

    Raises:
        InputError: It is empty, too long, or not of the language; the message names the place.
    """
    if len(query) > LONGEST:
        raise InputError(
            f"the search has {len(query)} characters, more than {LONGEST}", hint="search for fewer words at a time"
        )
    parser = _Parser(query, spellings)
    if not parser.tokens:
        raise InputError(
            f"the search {query!r} has no word in it", hint='give a word, or a "phrase" in quotation marks'
        )
    found = parser.either()
    if rest := parser.take(")"):
        parser.fail("a bracket is closed that was not opened", rest)
    if rest := parser.next():
        parser.misplaced(rest)
    return found


def _fail(query: str, said: str, at: int) -> NoReturn:
    words = " ".join(re.sub(f"[(){_QUOTES}*]", " ", query).split())
    raise InputError(
        f"the search {query!r} cannot be read: {said} (character {at + 1})",
        hint=f"to look for the words as they stand, quote them: '\"{words}\"'" if words else None,
    )


def _tokens(query: str, base: int, whole: str) -> list[Token]:
    """Return the tokens of a query, or of a part of a `whole` one that begins at `base`."""
    found: list[Token] = []
    for m in _TOKEN.finditer(query):
        at = base + m.start()
        text, prefix = m.group(), bool(m["goes_on"] or m["prefix"])
        follows = query[m.end() : m.end() + 1]
        if m["mark"]:
            found.append(Token(text, text, at))
        elif m["operator"]:
            found.append(Token("operator", m["operator"], at))
        elif m["near"]:
            found.append(Token("near", text, at))
        elif prefix and follows and not follows.isspace() and follows not in ")(,":
            _fail(whole, "a * stands at the end of a word", at + len(text) - 1)
        elif folded_text(text):
            found.append(Token("phrase", text.rstrip("*"), at, prefix))
        elif m["quoted"]:
            _fail(whole, "there is no word between the quotation marks", at)
    return found


class _Parser:
    """Reads the tokens of one query from left to right, one method for each rule of the language."""

    def __init__(self, query: str, spellings: Spellings) -> None:
        self.query = query
        self.spellings = spellings
        self.tokens = _tokens(query, 0, query)
        self.place = 0
        self.open: list[Token] = []

    def fail(self, said: str, token: Token | None) -> NoReturn:
        _fail(self.query, said, token.at if token else len(self.query))

    def next(self) -> Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self, *sorts: str) -> Token | None:
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
        """Let two single words that stand side by side also be met as one: "pre trial", "pretrial"."""
        match first, second:
            case Phrase(spellings=((one,), *_), prefix=False), Phrase(spellings=((other,), *_), prefix=prefix):
                joined = tuple(s for s in self.spellings((one, other), prefix) if len(s) == 1)
                if joined:
                    return [Either((All((first, second)), Phrase(joined, prefix)))]
        return [first, second]

    def without(self) -> Expression:
        found = self.part()
        while self.take("NOT"):
            found = Without(found, self.part())
        return found

    def part(self) -> Expression:
        token = self.take("phrase", "near", "(")
        if token is None:
            self.misplaced(self.next())
        if token.sort == "phrase":
            return self.phrase(token)
        if token.sort == "near":
            return self.near(token)
        self.open.append(token)
        if len(self.open) > DEEPEST:
            self.fail(f"more than {DEEPEST} brackets stand in each other", token)
        found = self.either()
        if not self.take(")"):
            if rest := self.next():
                self.misplaced(rest)
            self.fail("a bracket is not closed", token)
        self.open.pop()
        return found

    def misplaced(self, token: Token | None) -> NoReturn:
        """Say why no part of a query can begin with a token."""
        if token is None:
            self.fail("a word is missing at the end", token)
        said = {
            ")": "a word is missing before the bracket",
            "*": "a * stands at the end of a word",
            "operator": f"a word is missing before {token.text}",
        }
        opened = (
            "a NEAR( is not closed, or has brackets in it" if token.text[0] == "N" else "a quotation mark is not closed"
        )
        self.fail(said.get(token.sort, opened), token)

    def phrase(self, token: Token) -> Phrase:
        words = tuple(folded_text(token.text).split())
        if token.prefix and len(words[-1]) < SHORTEST_PREFIX:
            self.fail(f"a * needs {SHORTEST_PREFIX} letters before it", token)
        others = self.spellings(words, token.prefix)
        if _HYPHENATED.search(token.text):
            others = (tuple(folded_text(_JOINING.sub("", token.text)).split()), *others)
        return Phrase(tuple(dict.fromkeys((words, *others))), token.prefix)

    def near(self, token: Token) -> Expression:
        start = token.text.index("(") + 1
        within = token.text[start:-1]
        given = _DISTANCE.search(within)
        distance = int(given[1]) if given else NEAR_DISTANCE
        tokens = _tokens(within[: given.start()] if given else within, token.at + start, self.query)
        for other in tokens:
            if other.sort != "phrase":
                self.fail("NEAR takes words and phrases only", other)
        if len(tokens) < 2:  # noqa: PLR2004  near to something
            self.fail("NEAR takes two words or more", token)
        if distance > FARTHEST:
            self.fail(f"NEAR looks no farther than {FARTHEST} words", token)
        return Near(tuple(map(self.phrase, tokens)), distance)


def _together(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else All(tuple(parts))
