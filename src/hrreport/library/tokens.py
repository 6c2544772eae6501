"""The pieces of a query: words, phrases, brackets and operators, before they are put together.

Lawyers know Westlaw's and Lexis' ``w/5``, ``/p`` and ``tortur!``, everybody knows the ``-word`` of web search. An
operator of another system that has the same meaning here is read so, and the answer says how; any other is named in an
error, since a sign that is passed over in silence changes what was asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from hrreport.errors import InputError
from hrreport.library.index_words import folded_text
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

NEAR_DISTANCE = 10
"""Words between the parts of a NEAR that gives no number."""
QUOTES = '"“”„«»'
_TOKEN = re.compile(
    rf"""
      (?P<near>     NEAR \s* \( (?: [^(){QUOTES}] | [{QUOTES}] [^{QUOTES}]* [{QUOTES}] )* \) )
    | (?P<quoted>   [{QUOTES}] [^{QUOTES}]* [{QUOTES}] ) (?P<goes_on> \*? ) (?: ~ (?P<slop> \d+ ) )?
    | (?P<mark>     NEAR \s* \( | [(){QUOTES}*] )
    | (?P<operator> (?:AND|OR|NOT) ) (?= [\s()] | $ )
    | (?P<but>      BUT ) (?= \s+ NOT\b )
    | (?P<leading>  (?<! [^\s(] ) [-!] (?= [^\W\d_] | [({QUOTES}] ) )
    | (?P<bar>      \|\|? )
    | (?P<word>     [^\s(){QUOTES}*|]+ ) (?P<prefix> \*? )
    """,
    re.VERBOSE,
)
_SIGNS = r"[%$€£#§@=<>?\\{}\[\]+^~&]"
"""Signs that a reader may take for something that is searched for."""
_SIGNS_ALONE = re.compile(r"(?<![^\W_])[+=<>?^~]+|[?]")
_OPERATORS = ("and", "or", "not", "near")


@dataclass(frozen=True, slots=True)
class QueryToken:
    """A piece of a query: its sort, what it says, and where it stands."""

    sort: str
    text: str
    at: int
    prefix: bool = False
    distance: int = 0
    """Of an operator NEAR, or of a phrase with one."""


_NEAR_HINT = "words near each other: NEAR(police beat*, 5); all of them in one paragraph: AND"
_OPERATORS_HINT = 'operators are AND, OR, NOT, NEAR(a b, 5) and "a phrase"'


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
    distance = int(found.groupdict().get("distance") or NEAR_DISTANCE)
    return SupportedOperator("NEAR", f'"{found.group()}" is read as NEAR: at most {distance} words between', distance)


def _read_as(operator: str) -> Callable[[re.Match[str]], SupportedOperator]:
    return lambda found: SupportedOperator(operator, f'"{found.group()}" is read as {operator}')


def _unknown(why: str, hint: str = _NEAR_HINT) -> Callable[[re.Match[str]], UnsupportedOperator]:
    return lambda found: UnsupportedOperator(f'"{found.group()}" {why}', hint)


def _field(found: re.Match[str]) -> UnsupportedOperator:
    name, value = found["field"].lower(), found["value"]
    if name in ("country", "year", "section", "topic", "kind", "region"):
        return UnsupportedOperator(
            f'"{found.group()}" is not a filter inside a search', f"leave it out, and add: --{name} {value}"
        )
    return UnsupportedOperator(
        f'"{found["field"]}:" would be a field, and a search has none',
        f'narrow a search with --country, --topic or --section; to look for the words as they are: "{name} {value}"',
    )


_FOREIGN: tuple[tuple[str, Callable[[re.Match[str]], SupportedOperator | UnsupportedOperator]], ...] = (
    # operators that have white space, or a bracket, on both sides
    (r"NEAR", _around),
    (r"(?i:w|within|near|n)?/(?P<distance>\d{1,3})", _around),
    (r"\|\|?", _read_as("OR")),
    (r"&&?|(?i:w/p|/p)", _read_as("AND")),
    (r"ANDNOT", _read_as("NOT")),
    (r"(?i:w/s|/s|\+s)", _unknown("would be the same sentence, which a search does not see")),
    (r"(?i:w/seg|\+p)", _unknown("is not an operator here")),
    (r"(?i:pre|onear|p)/\d+|\+\d+|NEAR\d+", _unknown("would be an order of words, which only a phrase has")),
    (r"XOR|ADJ\d*|ONEAR|SAME", _unknown("is not an operator here", _OPERATORS_HINT)),
    # words with an operator in them
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
"""Operators of other systems, by what a piece of a query that has one looks like."""
_BEFORE_BRACKET = r"(?i:atleast|allcaps|caps|singular|plural|notw|hlead|heading|title)\d*"


def foreign_operator(piece: str, *, opens: bool) -> SupportedOperator | UnsupportedOperator | None:
    """Return what a piece of a query, before a bracket that `opens` or not, means as an operator of another system.

    ``None`` where it has none in it.

    >>> foreign_operator("w/5", opens=False).operator, foreign_operator("police", opens=False)
    ('NEAR', None)
    """
    if opens and re.fullmatch(_BEFORE_BRACKET, piece):
        return UnsupportedOperator(f'"{piece}" with a bracket is not an operator here', _OPERATORS_HINT)
    return next((made(found) for pattern, made in _FOREIGN if (found := re.fullmatch(pattern, piece))), None)


def refuse(query: str, message: str, at: int, hint: str | None = None) -> NoReturn:
    """Raise the error of a query that cannot be read, naming the place.

    Raises:
        InputError: Always.
    """
    words = " ".join(re.sub(f"[(){QUOTES}*]", " ", query).split())
    offered = f"to look for the words as they stand, quote them: '\"{words}\"'" if folded_text(words) else None
    raise InputError(f"the search {query!r} cannot be read: {message} (character {at + 1})", hint=hint or offered)


def tokens_of(query: str, base: int, whole: str, notes: dict[str, None]) -> list[QueryToken]:
    """Return the tokens of a query, or of a part of a `whole` one that begins at `base`; add what is to be noted."""
    found: list[QueryToken] = []
    for m in _TOKEN.finditer(query):
        at = base + m.start()
        text, prefix = m.group(), bool(m["goes_on"] or m["prefix"])
        follows = query[m.end() : m.end() + 1]
        if m["but"]:
            notes['"BUT NOT" is read as NOT'] = None
        elif operator := _operator(m, at, notes):
            found.append(operator)
        elif prefix and follows and not follows.isspace() and follows not in ")(,":
            refuse(whole, "a * stands at the end of a word", at + len(text) - 1)
        elif m["quoted"]:
            if not folded_text(text):
                refuse(whole, "there is no word between the quotation marks", at)
            phrase = m["quoted"]
            found.append(QueryToken("phrase", phrase, at, prefix, int(m["slop"] or 0)))
            if m["slop"]:
                notes[f'"~{m["slop"]}" after a phrase is read as NEAR: at most {m["slop"]} words between'] = None
        else:
            found += _word(m["word"] or m["bar"], QueryToken("phrase", "", at, prefix), (whole, follows), notes)
    return found


def _operator(found: re.Match[str], at: int, notes: dict[str, None]) -> QueryToken | None:
    """Return the token of one of our operators, of a bracket, or of a quotation mark that is not closed."""
    text = found.group()
    for group, sort in (("mark", text), ("operator", "operator"), ("near", "near")):
        if found[group]:
            return QueryToken(sort, text, at)
    if found["leading"]:
        notes[f'"{text}" before a word is read as NOT'] = None
        return QueryToken("operator", "NOT", at)
    return None


def _word(piece: str, made: QueryToken, around: tuple[str, str], notes: dict[str, None]) -> list[QueryToken]:
    """Return the token of a piece of a query between white space; none for signs that mean nothing."""
    whole, follows = around
    at = made.at
    if _is_plain(piece) and follows != "(":
        return [QueryToken("phrase", piece, at, made.prefix)]
    match foreign_operator(piece, opens=follows == "("):
        case UnsupportedOperator(message, hint):
            refuse(whole, message, at, hint)
        case SupportedOperator(operator, note, distance):
            notes[note] = None
            return [QueryToken("operator", operator, at, distance=distance)]
    if signs := re.findall(_SIGNS, piece.replace("&", "") if folded_text(piece) else piece):
        notes[f"signs are no words and are passed over: {' '.join(dict.fromkeys(signs))}"] = None
    if not folded_text(piece):
        return []
    if piece.lower() in _OPERATORS:
        notes[f'"{piece}" is looked for like any other word; {piece.upper()} in capitals is an operator'] = None
    prefix = made.prefix
    if piece.endswith("!") and not prefix:
        notes['"!" at the end of a word is read as *'] = None
        prefix = True
    return [QueryToken("phrase", piece.rstrip("!"), at, prefix)]


def _is_plain(piece: str) -> bool:
    """Return whether a piece can be nothing but words, so that no pattern of an operator need be tried."""
    letters = piece.replace("_", "")
    return letters.isascii() and letters.isalnum() and not letters.isupper() and piece.lower() not in _OPERATORS


def typed_as(token: QueryToken) -> str:
    """Return a phrase as it is named in an answer: words that are joined in quotation marks."""
    star = "*" if token.prefix else ""
    words = " ".join(_SIGNS_ALONE.sub(" ", token.text.strip(QUOTES).replace("_", " ")).split())
    return f'"{words}"{star}' if " " in words or token.text[0] in QUOTES else f"{words}{star}"


def joined_words(argument: str) -> str:
    """Return an argument of plain words as the phrase that it is, and any other as it is.

    >>> joined_words("domestic violence"), joined_words("women NOT girls")
    ('domestic_violence', 'women NOT girls')
    """
    notes: dict[str, None] = {}
    try:
        tokens = tokens_of(argument, 0, argument, notes)
    except InputError:
        return argument
    plain = all(token.sort == "phrase" and not token.prefix and token.text[0] not in QUOTES for token in tokens)
    return "_".join(argument.split()) if plain and len(tokens) > 1 else argument
