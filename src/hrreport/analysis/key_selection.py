"""The choice of key findings as a set: no two say the same, none depends on what is not shown.

Sentences are taken as long as each is probable enough to be a key finding, within a budget. One that depends on
others is taken only with these, where all together are probable enough; an abuse brings the release that ends
it, a denial the exception that follows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from math import sqrt
from typing import TYPE_CHECKING

from hrreport.analysis.anaphora import caveat_after, needed_before, points_back, spelled_out
from hrreport.analysis.features import step
from hrreport.analysis.key_findings import FAR
from hrreport.analysis.network import chance
from hrreport.analysis.sentence_words import read_words
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
_PROBABLE = 0.32
"""A sentence is worth choosing where it is a key finding more probably than this."""
_USUAL = 0.87
"""A text usually has so many key findings for the root of its number of sentences, up to `MOST`."""
_TOWARDS = 0.7
"""So much of the way to the usual number of key findings the number to be expected is brought."""
_FARTHEST = 1.0
"""Scores are raised or lowered by no more than this."""
_LEAST_UNCERTAINTY = 0.01
"""Keeps the divisor above zero where every sentence is certain."""
_LEAST_CLOSE_SCORE = -FAR / 2
"""The least score of sentences that were looked at closely."""
_CLOSELY = 3
"""How many more than twice as many as can be chosen are looked at closely."""


def budget(count: int) -> int:
    """Return how many key findings a text of so many sentences has.

    >>> [budget(n) for n in (1, 2, 4, 9, 15, 40)]
    [1, 1, 2, 3, 4, 4]
    """
    return step(count, _BUDGETS)


def shortlist_size(count: int) -> int:
    """Return how many sentences of a text of so many are looked at closely, to choose among them."""
    return 2 * budget(count) + _CLOSELY


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in read_words(text).stems if len(w) > _SMALL)


def nearly_equal(one: Finding, other: Finding) -> bool:
    """Return whether two sentences share most of their words."""
    words, others = _words(one.text), _words(other.text)
    return len(words & others) >= _SAME * max(1, min(len(words), len(others)))


def _outcome(own: Sequence[Finding], i: int) -> int | None:
    """Return the index of the sentence in which a case ends that sentence `i` tells of."""
    if not _CASE.search(own[i].text) or _OUTCOME.search(own[i].text):
        return None
    after = range(i + 1, min(len(own), i + 1 + _CASE_REACH))
    near = takewhile(lambda j: own[j].locator.paragraph == own[i].locator.paragraph, after)
    return next((j for j in near if _OUTCOME.search(own[j].text)), None)


def _together(own: Sequence[Finding], i: int) -> frozenset[int] | None:
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


def _raised_by(rates: Sequence[float]) -> float:
    """Return by how much the scores of a text are raised, since it usually has about so many key findings.

    So raised, the number to be expected of them comes near the usual one for a text of so many sentences.
    """
    shares = [chance(rate) for rate in rates if rate > _LEAST_CLOSE_SCORE]
    usual = min(float(MOST), _USUAL * sqrt(len(rates)))
    uncertain = _LEAST_UNCERTAINTY + sum(share * (1 - share) for share in shares)
    return max(-_FARTHEST, min(_FARTHEST, _TOWARDS * (usual - sum(shares)) / uncertain))


def choose_keys(own: Sequence[Finding], rates: Sequence[float]) -> set[int]:
    """Return the indexes of the key findings of one section's own text; at least one where there is a sentence.

    What adds most is taken first: how probable each of its sentences is, less what a sentence must be. What adds
    nothing is left out, but for the first. A rate is how far a sentence is a key finding, zero as probable as not.
    """
    most = min(MOST, budget(len(own)) + 1)
    order = sorted(range(len(own)), key=lambda i: (-rates[i], i))[: most + _SPARE]
    raised = _raised_by(rates)
    gains = {i: chance(rates[i] + raised) - _PROBABLE for i in order}
    groups: dict[int, frozenset[int]] = {}
    chosen: set[int] = set()
    while len(chosen) < most:
        best, offered, worth = None, frozenset[int](), -float(most) if not chosen else 0.0
        for i in order:
            if gains[i] <= worth:
                break
            if i not in groups:
                groups[i] = _together(own, i) or frozenset()
            new = groups[i] - chosen
            if i in new and len(chosen) + len(new) <= most:
                gain = sum(gains.get(j, -_PROBABLE) for j in new)
                if gain > worth:
                    best, offered, worth = i, new, gain
        if best is None:
            break
        if any(nearly_equal(own[j], own[k]) for j in offered for k in chosen):
            order.remove(best)
        else:
            chosen |= offered
    return chosen or set(range(min(1, len(own))))
