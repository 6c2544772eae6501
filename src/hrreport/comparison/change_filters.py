"""Parts of a comparison: one topic, one section, only what changed, only what is new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import find_elsewhere
from hrreport.catalogue.paragraph_topics import places_on
from hrreport.comparison.measures import sentences_by_kind
from hrreport.errors import NotFoundError
from hrreport.model.change import REPEATED
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.change import Comparison, TopicChange


def select(
    comparison: Comparison,
    *,
    topics: Iterable[str] = (),
    section: str | None = None,
    changed_only: bool = False,
    new_only: bool = False,
) -> Comparison:
    """Return the part of a comparison that is asked for.

    Its sides keep the measure of the whole; its tally is that of the topics, whatever else is left out.

    Args:
        topics: Ids of topics, those that belong to them included; none means all.
        section: A section id of either edition, what stands below it included; ``None`` means all.
        changed_only: Whether sentences that stand word for word under the same topic, and topics
            in which nothing else is left, are left out.
        new_only: Whether only what the new side does not repeat word for word from the old one is
            kept.

    Raises:
        NotFoundError: Neither edition has the section, or a passage on one of the topics.
    """
    changes = comparison.changes
    if chosen := records.with_narrower(topics):
        changes = tuple(_on_topics(comparison, frozenset(chosen)))
        if not changes:
            raise _unheaded(comparison, chosen[0])
    if section is not None:
        changes = tuple(c for c in changes if _stands_in(c, section))
        if not changes:
            raise NotFoundError(
                f'no section "{section}" in either report', hint="without a section, all topics are listed"
            )
    tally = sentences_by_kind(changes)
    left_out = (*REPEATED, "removed") if new_only else ("same",) if changed_only else ()
    if left_out:
        rest = ((change, tuple(p for p in change.pairs if p.kind not in left_out)) for change in changes)
        changes = tuple(replace(change, pairs=pairs, paragraphs=()) for change, pairs in rest if pairs)
    return replace(comparison, changes=changes, tally=tally)


def _unheaded(comparison: Comparison, topic: str) -> NotFoundError:
    """Return the error for a topic that no heading of either report is on, with how many paragraphs have its words."""
    paragraphs: dict[str, int] = {}
    for side in (comparison.old, comparison.new):
        elsewhere = find_elsewhere(side.report, topic)
        if elsewhere and elsewhere.words:
            paragraphs[str(side.report.id)] = len(elsewhere.mentions)
    message = f'no heading of either report is on "{topic}"'
    if any(paragraphs.values()):
        where = " and ".join(f"{counted(count, 'paragraph')} of {report}" for report, count in paragraphs.items())
        read = " and ".join(f"hrreport show {report} --topic {topic}" for report, count in paragraphs.items() if count)
        return NotFoundError(f"{message}; its words are in {where}", hint=f"read them: {read}")
    looked = "; none of the words that it is looked for by is in them either" if paragraphs else ""
    return NotFoundError(
        f"{message}{looked}", hint="absence of a heading is not evidence of absence; without a topic, all are listed"
    )


def _on_topics(comparison: Comparison, topics: frozenset[str]) -> Iterator[TopicChange]:
    """Yield the changes of topics, each with the pairs that have a sentence of its own on them."""
    then, now = (places_on(side.report, topics) for side in (comparison.old, comparison.new))
    for change in comparison.changes:
        pairs = tuple(
            pair
            for pair in change.pairs
            if (pair.old_topic == change.id and any(q.paragraph_key in then for q in pair.old))
            or (pair.new_topic == change.id and any(q.paragraph_key in now for q in pair.new))
        )
        paragraphs = tuple(
            pair
            for pair in change.paragraphs
            if any((at.section, at.paragraph) in then for at in pair.old)
            or any((at.section, at.paragraph) in now for at in pair.new)
        )
        if pairs or (not change.pairs and topics.intersection((change.id.rpartition(":")[2], *change.topics))):
            yield replace(change, pairs=pairs, paragraphs=paragraphs)


def _stands_in(change: TopicChange, section: str) -> bool:
    places = (*change.old.places, *change.new.places)
    return any(f"{p.section}/".startswith((f"{section}/", f"{section}.")) for p in places)
