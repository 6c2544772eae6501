"""Sentences of two texts that answer each other, each used once.

Four steps, the surest first: sentences that repeat each other word for word; rewordings by
likeness; sentences that were split or merged; rewordings that only their neighbors make sure.
What is left was removed or added, so that every sentence of both texts is accounted for.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from hrreport.comparison.similarity import SURE, WordingSimilarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.comparison.similarity import ComparedSentence
    from hrreport.model.change import PairKind

_NEIGHBOR = 90
"""What each pair of neighbors that answer each other adds."""
_SUBSTANCE = 1000
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
    _repeats(match)
    candidates = match.like.candidates(match.open_old(), match.open_new())
    for score, i, j in candidates:
        if match.is_open(i, j) and score >= match.like.needed(i, j):
            match.pair((i,), (j,))
    _joins(match, candidates)
    _neighbors(match, candidates)
    return tuple(_links(match))


def _repeats(match: _Pairing) -> None:
    """Pair sentences that are the same but for white space and typography, in order."""
    where: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for j, each in enumerate(match.like.new):
        where[each.key, match.new[j].row].append(j)
    for i, each in enumerate(match.like.old):
        if places := where.get((each.key, match.old[i].row)):
            match.pair((i,), (places.pop(0),))
    elsewhere: defaultdict[str, list[int]] = defaultdict(list)
    for j in match.open_new():
        if match.like.new_weights[j] >= _SUBSTANCE:
            elsewhere[match.like.new[j].key].append(j)
    for i in match.open_old():
        if places := elsewhere.get(match.like.old[i].key):
            match.pair((i,), (places.pop(0),))


def _neighbors(match: _Pairing, candidates: Sequence[tuple[int, int, int]]) -> None:
    """Pair what is less alike, but stands between sentences that answer each other."""
    raised = []
    for score, i, j in candidates:
        if match.is_open(i, j) and match.same_row(i, j):
            beside = ((i - 1, j - 1), (i + 1, j + 1))
            support = sum(_NEIGHBOR for a, b in beside if b in match.to_new.get(a, ()))
            raised.append((score + support, i, j))
    raised.sort(key=lambda each: (-each[0], abs(each[1] - each[2]), each[1], each[2]))
    for score, i, j in raised:
        if match.is_open(i, j) and score >= match.like.needed(i, j):
            match.pair((i,), (j,))


def _joins(match: _Pairing, candidates: Sequence[tuple[int, int, int]]) -> None:
    """Find sentences that were split in two or three, or merged from as many."""
    for _score, i, j in candidates:
        if match.is_open(i, j):
            if not match.same_row(i, j):
                continue
        elif match.to_new.get(i) != (j,) or match.to_old.get(j) != (i,):
            continue
        _join(match, i, j)


def _join(match: _Pairing, i: int, j: int) -> None:
    like = match.like
    was_open = match.is_open(i, j)
    new = _grown(match, like.old[i].terms, j, old_side=False)
    old = _grown(match, like.new[j].terms, i, old_side=True) if len(new) == 1 else (i,)
    if len(new) == 1 and len(old) == 1:
        return
    if was_open and _union_score(match, old, new) < SURE:
        return
    match.pair(old, new)


def _grown(match: _Pairing, whole: frozenset[str], seed: int, *, old_side: bool) -> tuple[int, ...]:
    """Return the seed with the open neighbors whose words the whole has besides the seed's."""
    like = match.like
    lines = match.old if old_side else match.new
    wordings = like.old if old_side else like.new
    weights = like.old_weights if old_side else like.new_weights
    taken = match.to_new if old_side else match.to_old
    first = last = seed
    rest = whole - wordings[seed].terms
    grew = True
    while grew and last - first + 1 < _MOST_PARTS:
        grew = False
        for near in (last + 1, first - 1):
            if not 0 <= near < len(lines) or near in taken or lines[near].paragraph != lines[seed].paragraph:
                continue
            gain = like.weight(rest & wordings[near].terms)
            if gain >= max(_PART_WEIGHT, _PART * weights[near]):
                first, last = min(first, near), max(last, near)
                rest -= wordings[near].terms
                grew = True
                break
    return tuple(range(first, last + 1))


def _union_score(match: _Pairing, old: tuple[int, ...], new: tuple[int, ...]) -> int:
    like = match.like
    one = frozenset[str]().union(*(like.old[i].terms for i in old))
    other = frozenset[str]().union(*(like.new[j].terms for j in new))
    return 2000 * like.weight(one & other) // max(like.weight(one) + like.weight(other), 1)


def _links(match: _Pairing) -> Iterator[Correspondence]:
    for i in range(len(match.old)):
        new = match.to_new.get(i)
        if new is None:
            yield Correspondence("removed", (i,), ())
        elif match.to_old[new[0]][0] == i:
            yield _link(match, match.to_old[new[0]], new)
    for j in match.open_new():
        yield Correspondence("added", (), (j,))


def _link(match: _Pairing, old: tuple[int, ...], new: tuple[int, ...]) -> Correspondence:
    if len(new) > 1:
        return Correspondence("split", old, new)
    if len(old) > 1:
        return Correspondence("merged", old, new)
    (i,), (j,) = old, new
    if match.like.old[i].key != match.like.new[j].key:
        return Correspondence("reworded", old, new)
    return Correspondence("same" if match.same_row(i, j) else "moved", old, new)
