"""Paragraphs that answer each other, by the sentences that they share."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from hrreport.comparison.crosswalk import DisjointSets
from hrreport.model.change import ParagraphPair
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.change import PairKind, Quote, SentencePair

Spot = tuple[int, str, int | None]
"""A paragraph that is quick to look up: its side, 0 the old and 1 the new one, its section's id and its number."""


def paragraph_pairs(topic: str, pairs: Iterable[SentencePair]) -> tuple[ParagraphPair, ...]:
    """Return what became of the paragraphs of a topic, each in exactly one pair.

    Two answer each other when one of them shares more text with the other than with any other
    paragraph of the topic.
    """
    shared: dict[Spot, Counter[Spot]] = {}
    """How much text each paragraph shares with paragraphs of the other side."""
    changed: set[Spot] = set()
    for pair in pairs:
        before = _spots(0, pair.old) if pair.old_topic == topic else ()
        after = _spots(1, pair.new) if pair.new_topic == topic else ()
        length = sum(len(quote.text) for quote in (*pair.old, *pair.new))
        for here, there in ((before, after), (after, before)):
            for spot in here:
                shared.setdefault(spot, Counter()).update(dict.fromkeys(there, length))
        if pair.kind != "same":
            changed.update(before, after)
    sets = DisjointSets[Spot]()
    for spot, others in shared.items():
        sets.join([spot, *(other for other, _ in others.most_common(1))])
    groups: dict[Spot, tuple[list[Spot], list[Spot]]] = {}
    for spot in sorted(shared, key=itemgetter(0)):
        groups.setdefault(sets.find(spot), ([], []))[spot[0]].append(spot)
    return tuple(
        ParagraphPair(
            _kind(old, new, single=all(len(shared[spot]) == 1 and spot not in changed for spot in (*old, *new))),
            tuple(Locator(*spot[1:]) for spot in old),
            tuple(Locator(*spot[1:]) for spot in new),
        )
        for old, new in groups.values()
    )


def _spots(side: int, quotes: Iterable[Quote]) -> tuple[Spot, ...]:
    """Return the paragraphs that sentences of a side stand in."""
    return tuple(dict.fromkeys([(side, *quote.paragraph_key) for quote in quotes]))


def _kind(old: Sequence[Spot], new: Sequence[Spot], *, single: bool) -> PairKind:
    """Return what became of paragraphs; `single`: none is changed, or shares anything with more than one other."""
    if not new:
        return "removed"
    if not old:
        return "added"
    if len(old) == len(new) == 1:
        return "same" if single else "reworded"
    return "merged" if len(new) == 1 else "split" if len(old) == 1 else "reworded"
