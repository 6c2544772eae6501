"""Similarity of sentences: shared words by weight, with names, dates and places as a check.

The measure is the weighted share of common words (Dice), in thousandths. What two passages
about different events have in common is their template ("a court sentenced ... to ... years"), and what
tells them apart is who and when: so names without a common one, and different days, count against.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from hrreport.comparison.terms import particulars, weight_of, weights, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.comparison.terms import EventParticulars, Wording


_OTHER_NAMES = 150
_OTHER_DAYS = 100
_OTHER_MONTHS = 60
_OTHER_ROW = 100
_COMMON = 0.1
"""Terms in more than this share of the new sentences find no candidates."""
_FEW_SENTENCES = 20
_UNSEEN = 1.5
"""What candidates may have in common besides what found them, as a factor; their score is exact."""
LEAST = 300
"""Pairs below are not worth a second look."""
_ENOUGH = _UNSEEN * 2000 / LEAST
"""Pairs that can reach it have so great a part of their weight in common, as a divisor."""


class ComparedSentence(NamedTuple):
    """A sentence, as alignment sees it."""

    text: str
    row: str = ""
    """What it is about; sentences of the same row are looked for first."""
    paragraph: int = 0
    """Which paragraph of the report it stands in; neighbors are in the same one."""


class WordingSimilarity:
    """The wordings of two texts, their terms weighed by how rare they are in both."""

    def __init__(self, old: Sequence[ComparedSentence], new: Sequence[ComparedSentence]) -> None:
        self.old = wordings(line.text for line in old)
        self.new = wordings(line.text for line in new)
        self.weigh = weights([*self.old, *self.new])
        self.old_weights = [weight_of(w.terms, self.weigh) for w in self.old]
        self.new_weights = [weight_of(w.terms, self.weigh) for w in self.new]
        self._old_rows = [line.row for line in old]
        self._new_rows = [line.row for line in new]
        self._particulars: dict[str, EventParticulars] = {}

    def shared(self, one: frozenset[str], other: frozenset[str]) -> int:
        """Return the weight of the terms that both have."""
        return weight_of(one & other, self.weigh)

    def score(self, i: int, j: int) -> int:
        """Return how alike old sentence i and new sentence j are, in thousandths."""
        one, other = self.old[i], self.new[j]
        shared = self.shared(one.terms, other.terms)
        score = 2000 * shared // max(self.old_weights[i] + self.new_weights[j], 1)
        if score < LEAST:
            return score
        if self._old_rows[i] != self._new_rows[j]:
            score -= _OTHER_ROW
        return score - _contradiction(self._particulars_of(one), self._particulars_of(other))

    def _particulars_of(self, wording: Wording) -> EventParticulars:
        found = self._particulars.get(wording.key)
        if found is None:
            found = self._particulars[wording.key] = particulars(wording.key)
        return found

    def candidates(self, old: Iterable[int], new: Sequence[int]) -> list[tuple[int, int, int]]:
        """Return (score, old, new) of all pairs that are worth a look, the likest first."""
        limit = max(_FEW_SENTENCES, int(len(new) * _COMMON))
        every: defaultdict[str, list[int]] = defaultdict(list)
        for j in new:
            for term in self.new[j].terms:
                every[term].append(j)
        holders = {term: where for term, where in every.items() if len(where) <= limit}
        found = []
        for i in old:
            common: defaultdict[int, int] = defaultdict(int)
            for term in self.old[i].terms & holders.keys():
                weight = self.weigh[term]
                for j in holders[term]:
                    common[j] += weight
            mine = self.old_weights[i]
            near = [j for j, weight in common.items() if _ENOUGH * weight >= mine + self.new_weights[j]]
            found += [(score, i, j) for j in near if (score := self.score(i, j)) >= LEAST]
        found.sort(key=lambda each: (-each[0], abs(each[1] - each[2]), each[1], each[2]))
        return found


def _contradiction(one: EventParticulars, other: EventParticulars) -> int:
    """Return how much speaks against one matter: other names, other dates."""
    against = 0
    if one.names and other.names and not one.names & other.names:
        against += _OTHER_NAMES
    if one.days and other.days and not one.days & other.days:
        against += _OTHER_DAYS
    elif one.months and other.months and not one.months & other.months:
        against += _OTHER_MONTHS
    return against
