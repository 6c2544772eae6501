"""Paragraphs that answer each other, by the sentences that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.change import ParagraphPair
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.change import PairKind, Quote, SentencePair

Spot = tuple[str, int | None]
"""A paragraph by its section's id and its number: a locator that is quick to look up."""
Shares = dict[Spot, dict[Spot, int]]
"""How much text each paragraph of one side shares with paragraphs of the other."""


def paragraph_pairs(topic: str, pairs: Sequence[SentencePair]) -> tuple[ParagraphPair, ...]:
    """Return what became of the paragraphs of a topic, each in exactly one pair.

    Two answer each other when one of them shares more text with the other than with any other
    paragraph of the topic.
    """
    old: Shares = {}
    new: Shares = {}
    changed: set[tuple[str, Spot]] = set()
    for pair in pairs:
        before = _places(pair.old) if pair.old_topic == topic else ()
        after = _places(pair.new) if pair.new_topic == topic else ()
        weight = sum(len(q.text) for q in (*pair.old, *pair.new))
        _share(old, before, after, weight)
        _share(new, after, before, weight)
        if pair.kind != "same":
            changed.update([("old", place) for place in before])
            changed.update([("new", place) for place in after])
    return tuple(
        ParagraphPair(
            _kind(before, after, old, new, changed),
            tuple(Locator(*spot) for spot in before),
            tuple(Locator(*spot) for spot in after),
        )
        for before, after in _groups(old, new)
    )


def _places(quotes: Iterable[Quote]) -> tuple[Spot, ...]:
    """Return the paragraphs that sentences stand in."""
    return tuple(dict.fromkeys([(q.locator.section, q.locator.paragraph) for q in quotes]))


def _share(shares: Shares, here: Iterable[Spot], there: Iterable[Spot], weight: int) -> None:
    for place in here:
        with_others = shares.setdefault(place, {})
        for other in there:
            with_others[other] = with_others.get(other, 0) + weight


def _groups(old: Shares, new: Shares) -> list[tuple[tuple[Spot, ...], tuple[Spot, ...]]]:
    """Return the paragraphs that are bound together, in the order of the old side, then of the new."""
    bound: dict[tuple[str, Spot], list[tuple[str, Spot]]] = {}
    for side, other, shares in (("old", "new", old), ("new", "old", new)):
        for place, there in shares.items():
            bound.setdefault((side, place), [])
            if there:
                best = (other, max(there, key=lambda each: there[each]))
                bound[side, place].append(best)
                bound.setdefault(best, []).append((side, place))
    groups = []
    seen: set[tuple[str, Spot]] = set()
    for start in (*(("old", p) for p in old), *(("new", p) for p in new)):
        if start in seen:
            continue
        reached, waiting = {start}, [start]
        while waiting:
            for near in bound[waiting.pop()]:
                if near not in reached:
                    reached.add(near)
                    waiting.append(near)
        seen |= reached
        groups.append((tuple(p for p in old if ("old", p) in reached), tuple(p for p in new if ("new", p) in reached)))
    return groups


def _kind(
    before: tuple[Spot, ...], after: tuple[Spot, ...], old: Shares, new: Shares, changed: set[tuple[str, Spot]]
) -> PairKind:
    if not after:
        return "removed"
    if not before:
        return "added"
    if len(before) > 1 or len(after) > 1:
        return "merged" if len(after) == 1 else "split" if len(before) == 1 else "reworded"
    (here,), (there,) = before, after
    whole = len(old[here]) == len(new[there]) == 1 and not {("old", here), ("new", there)} & changed
    return "same" if whole else "reworded"
