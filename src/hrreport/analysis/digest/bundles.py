"""A sentence with all that has to be shown beside it: what it points to, the denial near it, the end of its case."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.analysis.anaphora import depends_on_previous
from hrreport.analysis.companions import needed_before
from hrreport.analysis.digest.slots import begins_case, criminalizes, ends_case, is_case, restricts
from hrreport.analysis.sentence_words import stem
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Finding

_NEAR = 2
"""A caveat that stands within so many sentences comes along."""
LARGEST = 5
"""More sentences than this are never shown for the sake of one."""
_POINTING = re.compile(r"\b(?:the|these|those|such) ([a-z]+(?:[- ][a-z]+)?)\b", re.IGNORECASE)
_OPENING = re.compile(r"\b(?:an?|one|two|three|several|some|new|draft) (?:[\w’-]+ ){0,3}?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return {r["sign"]: re.compile(r["pattern"], re.IGNORECASE) for r in tables.rows("vocabulary/caveats.csv")}


@cache
def _always_known() -> frozenset[str]:
    """Return nouns that need no first mention: the government, the law, the year."""
    return frozenset(stem(word.lower()) for word in tables.text("vocabulary/known.txt").split())


def is_caveat(text: str) -> bool:
    """Return whether a sentence denies, attributes or qualifies what another says."""
    return any(sign.search(text) for sign in _signs().values())


def caveats_of(own: Sequence[Finding], i: int) -> set[int]:
    """Return the indexes of the caveats near an allegation or a figure, of its own paragraph."""
    if own[i].kind is not Kind.ABUSE and not own[i].figures:
        return set()
    signs, paragraph = _signs(), own[i].locator.paragraph
    near = [k for k in range(max(0, i - _NEAR), min(len(own), i + _NEAR + 1)) if k != i]
    return {
        k
        for k in near
        if own[k].locator.paragraph == paragraph
        and (signs["denial"].search(own[k].text) or (k > i and signs["turn"].search(own[k].text)))
    }


def first_mentions(own: Sequence[Finding], i: int) -> set[int]:
    """Return the indexes of the sentences before that first name what sentence `i` speaks of as known."""
    needed: set[int] = set()
    text = own[i].text
    for found in _POINTING.finditer(text):
        nouns = {stem(word) for word in re.split("[ -]", found[1].lower())}
        if nouns & (_always_known() | {stem(w) for w in _WORD.findall(text[: found.start()].lower())}):
            continue
        if re.match(r"\s*(?:of|that|who|which|to|for|in|on|against)\b", text[found.end() :]):
            continue
        first = next((k for k in range(i) if nouns & _introduced(own[k].text)), None)
        if first is not None:
            needed.add(first)
    return needed


@lru_cache(maxsize=4096)
def _introduced(text: str) -> frozenset[str]:
    """Return the stems of what a sentence names as not known before: "a bill", "the Reform Commission"."""
    return frozenset(
        stem(m[0].lower())
        for m in _WORD.finditer(text)
        if (m[0][:1].isupper() and m.start() > 0) or _OPENING.search(text[: m.start()])
    )


def outcome_of(own: Sequence[Finding], i: int) -> set[int] | None:
    """Return the indexes from a case to its end; ``None`` where its end is not told."""
    if not is_case(own[i]):
        return set()
    last = None
    for k in range(i + 1, min(len(own), i + LARGEST)):
        if own[k].locator.paragraph != own[i].locator.paragraph:
            break
        if ends_case(own[k].text) and (
            depends_on_previous(own[k].text) or not is_case(own[k]) or _same_person(own[i], own[k])
        ):
            last = k
    if last is not None:
        return set(range(i, last + 1))
    return None if begins_case(own[i].text) and not ends_case(own[i].text) else set()


def _same_person(first: Finding, second: Finding) -> bool:
    names = set(re.findall(r"\b[A-Z][a-z’-]{2,}\b", second.text[1:]))
    return bool(names & set(re.findall(r"\b[A-Z][a-z’-]{2,}\b", first.text[1:])))


def bundle(own: Sequence[Finding], i: int) -> frozenset[int] | None:
    """Return the indexes to show together for sentence `i`, or ``None`` where it cannot be shown."""
    needed: set[int] = set()
    waiting = {i}
    while waiting:
        k = waiting.pop()
        before, outcome = needed_before(own, k), outcome_of(own, k)
        if before is None or outcome is None:
            return None
        needed.add(k)
        found = {*before, *outcome, *caveats_of(own, k), *first_mentions(own, k)}
        if own[k].kind is Kind.LAW and k == i and not (restricts(own[k]) or criminalizes(own[k])):
            if k + 1 == len(own) or own[k + 1].kind is not Kind.ABUSE:
                return None
            found.add(k + 1)
        waiting |= found - needed
        if len(needed | waiting) > LARGEST:
            return None
    return frozenset(needed)
