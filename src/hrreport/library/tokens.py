"""The pieces of a query: words, phrases, brackets and operators, before they are put together.

Operators of other systems become ours here, or are refused; see `hrreport.library.operators`.
"""

from __future__ import annotations

import re
from typing import NoReturn

from hrreport.errors import InputError
from hrreport.library.index_words import folded_text
from hrreport.library.operators import UnsupportedOperator, inside_word, standing_alone
from hrreport.values import dataclass

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
_IN_CAPITALS = {"and": "AND", "or": "OR", "not": "NOT", "near": "NEAR"}


@dataclass(frozen=True, slots=True)
class QueryToken:
    """A piece of a query: its sort, what it says, and where it stands."""

    sort: str
    text: str
    at: int
    prefix: bool = False
    distance: int = 0
    """Of an operator NEAR, or of a phrase with one."""


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
    if found["mark"]:
        return QueryToken(text, text, at)
    if found["operator"]:
        return QueryToken("operator", text, at)
    if found["near"]:
        return QueryToken("near", text, at)
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
    operator = standing_alone(piece)
    unknown = operator if isinstance(operator, UnsupportedOperator) else inside_word(piece, opens=follows == "(")
    if unknown:
        refuse(whole, unknown.message, at, unknown.hint)
    if operator and not isinstance(operator, UnsupportedOperator):
        notes[operator.note] = None
        return [QueryToken("operator", operator.operator, at, distance=operator.distance)]
    if signs := re.findall(_SIGNS, piece.replace("&", "") if folded_text(piece) else piece):
        notes[f"signs are no words and are passed over: {' '.join(dict.fromkeys(signs))}"] = None
    if not folded_text(piece):
        return []
    if piece.lower() in _IN_CAPITALS:
        in_capitals = _IN_CAPITALS[piece.lower()]
        notes[f'"{piece}" is looked for like any other word; {in_capitals} in capitals is an operator'] = None
    prefix = made.prefix
    if piece.endswith("!") and not prefix:
        notes['"!" at the end of a word is read as *'] = None
        prefix = True
    return [QueryToken("phrase", piece.rstrip("!"), at, prefix)]


def _is_plain(piece: str) -> bool:
    """Return whether a piece can be nothing but words, so that no pattern of an operator need be tried."""
    letters = piece.replace("_", "")
    return letters.isascii() and letters.isalnum() and not letters.isupper() and piece.lower() not in _IN_CAPITALS


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
