"""The choice of key findings as a set: no two say the same, none depends on what is not shown.

Sentences are taken by how far each is a key finding, within a budget. One that depends on others is taken
only where these are taken; an abuse brings the release that ends it, a denial the exception that follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.analysis.context import caveat_after, needed_before, spelled_out
from hrreport.analysis.features import step
from hrreport.analysis.standing import points_back
from hrreport.analysis.words import read_words
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Finding

_BUDGETS = (1, 4, 9, 14)
"""Lengths from which on a text has one, two, three, four key findings."""
MOST = len(_BUDGETS)
"""Never more key findings than this in one section's own text."""
_SAME = 0.6
"""Two sentences that share so much of the words of the shorter one say the same."""
_SMALL = 3
_OUTCOME = re.compile(
    r"\b(?:released|acquitted|pardoned|dropped (?:the|all) charges|charges (?:were|was) dropped|overturned|"
    r"dismissed the (?:case|charges)|reinstated|freed)\b"
)
_CASE = re.compile(r"\b(?:arrested|detained|charged|convicted|sentenced|imprisoned|summoned|abducted|kidnapped)\b")
_CASE_REACH = 3
"""The outcome of a case is looked for in so many sentences after it."""
_SPARE = 5
"""So many more sentences than can be chosen are looked at, the best by themselves."""


def budget(count: int) -> int:
    """Return how many key findings a text of so many sentences has.

    >>> [budget(n) for n in (1, 2, 4, 9, 15, 40)]
    [1, 1, 2, 3, 4, 4]
    """
    return step(count, _BUDGETS)


def _words(finding: Finding) -> frozenset[str]:
    return frozenset(w for w in read_words(finding.text).stems if len(w) > _SMALL)


def say_the_same(one: Finding, other: Finding) -> bool:
    """Return whether two sentences share most of their words."""
    mine, others = _words(one), _words(other)
    return len(mine & others) >= _SAME * max(1, min(len(mine), len(others)))


def _outcome(own: Sequence[Finding], i: int) -> int | None:
    """Return the index of the sentence in which a case ends that sentence `i` tells of."""
    if not _CASE.search(own[i].text) or _OUTCOME.search(own[i].text):
        return None
    for j in range(i + 1, min(len(own), i + 1 + _CASE_REACH)):
        if own[j].locator.paragraph != own[i].locator.paragraph:
            return None
        if _OUTCOME.search(own[j].text):
            return j
    return None


def together(own: Sequence[Finding], i: int) -> frozenset[int] | None:
    """Return the indexes that can only be chosen with sentence `i`, itself among them.

    Those are the ones it depends on, the long forms of its acronyms, the exception to a denial, and the end of a
    case; ``None`` where what it depends on cannot be shown.
    """
    needed = {i}
    for k in (i, *spelled_out(own, i)):
        before = needed_before(own, k, points_back)
        if before is None:
            return None
        needed.update(before)
    if own[i].kind is Kind.DENIAL and (caveat := caveat_after(own, i)) is not None:
        needed.add(caveat)
    if own[i].kind is Kind.ABUSE and (outcome := _outcome(own, i)) is not None:
        needed.update(range(i + 1, outcome + 1))
    return frozenset(needed)


def _share(rate: float) -> float:
    """Return a rate as a share between 0 and 1, in its order."""
    return 0.5 + rate / (2 * (1 + abs(rate)))


def choose_keys(own: Sequence[Finding], rates: Sequence[float]) -> set[int]:
    """Return the indexes of the key findings of one section's own text; at least one where there is a sentence.

    What is best by the mean of its sentences is taken first. What needs others may go beyond the budget by one.

    Args:
        own: Every sentence of it, in order.
        rates: How far each is a key finding.
    """
    most = budget(len(own))
    order = sorted(range(len(own)), key=lambda i: (-rates[i], i))[: most + _SPARE]
    groups = {i: group for i in order if (group := together(own, i)) is not None}
    chosen: set[int] = set()
    while len(chosen) < most:
        offers = [(i, group - chosen) for i, group in groups.items() if i not in chosen]
        offers = [(i, new) for i, new in offers if len(chosen) + len(new) <= min(MOST, most + (len(new) > 1))]
        if not offers:
            break
        i, new = max(offers, key=lambda offer: (sum(_share(rates[j]) for j in offer[1]) / len(offer[1]), -offer[0]))
        if any(say_the_same(own[j], own[k]) for j in new for k in chosen):
            del groups[i]
        else:
            chosen |= new
    return chosen or set(range(min(1, len(own))))
