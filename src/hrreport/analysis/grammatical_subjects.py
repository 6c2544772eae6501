"""Subjects: the words of a sentence that are the subject of one of its verbs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.analysis.source_types import source_types

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"[^\W\d_][\w’'&./+-]*(?<![.])|\d+(?:[.,-]\d+)*%?|[^\s\w]")


class ClauseToken(NamedTuple):
    """A word or mark of the sentence, in lower case too, and where it stands."""

    text: str
    low: str
    start: int
    end: int


def read_tokens(sentence: str) -> list[ClauseToken]:
    """Return the words and marks of a sentence."""
    return [ClauseToken(text := m[0], text.lower(), *m.span()) for m in _TOKEN.finditer(sentence)]


@cache
def list_of(name: str, *, table: str = "subjects") -> frozenset[str]:
    """Return one of the lists of words of ``vocabulary/TABLE.csv``, such as those that end a subject."""
    return frozenset(next(r["words"] for r in tables.rows(f"vocabulary/{table}.csv") if r["list"] == name).split())


@cache
def verbs_that_attribute() -> dict[str, tuple[str, ...]]:
    """Return the rules of every form of every verb that attributes."""
    found: dict[str, tuple[str, ...]] = {}
    for row in tables.rows("vocabulary/source_verbs.csv"):
        for form in row["forms"].split():
            found[form] = (*found.get(form, ()), row["rule"])
    return found


_OF_LAW = frozenset("law laws constitution code act decree".split())
_ENDS = frozenset(";:–—")
_STOPS = frozenset(";:“”—–")
_PREPOSITIONS = frozenset("in on at during as since after before following despite between from by".split())
_DETERMINERS = frozenset(
    "the a an they it he she we his her their its some many most all no police local domestic international national "
    "foreign human civil".split()
)
_JOINTS = frozenset(", and but however therefore moreover nevertheless nonetheless also".split())
_SUBORDINATING = frozenset("although though while because when if unless whereas since where".split())
_RELATIVES = frozenset("who which that whom whose".split())
_NEVER_BEFORE = _RELATIVES | {"and", "or", "but"}
_OF_DOCUMENTS = ("publishes",)
"""The rule of verbs that are said of a document: "a report published in May"."""
_OF_PERSONS = frozenset(
    "accused aligned arrested assigned associated charged commissioned connected convicted created dedicated "
    "deported employed evicted focused held hired imprisoned invited issued linked opposed presented published "
    "recruited released sentenced separated submitted tasked trained transferred".split()
)
"""Participles that say which persons, bodies or documents are meant, before a preposition."""
_OPENING = frozenset("the several some many most".split())
_LONG = 8
_NEAR = 4
_JOINING = frozenset(", and but after before since until as while that".split())
_NONRESTRICTIVE = frozenset("which who whose".split())
_DASHES = frozenset("–—")
_NO_ADVERBS = frozenset("family assembly monthly weekly daily quarterly italy july".split())


def is_adverb(token: ClauseToken) -> bool:
    """Return whether a word can stand between a subject and its verb."""
    if token.low in list_of("adverbs"):
        return True
    return token.text.endswith("ly") and token.text.islower() and token.low not in _NO_ADVERBS


def _comma(tokens: Sequence[ClauseToken], first: int, last: int) -> int | None:
    return next((k for k in range(first, last + 1) if tokens[k].text == ","), None)


def subject_of(tokens: Sequence[ClauseToken], verb: int) -> tuple[int, int] | None:
    """Return the span of words that is the subject of the verb at `verb`, or ``None``."""
    last = verb - 1
    while last >= 0 and is_adverb(tokens[last]):
        last -= 1
    if last < 0 or tokens[last].low in list_of("not-before") or tokens[last].low in _NEVER_BEFORE:
        return None
    apposition = tokens[last].text == ","
    last = _before_dashes(tokens, last) if tokens[last].text in _DASHES else last - apposition
    if apposition:
        last = _before_clause(tokens, last)
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
    if comma is None:
        return (first, last) if first <= last else None
    # of a subject and its apposition, the name is meant: "X, an affiliate of Y", "the main union, X"
    named_last = tokens[comma + 1].text[0].isupper()
    named_last = named_last and all(tokens[k].text.islower() for k in range(max(first, 1), comma))
    return (comma + 1, last) if named_last else (first, comma - 1)


def _before_dashes(tokens: Sequence[ClauseToken], last: int) -> int:
    """Return the last word before what dashes enclose: "X – an alliance of unions – said"."""
    return next((k - 1 for k in range(last - 1, 0, -1) if tokens[k].text in _DASHES), last)


def _before_clause(tokens: Sequence[ClauseToken], last: int) -> int:
    """Return the last word before a relative clause that commas enclose: "X, which ran shelters, said"."""
    for k in range(last, 1, -1):
        if tokens[k].text in _STOPS:
            break
        if tokens[k].low in _NONRESTRICTIVE and tokens[k - 1].text == ",":
            return k - 2
    return last


def shared_subject(tokens: Sequence[ClauseToken], verb: int) -> tuple[int, int] | None:
    """Return the span of the subject that a verb after "and" or "but" shares with the first verb of its clause."""
    join = verb - 1
    while join >= 0 and is_adverb(tokens[join]):
        join -= 1
    if join < 1 or tokens[join].low not in {"and", "but"}:
        return None
    span = subject_of_clause(tokens, join)
    return None if span and any(tokens[k].low in list_of("breaks") for k in range(span[1], join)) else span


def subject_of_clause(tokens: Sequence[ClauseToken], end: int) -> tuple[int, int] | None:
    """Return the span of the subject of the first verb of the clause that goes on at `end`."""
    opens = next((k + 1 for k in range(end, -1, -1) if tokens[k].text in _ENDS), 0)
    first = _after_introduction(tokens, opens, end)
    own = next((k for k in range(first + 1, end) if _is_verb(tokens, k)), None)
    if own is None or any(tokens[k].low in list_of("breaks") for k in range(first, own)):
        return None
    last = own - 1
    while last > first and is_adverb(tokens[last]):
        last -= 1
    return (first, last)


def _is_verb(tokens: Sequence[ClauseToken], k: int) -> bool:
    """Return whether the word at `k` is the first verb of a clause by its form."""
    token = tokens[k]
    if token.text in list_of("finite"):
        return True
    return token.text.islower() and token.low.endswith("ed") and token.low not in list_of("participles")


def _is_relative(tokens: Sequence[ClauseToken], k: int, last: int) -> bool:
    """Return whether the words from `k` to `last` are a relative clause on the noun before: "groups that monitored"."""
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
    comma = _comma(tokens, k, last)
    # a list may end the clause: "lawyers who defended strikers, students, and monks, said"
    ends = tokens[last + 1].text == "," and tokens[k].low == "who"
    listed = ends and not any(_is_verb(tokens, c) for c in range(comma or last, last + 1))
    return (is_verb or serves) and (comma is None or listed)


def _introduces(tokens: Sequence[ClauseToken], k: int) -> bool:
    """Return whether the word at `k` opens what stands before a subject: "in June", "published on May 2"."""
    if tokens[k].low in {"published", "released", "issued"}:
        return tokens[k + 1].low in _PREPOSITIONS
    return tokens[k].low in list_of("introducing")


def _after_introduction(tokens: Sequence[ClauseToken], first: int, last: int) -> int:
    """Skip "In June 2023, ..." and the like."""
    while first <= last and (_introduces(tokens, first) or tokens[first].text == ","):
        dated = first + 1
        while dated <= last and (tokens[dated].low in list_of("dates") or tokens[dated].text[0].isdigit()):
            dated += 1
        if first + 2 < dated <= last and tokens[dated - 1].low in _OPENING:
            return dated
        comma = _comma(tokens, first + 1, last)
        if comma is not None:
            first = comma + 1
            if first <= last and re.fullmatch(r"(?:19|20)\d\d", tokens[first].text):
                first += 1
            continue
        if first + 1 < dated <= last:
            return dated
        first += 1
    return first


def _after_clause(tokens: Sequence[ClauseToken], conjunction: int, last: int) -> int:
    """Skip a clause that stands before the subject: "Although the law forbids it, police said"."""
    comma = _comma(tokens, conjunction + 1, last)
    if comma is None:
        return conjunction
    if tokens[conjunction].low in _RELATIVES and tokens[last + 1].text != ",":
        # "... those who fled, observers said": the clause stands before the subject
        return conjunction if tokens[comma + 1].low in {"and", "or"} else comma
    if tokens[conjunction].low not in _SUBORDINATING:
        return conjunction
    is_clause = conjunction == 0 or any(_is_verb(tokens, k) for k in range(conjunction + 1, comma))
    return comma if is_clause else conjunction


def _after_statement(tokens: Sequence[ClauseToken], first: int, last: int) -> int:
    """Skip a statement that another is joined to: "The ban remained in effect, and journalists reported"."""
    joint = next((k for k in range(last - 1, first, -1) if tokens[k].text == ","), None)
    if joint is None or tokens[joint + 1].low != "and" or joint + 1 >= last:
        return first
    before = range(first + 1, joint)
    if any(tokens[k].low in _RELATIVES or tokens[k].text == "," for k in before):
        return first
    # a list of three has two commas: one alone ends a statement
    return joint + 2 if len(before) > _LONG or any(_is_verb(tokens, k) for k in before) else first


def _after_joint(tokens: Sequence[ClauseToken], first: int, last: int) -> int:
    """Skip the joint between two clauses with what introduces the second: ", and in October, "."""
    while first < last and tokens[first].low in _JOINTS:
        first += 1
    introduces = first <= last and tokens[first].low in _PREPOSITIONS
    return _after_introduction(tokens, first, last) if introduces else first


def _after_verb(tokens: Sequence[ClauseToken], first: int, last: int) -> int:
    """Begin after the last finite verb that still stands before the subject."""
    inside = 0
    for k in range(last, first - 1, -1):
        inside += (tokens[k].text == ")") - (tokens[k].text == "(")
        if not inside and _is_finite(tokens, k, first) and not _is_participle(tokens, k, last):
            comma = _comma(tokens, k + 1, last)
            return _after_conjunction(tokens, k + 1, last) if comma is None else comma + 1
    return first


def _is_participle(tokens: Sequence[ClauseToken], k: int, last: int) -> bool:
    """Return whether the verb at `k` only says which persons: "lawyers assigned to detainees complained"."""
    return (
        (tokens[k].low in _OF_PERSONS or tokens[k + 1].low == "by")
        and tokens[k + 1].low in _PREPOSITIONS | {"to", "with", "for", "of"}
        and not any(tokens[j].low in _JOINING for j in range(k + 1, last + 1))
    )


def _after_conjunction(tokens: Sequence[ClauseToken], first: int, last: int) -> int:
    """Begin after the last conjunction of a clause, "an inquiry began after media reported", or past its end."""
    places = range(last - 1, first - 1, -1)
    joint = next((k for k in places if tokens[k].low in {"after", "before", "since", "until", "as"}), last)
    if joint == last and tokens[last].low in source_types():
        # "no one had been charged and police said"
        joint = next((k for k in places[:_NEAR] if tokens[k].low in {"and", "but"}), last)
    return joint + 1


def _is_finite(tokens: Sequence[ClauseToken], k: int, first: int) -> bool:
    """Return whether the word at `k` is a finite verb, as far as its form and the word before it tell."""
    word = tokens[k].low
    if tokens[k].text in list_of("finite"):
        return True
    if k == first or not word.endswith("ed") or not word.isalpha() or not tokens[k].text.islower():
        return False
    if word in list_of("participles"):
        return False
    if verbs_that_attribute().get(word, _OF_DOCUMENTS) != _OF_DOCUMENTS:
        return True
    return any(tokens[k - 1].low in words for words in (_OF_LAW, source_types(), list_of("adverbs")))
