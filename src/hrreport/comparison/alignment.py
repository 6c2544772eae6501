"""Sentences of two texts that answer each other, each used once.

Four steps, the surest first: sentences that repeat each other word for word; rewordings by
likeness; sentences that were split or merged; rewordings that only their neighbors make sure.
What is left was removed or added, so that every sentence of both texts is accounted for.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from hrreport.comparison.similarity import SURE, WordingSimilarity, likest_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.comparison.similarity import Candidates, ComparedSentence
    from hrreport.model.change import PairKind

_NEIGHBOR = 90
"""What each pair of neighbors that answer each other adds."""
_SUBSTANCE_REPEATED = 1000
"""Weight from which a sentence that is under another topic word for word is taken to have moved there.

Formulas ("Not applicable.", "The law was enforced effectively.") weigh less.
"""
_MOST_PARTS = 3
_PART, _PART_WEIGHT = 0.5, 500
"""A part of a split: the share of its weight, and the weight, that the other side has left for it."""


class Correspondence(NamedTuple):
    """Sentences that answer each other, by their places in the two texts."""

    kind: PairKind
    old: tuple[int, ...]
    new: tuple[int, ...]


class _Pairing:
    """The pairs found so far."""

    def __init__(self, old: Sequence[ComparedSentence], new: Sequence[ComparedSentence]) -> None:
        self.old, self.new = old, new
        self.like = WordingSimilarity(old, new)
        self.to_new: dict[int, tuple[int, ...]] = {}
        self.to_old: dict[int, tuple[int, ...]] = {}

    def pair(self, old: tuple[int, ...], new: tuple[int, ...]) -> None:
        for i in old:
            self.to_new[i] = new
        for j in new:
            self.to_old[j] = old

    def open_old(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.to_new]

    def open_new(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self.to_old]

    def is_open(self, i: int, j: int) -> bool:
        return i not in self.to_new and j not in self.to_old

    def same_row(self, i: int, j: int) -> bool:
        return self.old[i].row == self.new[j].row


def align(old: Sequence[ComparedSentence], new: Sequence[ComparedSentence]) -> tuple[Correspondence, ...]:
    """Return what became of every sentence, in the order of the old text, additions after.

    >>> from hrreport.comparison.similarity import ComparedSentence
    >>> old, new = ComparedSentence("The law forbids it."), ComparedSentence("The law  forbids it.")
    >>> [link.kind for link in align([old], [new])]
    ['same']
    """
    match = _Pairing(old, new)
    _pair_repeats(match)
    candidates = match.like.candidates(match.open_old(), match.open_new())
    _pair_rewordings(match, candidates)
    _pair_joins(match, candidates)
    _pair_rewordings(match, _supported(match, candidates))
    return tuple(_links(match))


def _pair_repeats(match: _Pairing) -> None:
    """Pair sentences that are the same but for white space and typography, in order."""
    where: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for j, each in enumerate(match.like.new):
        where[each.key, match.new[j].row].append(j)
    for i, each in enumerate(match.like.old):
        if places := where.get((each.key, match.old[i].row)):
            match.pair((i,), (places.pop(0),))
    elsewhere: defaultdict[str, list[int]] = defaultdict(list)
    for j in match.open_new():
        if match.like.new_weights[j] >= _SUBSTANCE_REPEATED:
            elsewhere[match.like.new[j].key].append(j)
    for i in match.open_old():
        if places := elsewhere.get(match.like.old[i].key):
            match.pair((i,), (places.pop(0),))


def _pair_rewordings(match: _Pairing, candidates: Candidates) -> None:
    for score, i, j in candidates:
        if match.is_open(i, j) and score >= match.like.needed(i, j):
            match.pair((i,), (j,))


def _supported(match: _Pairing, candidates: Candidates) -> Candidates:
    """Return what is still open of each topic, scored higher where it is between sentences that answer each other."""
    raised = []
    for score, i, j in candidates:
        if match.is_open(i, j) and match.same_row(i, j):
            beside = ((i - 1, j - 1), (i + 1, j + 1))
            support = sum(_NEIGHBOR for a, b in beside if b in match.to_new.get(a, ()))
            raised.append((score + support, i, j))
    return sorted(raised, key=likest_first)


def _pair_joins(match: _Pairing, candidates: Candidates) -> None:
    """Pair sentences that were split in two or three, or merged from as many."""
    like = match.like
    for _, i, j in candidates:
        is_open = match.is_open(i, j) and match.same_row(i, j)
        if is_open or (match.to_new.get(i) == (j,) and match.to_old.get(j) == (i,)):
            new = _grown(match, like.old[i].terms, j, old_side=False)
            old = _grown(match, like.new[j].terms, i, old_side=True) if len(new) == 1 else (i,)
            if len(old) + len(new) > 2 and not (is_open and _union_score(like, old, new) < SURE):  # noqa: PLR2004
                match.pair(old, new)


def _grown(match: _Pairing, whole: frozenset[str], seed: int, *, old_side: bool) -> tuple[int, ...]:
    """Return the seed with the open neighbors whose words the whole has besides the seed's."""
    like = match.like
    lines, wordings, weights, taken = (
        (match.old, like.old, like.old_weights, match.to_new)
        if old_side
        else (match.new, like.new, like.new_weights, match.to_old)
    )
    rest = whole - wordings[seed].terms

    def is_part(near: int) -> bool:
        if not 0 <= near < len(lines) or near in taken or lines[near].paragraph != lines[seed].paragraph:
            return False
        return like.weight(rest & wordings[near].terms) >= max(_PART_WEIGHT, _PART * weights[near])

    parts = [seed]
    while len(parts) < _MOST_PARTS and (found := [*filter(is_part, (parts[-1] + 1, parts[0] - 1))]):
        parts = sorted((*parts, found[0]))
        rest -= wordings[found[0]].terms
    return tuple(parts)


def _union_score(like: WordingSimilarity, old: tuple[int, ...], new: tuple[int, ...]) -> int:
    one = frozenset[str]().union(*(like.old[i].terms for i in old))
    other = frozenset[str]().union(*(like.new[j].terms for j in new))
    return 2000 * like.weight(one & other) // max(like.weight(one) + like.weight(other), 1)


def _links(match: _Pairing) -> Iterator[Correspondence]:
    for i in range(len(match.old)):
        new = match.to_new.get(i, ())
        old = match.to_old[new[0]] if new else (i,)
        if old[0] == i:
            yield Correspondence(_kind(match, old, new), old, new)
    for j in match.open_new():
        yield Correspondence("added", (), (j,))


def _kind(match: _Pairing, old: tuple[int, ...], new: tuple[int, ...]) -> PairKind:
    if not new:
        return "removed"
    if len(new) > 1:
        return "split"
    if len(old) > 1:
        return "merged"
    if match.like.old[old[0]].key != match.like.new[new[0]].key:
        return "reworded"
    return "same" if match.same_row(old[0], new[0]) else "moved"
