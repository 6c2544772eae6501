"""Parties: who did what a sentence tells, and to whom, in its own words and only where its grammar is plain.

A party is a noun phrase of the sentence. One before an act, or after "by", did it; to one after an act, or before
a passive one, it was done. What is not recognized is left out: an empty answer means that the sentence must be
read, not that it names nobody.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from hrreport.analysis.grammatical_subjects import list_of, read_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.analysis.grammatical_subjects import ClauseToken

_REACH = 3
"""Words that may stand between an act and a party: adverbs, and the rest of the verb."""
_NEAR = 8
"""Words before "by" among which its act is."""
_YEAR = 4
"""Digits of a year, which counts nobody."""
_JOINTS = frozenset((",", "and", "or"))
_PASSIVE = ("ed", "en", "shot", "held", "beat", "hanged", "hung")


class Parties(NamedTuple):
    """The parties of one sentence, each as printed."""

    doers: tuple[str, ...] = ()
    affected: tuple[str, ...] = ()


class _NounPhrase(NamedTuple):
    """A noun phrase: the places of its tokens, and its head."""

    first: int
    last: int
    head: str


_words = partial(list_of, table="parties")


def find_parties(sentence: str) -> Parties:
    """Return who did it and to whom, as printed.

    >>> find_parties("Police officers and soldiers beat several detainees in May.")
    Parties(doers=('Police officers', 'soldiers'), affected=('several detainees',))
    >>> find_parties("Two journalists were reportedly beaten by members of the security forces.")
    Parties(doers=('members of the security forces',), affected=('Two journalists',))
    >>> find_parties("Prison conditions were harsh.")
    Parties(doers=(), affected=())
    """
    tokens = read_tokens(sentence)
    doers: list[str] = []
    affected: list[str] = []
    for listed in _lists(tokens, tuple(_noun_phrases(tokens))):
        printed = [sentence[tokens[phrase.first].start : tokens[phrase.last].end] for phrase in listed]
        heads = {phrase.head for phrase in listed}
        if heads <= _words("agent") and _is_doer(tokens, listed):
            doers += printed
        elif heads <= _words("affected") and _is_affected(tokens, listed):
            affected += printed
    return Parties(tuple(dict.fromkeys(doers)), tuple(dict.fromkeys(affected)))


def _noun_phrases(tokens: Sequence[ClauseToken]) -> Iterator[_NounPhrase]:
    """Yield the phrases that end in a noun of the lists, with the known words before it and the name after it."""
    nouns = _words("agent") | _words("affected")
    place = 0
    while place < len(tokens):
        if tokens[place].low not in nouns or _leads(tokens, place):
            place += 1
            continue
        last = place
        while last + 1 < len(tokens) and tokens[last + 1].low in nouns:
            last += 1
        head = tokens[last].low
        last = _after_capitals(tokens, last + 1) - 1
        if last + 1 < len(tokens) and tokens[last + 1].low == "of":
            named = _after_capitals(tokens, last + 2) - 1
            last = named if named > last + 1 else last
        yield _NounPhrase(_first(tokens, place), last, head)
        place = last + 1


def _after_capitals(tokens: Sequence[ClauseToken], place: int) -> int:
    """Return the first place, from `place` on, of a word without a capital, or the end."""
    return next((k for k in range(place, len(tokens)) if not tokens[k].text[0].isupper()), len(tokens))


def _leads(tokens: Sequence[ClauseToken], place: int) -> bool:
    """Return whether a noun only leads to another: the members in "members of the security forces"."""
    rest = tokens[place : place + 3]
    return rest[0].low in _words("group") and len(rest) > 2 and rest[1].low == "of" and rest[2].text.islower()  # noqa: PLR2004  "of" and a word


def _first(tokens: Sequence[ClauseToken], place: int) -> int:
    """Return where the phrase of a noun begins."""
    first = place
    while first and _belongs(tokens, first - 1):
        first -= 1
    if first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low in _words("group"):
        return _first(tokens, first - 2)
    return first


def _belongs(tokens: Sequence[ClauseToken], place: int) -> bool:
    """Return whether a word before a noun is of its phrase; "detained" is where nobody detains there."""
    low = tokens[place].low
    if low in _words("act"):
        return low.endswith("ed") and (place == 0 or tokens[place - 1].low in _words("before") | {"of"})
    return low in _words("before") or (low.isdigit() and len(low) < _YEAR)


def _lists(tokens: Sequence[ClauseToken], phrases: Sequence[_NounPhrase]) -> Iterator[list[_NounPhrase]]:
    """Yield phrases that commas, "and" and "or" alone join together."""
    joined: list[_NounPhrase] = []
    for phrase in phrases:
        if joined and any(token.low not in _JOINTS for token in tokens[joined[-1].last + 1 : phrase.first]):
            yield joined
            joined = []
        joined.append(phrase)
    if joined:
        yield joined


def _is_doer(tokens: Sequence[ClauseToken], listed: Sequence[_NounPhrase]) -> bool:
    """Return whether phrases stand after "by" with an act before it, or before an act that is not passive."""
    first = listed[0].first
    if first and tokens[first - 1].low == "by":
        return any(token.low in _words("act") for token in tokens[max(0, first - _NEAR) : first])
    after = _next(tokens, listed[-1].last + 1)
    return after is not None and tokens[after].low in _words("act") and not _is_noun(tokens, after)


def _is_affected(tokens: Sequence[ClauseToken], listed: Sequence[_NounPhrase]) -> bool:
    """Return whether phrases stand before a passive act, or after an act of another."""
    first, last = listed[0].first, listed[-1].last
    after = _next(tokens, last + 1)
    if after is not None and tokens[after].low in _words("auxiliary"):
        act = _next(tokens, after + 1)
        if act is not None and tokens[act].low in _words("act") and tokens[act].low.endswith(_PASSIVE):
            return first == 0 or tokens[first - 1].low not in _words("preposition")
    before = first - 2 if first and tokens[first - 1].low == "of" else first - 1
    follows = tokens[last + 1] if last + 1 < len(tokens) else None
    closed = follows is None or not follows.text[0].isalnum() or follows.low in _words("after")
    return closed and before >= 0 and tokens[before].low in _words("act")


def _next(tokens: Sequence[ClauseToken], place: int) -> int | None:
    """Return the place of the next word that is not an adverb or an auxiliary of the past, if it is near."""
    near = range(place, min(place + _REACH, len(tokens)))
    return next((at for at in near if tokens[at].low not in _words("adverb")), None)


def _is_noun(tokens: Sequence[ClauseToken], place: int) -> bool:
    """Return whether a word that may be an act is a noun here ("police abuse"), or passive without an auxiliary."""
    low = tokens[place].low
    follows = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return (
        low.endswith("s")
        or low in ("abuse", "force", "torture", "harassment")
        or follows in ("was", "were", "is", "by")
    )
