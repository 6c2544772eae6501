"""A sentence with all that has to be shown beside it: what it points to, the denial near it, the end of its case."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.analysis.anaphora import depends_on_previous, needed_before, placed_stems
from hrreport.analysis.digest.sentence_scores import begins_case, criminalizes, ends_case, is_case, restricts, shows
from hrreport.analysis.sentence_words import stem
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Finding

_NEAR = 2
"""A caveat that stands within so many sentences comes along."""
_LARGEST = 5
"""More sentences than this are never shown for the sake of one."""
_DEFINES = r"(?:of|that|who|which|to|for|in|on|against)\b"
_COUNT = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_POINTING = re.compile(
    rf"\b(?:the|these|those|such) (?:({_COUNT})(?! hundred| thousand| million) )?"
    rf"([a-z]+(?:[- ](?!{_DEFINES})[a-z]+)?)\b",
    re.IGNORECASE,
)
_PARTING = re.compile("[ -]")
_DEFINING = re.compile(rf"\s*{_DEFINES}")
"""After a noun that is not known from before, but said to be this one: "the law that"."""
_OPENING = re.compile(rf"\b(?:an?|one|{_COUNT}|several|some|new|draft) ", re.IGNORECASE)
"""A noun follows that is not known before, after three other words at most."""
_BETWEEN = re.compile("[\\w’-]+ ")
_MOST_BETWEEN = 3

_NAME = re.compile(r"\b[A-Z][a-z’-]{2,}\b")


@cache
def _always_known() -> frozenset[str]:
    """Return nouns that need no first mention: the government, the law, the year."""
    return frozenset(stem(word.lower()) for word in tables.text("vocabulary/known.txt").split())


def caveats_of(own: Sequence[Finding], i: int) -> set[int]:
    """Return the indexes of the caveats near an allegation or a figure, of its own paragraph."""
    if own[i].kind is not Kind.ABUSE and not own[i].figures:
        return set()
    return {
        k
        for k in range(max(0, i - _NEAR), min(len(own), i + _NEAR + 1))
        if k != i
        and own[k].locator.paragraph == own[i].locator.paragraph
        and (shows("denial", own[k].text) or (k > i and shows("turn", own[k].text)))
    }


def first_mentions(own: Sequence[Finding], i: int) -> set[int]:
    """Return the indexes of the sentences before that first name what sentence `i` speaks of as known."""
    needed: set[int] = set()
    text = own[i].text
    for found in _POINTING.finditer(text):
        nouns = {stem(word) for word in _PARTING.split(found[2].lower())}
        if not nouns.isdisjoint(_always_known()) or _DEFINING.match(text, found.end()):
            continue
        if any(word in nouns for place, word, _ in placed_stems(text) if place < found.start()):
            continue
        first = next((k for k in range(i) if not nouns.isdisjoint(_introduced(own[k].text))), None)
        if first is None and found[1] and i and own[i - 1].locator.paragraph == own[i].locator.paragraph:
            first = i - 1  # "the four men", whom the sentence before names
        if first is not None:
            needed.add(first)
    return needed


@lru_cache(maxsize=4096)
def _introduced(text: str) -> frozenset[str]:
    """Return the stems of what a sentence names as not known before: "a bill", "the Reform Commission"."""
    opened: set[int] = set()
    for found in _OPENING.finditer(text):
        at = found.end()
        opened.add(at)
        for _ in range(_MOST_BETWEEN):
            word = _BETWEEN.match(text, at)
            if word is None:
                break
            at = word.end()
            opened.add(at)
    return frozenset(word for place, word, capital in placed_stems(text) if (capital and place) or place in opened)


def outcome_of(own: Sequence[Finding], i: int) -> set[int] | None:
    """Return the indexes from a case to its end; ``None`` where its end is not told."""
    if not is_case(own[i]):
        return set()
    last = None
    for k in range(i + 1, min(len(own), i + _LARGEST)):
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
    return not set(_NAME.findall(first.text[1:])).isdisjoint(_NAME.findall(second.text[1:]))


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
        if len(needed | waiting) > _LARGEST:
            return None
    return frozenset(needed)
