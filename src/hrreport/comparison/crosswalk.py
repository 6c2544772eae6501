"""The crosswalk: which headings and run-in labels of two reports are counterparts.

Numbers and headings change from edition to edition; topics do not. Each topic belongs to the
passages that are most specific about it, and passages that share a topic form a row, whatever
their numbers. A run-in label whose topic the other report knows nowhere belongs to its heading's row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrreport.comparison.passages import Passage
    from hrreport.model.change import Status
    from hrreport.model.topic import Topic

Key = tuple[str, str]
"""Part of the report, and topic; or, for a heading without topic, its words after a ``~``."""

_SUMMARY = "summary"
"""Section id of the text before section 1, however it is headed."""


@dataclass(frozen=True, slots=True)
class Row:
    """Passages of two reports that are counterparts."""

    id: str
    """The first topic's id (after the part's, in a report with parts), or the heading's words."""
    name: str
    topics: tuple[str, ...]
    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    wider: str = ""
    """For a row of one side only: id of the row in which the other side has the wider topic, or empty."""

    @property
    def status(self) -> Status:
        """What became of its headings."""
        old, new = _places(self.old), _places(self.new)
        if not new:
            return "dropped"
        if not old:
            return "new"
        if len(old) > 1 and len(new) == 1:
            return "merged"
        if len(old) == 1 and len(new) > 1:
            return "split"
        return "kept" if {_number(s) for s in old} == {_number(s) for s in new} else "moved"


def _places(passages: Iterable[Passage]) -> list[str]:
    """Return the ids of the sections that hold text, or of all of them where none does."""
    passages = tuple(passages)
    holding = dict.fromkeys(p.section.id for p in passages if p.paragraphs)
    return list(holding or dict.fromkeys(p.section.id for p in passages))


def _number(section: str) -> str:
    return section.partition("/")[0]


class _Sets:
    """Keys that belong together (disjoint sets)."""

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        while (above := self._above.setdefault(key, key)) != key:
            key = above
        return key

    def join(self, keys: Sequence[Key]) -> None:
        for key in keys[1:]:
            self._above[self.find(key)] = self.find(keys[0])


def crosswalk(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Row, ...]:
    """Return the rows of two reports, each passage in exactly one.

    The order is that of the old report; rows that only the new one has follow the row before which
    they stand there.
    """
    old_claims, new_claims = _claims(old), _claims(new)
    old_claims, new_claims = (
        _folded(old, old_claims, {key for claim in new_claims for key in claim}),
        _folded(new, new_claims, {key for claim in old_claims for key in claim}),
    )
    sets = _Sets()
    for claim in (*old_claims, *new_claims):
        sets.join(claim)
    held: dict[Key, tuple[list[Passage], list[Passage]]] = {}
    keys: dict[Key, dict[Key, None]] = {}
    sides = ((0, old, old_claims), (1, new, new_claims))
    for side, passages, claims in sides:
        for passage, claim in zip(passages, claims, strict=True):
            root = sets.find(claim[0])
            held.setdefault(root, ([], []))[side].append(passage)
            keys.setdefault(root, {}).update(dict.fromkeys(claim))
    topics = {topic.id: topic for topic in facts.topics()}
    rows = [
        _row(topics, tuple(keys[root]), *held[root])
        for root in _ordered([[sets.find(c[0]) for c in claims] for _, _, claims in sides])
        if any(p.paragraphs or p.topics for side in held[root] for p in side)
    ]
    return tuple(replace(row, wider=_wider(row, rows, topics)) for row in rows)


def _ordered(sides: list[list[Key]]) -> list[Key]:
    """Return the roots in the order of the first side, those of the second alone where they stand in it."""
    order = list(dict.fromkeys(sides[0]))
    known = set(order)
    before: Key | None = None
    for root in dict.fromkeys(sides[1]):
        if root not in known:
            order.insert(order.index(before) + 1 if before else 0, root)
            known.add(root)
        before = root
    return order


def _claims(passages: Sequence[Passage]) -> list[tuple[Key, ...]]:
    """Return the topics that belong to each passage: those that no other is more specific about."""
    fewest: dict[Key, int] = {}
    for passage in passages:
        for key in _keys(passage):
            fewest[key] = min(fewest.get(key, len(passage.topics)), len(passage.topics))
    claims = []
    for passage in passages:
        mine = _keys(passage)
        claims.append(tuple(k for k in mine if fewest[k] == len(passage.topics)) or mine[:1])
    return claims


def _keys(passage: Passage) -> tuple[Key, ...]:
    if passage.topics:
        return tuple((passage.part, topic) for topic in passage.topics)
    summary = passage.section.id.rpartition(":")[2] == _SUMMARY
    words = _SUMMARY if summary else slug(passage.section.heading)
    return ((passage.part, f"~{words}"),)


def _folded(passages: Sequence[Passage], claims: list[tuple[Key, ...]], other: set[Key]) -> list[tuple[Key, ...]]:
    """Give run-in labels whose topics the other report has nowhere to the row of their heading."""
    of_heading = {p.section.id: c for p, c in zip(passages, claims, strict=True) if not p.label}
    return [
        of_heading[p.section.id][:1] if p.label and not other.intersection(c) else c
        for p, c in zip(passages, claims, strict=True)
    ]


def _row(topics: Mapping[str, Topic], keys: tuple[Key, ...], old: list[Passage], new: list[Passage]) -> Row:
    part, first = keys[0]
    about = tuple(topic for _, topic in keys if not topic.startswith("~"))
    about += tuple(t for p in (*old, *new) if p.label for t in p.topics)
    name = topics[first].name if first in topics else (old or new)[0].section.heading
    own = first.lstrip("~")
    return Row(f"{part}:{own}" if part else own, name, tuple(dict.fromkeys(about)), tuple(old), tuple(new))


def _wider(row: Row, rows: Sequence[Row], topics: Mapping[str, Topic]) -> str:
    """Return the row in which the side that has no heading for a topic has one for a wider topic."""
    if row.old and row.new:
        return ""
    part = row.id.rpartition(":")[0]
    above = row.topics[0] if row.topics else ""
    while above in topics and (above := topics[above].broader):
        for other in rows:
            if above in other.topics and other.old and other.new and other.id.rpartition(":")[0] == part:
                return other.id
    return ""
