"""The other way round: a comparison with its two sides exchanged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrreport.model.change import Comparison, PairKind, ParagraphPair, SentencePair, Status, TopicChange

_KINDS: Mapping[PairKind, PairKind] = {
    "same": "same",
    "moved": "moved",
    "reworded": "reworded",
    "split": "merged",
    "merged": "split",
    "removed": "added",
    "added": "removed",
}
_STATUSES: Mapping[Status, Status] = {
    "kept": "kept",
    "moved": "moved",
    "merged": "split",
    "split": "merged",
    "dropped": "new",
    "new": "dropped",
}


def swap_sides(comparison: Comparison) -> Comparison:
    """Return the comparison of the new report with the old one."""
    return replace(
        comparison,
        old=comparison.new,
        new=comparison.old,
        changes=tuple(_change(change) for change in comparison.changes),
        tally=tuple(sorted((_KINDS[kind], new, old) for kind, old, new in comparison.tally)),
    )


def _change(change: TopicChange) -> TopicChange:
    return replace(
        change,
        status=_STATUSES[change.status],
        old=change.new,
        new=change.old,
        pairs=tuple(_pair(pair) for pair in change.pairs),
        paragraphs=tuple(_paragraphs(pair) for pair in change.paragraphs),
        tally=tuple(sorted((_KINDS[kind], number) for kind, number in change.tally)),
    )


def _pair(pair: SentencePair) -> SentencePair:
    return replace(
        pair,
        kind=_KINDS[pair.kind],
        old=pair.new,
        new=pair.old,
        old_topic=pair.new_topic,
        new_topic=pair.old_topic,
    )


def _paragraphs(pair: ParagraphPair) -> ParagraphPair:
    return replace(pair, kind=_KINDS[pair.kind], old=pair.new, new=pair.old)
