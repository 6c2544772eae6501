"""Counts of sentences by what became of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.change import PairKind, SentencePair, TopicChange


def pairs_by_kind(pairs: Iterable[SentencePair]) -> tuple[tuple[PairKind, int], ...]:
    """Return how many pairs are of each kind that occurs."""
    return tuple(sorted(Counter(pair.kind for pair in pairs).items()))


def sentences_by_kind(changes: Iterable[TopicChange]) -> tuple[tuple[PairKind, int, int], ...]:
    """Return how many sentences of either side of these topics are of each kind that occurs."""
    old: Counter[PairKind] = Counter()
    new: Counter[PairKind] = Counter()
    for change in changes:
        for pair in change.pairs:
            if pair.old_topic == change.id:
                old[pair.kind] += len(pair.old)
            if pair.new_topic == change.id:
                new[pair.kind] += len(pair.new)
    return tuple((kind, old[kind], new[kind]) for kind in sorted({*old, *new}))
