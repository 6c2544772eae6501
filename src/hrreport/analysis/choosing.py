"""The choice of key findings as a set: no two say the same, none depends on what is not shown.

Sentences are taken by how far each is a key finding, within a budget. One that depends on others is taken
only where these are taken; an abuse brings the release that ends it, a denial the exception that follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.analysis.context import caveat_after, needed_before
from hrreport.analysis.features import step
from hrreport.analysis.words import read_words
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Finding

_BUDGETS = (1, 4, 10, 16)
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


def budget(count: int) -> int:
    """Return how many key findings a text of so many sentences has.

    >>> [budget(n) for n in (1, 2, 4, 9, 15, 40)]
    [1, 1, 2, 2, 3, 4]
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

    Those are the ones it depends on, the exception to a denial, and the end of a case;
    ``None`` where what it depends on cannot be shown.
    """
    before = needed_before(own, i)
    if before is None:
        return None
    needed = set(before)
    if own[i].kind is Kind.DENIAL and (caveat := caveat_after(own, i)) is not None:
        needed.add(caveat)
    if own[i].kind is Kind.ABUSE and (outcome := _outcome(own, i)) is not None:
        needed.update(range(i + 1, outcome + 1))
    return frozenset(needed)


def choose_keys(own: Sequence[Finding], rates: Sequence[float]) -> set[int]:
    """Return the indexes of the key findings of one section's own text; at least one where there is a sentence.

    Args:
        own: Every sentence of it, in order.
        rates: How far each is a key finding.
    """
    most = budget(len(own))
    chosen: set[int] = set()
    for i in sorted(range(len(own)), key=lambda i: (-rates[i], i)):
        if len(chosen) == most:
            break
        group = together(own, i)
        if i in chosen or group is None or len(group | chosen) > most:
            continue
        if any(say_the_same(own[j], own[k]) for j in group - chosen for k in chosen):
            continue
        chosen |= group
    return chosen or set(range(min(1, len(own))))
