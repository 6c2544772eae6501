"""Anaphora: sentences that depend on others, with those that must be shown beside them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.analysis.sentence_words import DATES, capitalized, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hrreport.model.finding import Finding

_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,7}\b")
_CAVEAT = re.compile(
    r"^(?:However|Nevertheless|Nonetheless|But|Yet|Despite this|In practice)\b|^[^.;]{0,60}?, however,"
)
_NAMES = re.compile(r"[A-Z][^\W\d_]+(?:[-’'][^\W\d_]+)*(?: [A-Z][\w.’'-]*)*")
"""A name: capitalized words side by side."""
_CAPITALIZED_BEFORE = re.compile(r"\b([A-Z][\w.’'-]*) $")
_OPENERS = DATES.union(
    "a after although an and as at before but by during for former from he her his if in its it near of on one she "
    "since some the their they this two under until when while with".split()
)
"""Capitalized words that are no names: those that open sentences, months and days."""
_WORD = re.compile(r"[^\W\d_]+")
_FARTHEST = 3
"""A sentence that leans on more than so many others before it is not shown."""


@cache
def _openings(name: str) -> re.Pattern[str]:
    lines = tables.text(f"vocabulary/{name}.txt").split("\n")
    return re.compile("|".join(line for line in lines if line and not line.startswith("#")))


@lru_cache(maxsize=2048)
def points_back(sentence: str) -> bool:
    """Return whether a sentence opens on a pronoun, a connective or "the report", or holds one that points back.

    >>> points_back("They were released."), points_back("Police also released two men.")
    (True, False)
    """
    return _openings("leaning").search(sentence) is not None


@lru_cache(maxsize=4096)
def depends_on_previous(sentence: str) -> bool:
    """Return whether a sentence points back, or is linked to what is before it by "also", "however".

    >>> depends_on_previous("They were released."), depends_on_previous("Police released two men.")
    (True, False)
    """
    return points_back(sentence) or _openings("linking").search(sentence) is not None


@cache
def _known() -> frozenset[str]:
    """Return acronyms that readers of these reports know."""
    return frozenset(tables.text("vocabulary/acronyms.txt").split())


def acronyms(sentence: str) -> tuple[str, ...]:
    """Return the acronyms of a sentence whose long forms it does not give, those aside that everybody knows.

    >>> acronyms("The Blue Harbor Police (BHP) and the SGO questioned two UN staff.")
    ('SGO',)
    """
    found = dict.fromkeys(_ACRONYM.findall(sentence))
    return tuple(a for a in found if a not in _known() and f"({a}" not in sentence)


def needed_before(
    own: Sequence[Finding], i: int, depends: Callable[[str], bool] = depends_on_previous
) -> tuple[int, ...] | None:
    """Return the indexes that sentence `i` leans on, itself last; ``None`` where they cannot be shown.

    Those are the ones right before it, as far as each leans on the next, and the ones that give in full
    the names of whom it calls by surname. `own` is one section's own text, in order; `depends` says which
    sentences cannot stand without the one before.
    """
    first = i
    while depends(own[first].text) or (first and _mentions_again(own[first], own[first - 1])):
        if first == 0 or i - first >= _FARTHEST:
            return None
        first -= 1
    needed = set(range(first, i + 1))
    for named in {k for n in range(first, i + 1) for k in _introduced(own, n)} - needed:
        before = needed_before(own, named, depends)
        if before is None:
            return None
        needed.update(before)
    return tuple(sorted(needed))


@lru_cache(maxsize=4096)
def placed_stems(text: str) -> tuple[tuple[int, str, bool], ...]:
    """Return the stem of every word of a sentence, with its place, and whether it has a capital."""
    return tuple((m.start(), stem(m[0].lower()), m[0][0].isupper()) for m in _WORD.finditer(text))


@cache
def _mentioned() -> re.Pattern[str]:
    """Return what speaks of something as known: "the arrest"."""
    nouns = "|".join(tables.text("vocabulary/mentioned.txt").split())
    return re.compile(rf"\bthe ({nouns})\b(?! (?:of|that|who|in which|for|against)\b)", re.IGNORECASE)


def _mentions_again(finding: Finding, before: Finding) -> bool:
    """Return whether a sentence speaks of something as known of which the one before it spoke first."""
    if finding.locator.paragraph != before.locator.paragraph:
        return False
    for found in _mentioned().finditer(finding.text):
        noun = stem(found[1].lower())
        is_new = all(word != noun for place, word, _ in placed_stems(finding.text) if place < found.start())
        if is_new and any(word == noun for _, word, _ in placed_stems(before.text)):
            return True
    return False


@lru_cache(maxsize=4096)
def _surnames(text: str) -> tuple[str, ...]:
    """Return the names of one word in a sentence, each once; its first word may be one."""
    names = dict.fromkeys(name.removesuffix("’s").removesuffix("'s") for name in _NAMES.findall(text))
    return tuple(
        n for n in names if not (" " in n or n.isupper() or n.lower() in _OPENERS or n.lower() in capitalized())
    )


def _introduced(own: Sequence[Finding], i: int) -> Iterator[int]:
    """Yield the indexes of the sentences before `i` that give in full whom sentence `i` calls by surname.

    A name of which the first mention is of one word too is that of a place or a body.
    """
    for surname in _surnames(own[i].text):
        earlier = [k for k in range(i) if _place_of(surname, own[k].text) is not None]
        given = [k for k in earlier if _in_full(own[k].text, surname)]
        if given and given[0] == earlier[0] and not _in_full(own[i].text, surname) and not _is_word(own, surname):
            yield given[-1]


def _is_word(own: Sequence[Finding], name: str) -> bool:
    """Return whether what looks like a name is a word that opens a sentence, or belongs to the name of a body."""
    low = name.lower()
    return any(_place_of(low, finding.text) is not None for finding in own)


def _place_of(word: str, text: str) -> int | None:
    """Return where a word first stands by itself in a text, or ``None``."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and _is_letter(text[at - 1])) and not (end < len(text) and _is_letter(text[end])):
            return at
        at = text.find(word, at + 1)
    return None


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _in_full(text: str, surname: str) -> bool:
    """Return whether the first mention of a surname in a sentence is that of a full name."""
    at = _place_of(surname, text)
    before = _CAPITALIZED_BEFORE.search(text[:at]) if at else None
    return before is not None and before[1].lower() not in _OPENERS


def spelled_out(own: Sequence[Finding], i: int) -> tuple[int, ...]:
    """Return the indexes of the sentences before `i` that give the long forms of its acronyms."""
    first = (next((k for k in range(i) if f"({acronym}" in own[k].text), None) for acronym in acronyms(own[i].text))
    return tuple(sorted({k for k in first if k is not None}))


def caveat_after(own: Sequence[Finding], i: int) -> int | None:
    """Return the index of the caveat that qualifies sentence `i`, or ``None``."""
    after = i + 1
    if after == len(own) or own[after].locator.paragraph != own[i].locator.paragraph:
        return None
    return after if _CAVEAT.search(own[after].text) else None


def complete(own: Sequence[Finding], chosen: Iterable[int]) -> set[int]:
    """Return the chosen indexes with all that they need, without those that cannot stand."""
    kept: set[int] = set()
    for i in sorted(chosen):
        before = needed_before(own, i)
        if before is not None:
            kept.update(before)
    for i in sorted(kept):
        after = caveat_after(own, i)
        while after is not None and after not in kept:
            kept.add(after)
            after = caveat_after(own, after)
    return kept
