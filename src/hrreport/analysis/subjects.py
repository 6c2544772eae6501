"""Subjects: the words of a sentence that are the subject of one of its verbs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import facts
from hrreport.analysis.source_types import source_types

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"[^\W\d_][\w’'&./+-]*(?<![.])|\d+(?:[.,-]\d+)*%?|[^\s\w]")


class Token(NamedTuple):
    """A word or mark of the sentence, in lower case too, and where it stands."""

    text: str
    low: str
    start: int
    end: int


def read_tokens(sentence: str) -> list[Token]:
    """Return the words and marks of a sentence."""
    return [Token(m[0], m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(sentence)]


@cache
def list_of(name: str) -> frozenset[str]:
    """Return one of the lists of words that tell where a subject begins and ends."""
    return frozenset(next(r["words"] for r in facts.rows("vocabulary/subjects.csv") if r["list"] == name).split())


@cache
def verbs_that_attribute() -> dict[str, tuple[str, ...]]:
    """Return the rules of every form of every verb that attributes."""
    found: dict[str, tuple[str, ...]] = {}
    for row in facts.rows("vocabulary/source_verbs.csv"):
        for form in row["forms"].split():
            found[form] = (*found.get(form, ()), row["rule"])
    return found


_OF_LAW = frozenset("law laws constitution code act decree".split())
_STOPS = frozenset(";:“”—–")
_PREPOSITIONS = frozenset("in on at during as since after before following despite between from by".split())
_DETERMINERS = frozenset(
    "the a an they it he she we his her their its some many most all no police local domestic international national "
    "foreign human civil".split()
)
_JOINTS = frozenset(", and but however therefore moreover nevertheless nonetheless also".split())
_SUBORDINATING = frozenset("although though while because when if unless whereas since where".split())
_NEVER_BEFORE = frozenset("who which that whom whose and or but".split())
_RELATIVES = frozenset("who which that whom whose".split())
_NO_ADVERBS = frozenset("family assembly monthly weekly daily quarterly italy july".split())


def is_adverb(token: Token) -> bool:
    """Return whether a word can stand between a subject and its verb."""
    if token.low in list_of("adverbs"):
        return True
    return token.text.endswith("ly") and token.text.islower() and token.low not in _NO_ADVERBS


def _comma(tokens: Sequence[Token], first: int, last: int) -> int | None:
    return next((k for k in range(first, last + 1) if tokens[k].text == ","), None)


def subject_of(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Return the span of words that is the subject of the verb at `verb`, or ``None``."""
    last = verb - 1
    while last >= 0 and is_adverb(tokens[last]):
        last -= 1
    if last < 0 or tokens[last].low in list_of("not-before") or tokens[last].low in _NEVER_BEFORE:
        return None
    apposition = tokens[last].text == ","
    last -= apposition
    first = last
    while first >= 0 and tokens[first].text not in _STOPS:
        if tokens[first].text == ")":
            first = next((k for k in range(first, -1, -1) if tokens[k].text == "("), first)
        elif tokens[first].low in list_of("breaks"):
            if not _is_relative(tokens, first, last):
                first = _after_clause(tokens, first, last)
                break
            last = first - 1 - (tokens[first - 1].text == ",")
        first -= 1
    first = _after_verb(tokens, _after_introduction(tokens, first + 1, last), last)
    first = _after_statement(tokens, _after_joint(tokens, first, last), last)
    if verb + 1 == len(tokens) or tokens[verb + 1].text == ".":
        # "..., some observers reported.": what was said stands before the subject
        first = max([first, *(k + 1 for k in range(first, last) if tokens[k].text == ",")])
    comma = _comma(tokens, first + 1, last) if apposition else None
    # "X, an affiliate of Y, reported": the name stands before the first comma
    last = last if comma is None else comma - 1
    return (first, last) if first <= last else None


def shared_subject(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Return the span of the subject that a verb after "and" or "but" shares with the first verb of its clause."""
    join = verb - 1
    while join >= 0 and is_adverb(tokens[join]):
        join -= 1
    if join < 1 or tokens[join].low not in {"and", "but"}:
        return None
    opens = next((k + 1 for k in range(join, -1, -1) if tokens[k].text in _STOPS), 0)
    first = _after_introduction(tokens, opens, join)
    own = next((k for k in range(first + 1, join) if _is_verb(tokens, k)), None)
    if own is None or any(tokens[k].low in list_of("breaks") for k in range(first, join)):
        return None
    last = own - 1
    while last > first and is_adverb(tokens[last]):
        last -= 1
    return (first, last)


def _is_verb(tokens: Sequence[Token], k: int) -> bool:
    """Return whether the word at `k` is the first verb of a clause by its form."""
    token = tokens[k]
    if token.low in list_of("finite"):
        return True
    return token.text.islower() and token.low.endswith("ed") and token.low not in list_of("participles")


def _is_relative(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Tell whether the words from `k` to `last` are a relative clause on the noun before: "groups that monitored"."""
    if k == 0 or tokens[k].low not in _RELATIVES or tokens[k - 1].low in verbs_that_attribute():
        return False
    verb = tokens[k + 1].low
    is_verb = verb.endswith("ed") or verb in list_of("finite")
    serves = (
        source_types().get(tokens[k - 1].low) in {"ngo", "observers", "individual"}
        and verb not in _DETERMINERS
        and verb not in source_types()
        and verb.endswith("s") != tokens[k - 1].low.endswith("s")
        and tokens[k + 1].text.islower()
    )
    return (is_verb or serves) and _comma(tokens, k, last) is None


def _after_introduction(tokens: Sequence[Token], first: int, last: int) -> int:
    """Skip "In June 2023, ..." and the like."""
    while first <= last and (tokens[first].low in list_of("introducing") or tokens[first].text == ","):
        comma = _comma(tokens, first + 1, last)
        if comma is not None:
            first = comma + 1
            if first <= last and re.fullmatch(r"(?:19|20)\d\d", tokens[first].text):
                first += 1
            continue
        dated = first + 1
        while dated <= last and (tokens[dated].low in list_of("dates") or tokens[dated].text[0].isdigit()):
            dated += 1
        if first + 1 < dated <= last:
            return dated
        first += 1
    return first


def _after_clause(tokens: Sequence[Token], conjunction: int, last: int) -> int:
    """Skip a clause that stands before the subject: "Although the law forbids it, police said"."""
    comma = _comma(tokens, conjunction + 1, last)
    if comma is None or tokens[conjunction].low not in _SUBORDINATING:
        return conjunction
    is_clause = conjunction == 0 or any(_is_verb(tokens, k) for k in range(conjunction + 1, comma))
    return comma if is_clause else conjunction


def _after_statement(tokens: Sequence[Token], first: int, last: int) -> int:
    """Skip a statement that another is joined to: "The ban remained in effect, and journalists reported"."""
    joint = next((k for k in range(last - 1, first, -1) if tokens[k].text == ","), None)
    if joint is None or tokens[joint + 1].low != "and" or joint + 1 >= last:
        return first
    before = range(first + 1, joint)
    if any(tokens[k].low in _RELATIVES for k in before) or any(tokens[k].text == "," for k in before):
        return first
    return joint + 2 if any(_is_verb(tokens, k) for k in before) else first


def _after_joint(tokens: Sequence[Token], first: int, last: int) -> int:
    """Skip the joint between two clauses with what introduces the second: ", and in October, "."""
    while first < last and tokens[first].low in _JOINTS:
        first += 1
    introduces = tokens[first].low in _PREPOSITIONS if first <= last else False
    return _after_introduction(tokens, first, last) if introduces else first


def _after_verb(tokens: Sequence[Token], first: int, last: int) -> int:
    """Begin after the last finite verb that still stands before the subject."""
    inside = 0
    for k in range(last, first - 1, -1):
        inside += (tokens[k].text == ")") - (tokens[k].text == "(")
        if not inside and _is_finite(tokens, k, first):
            comma = _comma(tokens, k + 1, last)
            return _after_conjunction(tokens, k + 1, last) if comma is None else comma + 1
    return first


def _after_conjunction(tokens: Sequence[Token], first: int, last: int) -> int:
    """Begin after the last conjunction of a clause, "an inquiry began after media reported", or past its end."""
    found = (k for k in range(last - 1, first - 1, -1) if tokens[k].low in {"after", "before", "since", "until", "as"})
    return next(found, last) + 1


def _is_finite(tokens: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether the word at `k` is a finite verb, as far as its form and the word before it tell."""
    word = tokens[k].low
    if word in list_of("finite"):
        return True
    if k == first or not word.endswith("ed") or not word.isalpha() or not tokens[k].text.islower():
        return False
    if word in list_of("participles"):
        return False
    before = tokens[k - 1].low
    return (
        before in _OF_LAW or before in source_types() or word in verbs_that_attribute() or before in list_of("adverbs")
    )
