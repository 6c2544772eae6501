"""The crosswalk: which headings and run-in labels of several reports are counterparts.

Numbers and headings change from edition to edition; topics do not. Each topic belongs to the
passages that are most specific about it, and passages that share a topic form a row, whatever
their numbers. A run-in label whose topic no other report knows belongs to its heading's row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from hrreport.catalogue import records
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.comparison.passages import ComparedPassage
    from hrreport.model.change import Status
    from hrreport.model.topic import Topic

Key = tuple[str, str]
"""Part of the report, and topic; or, for a heading without topic, its words after a ``~``."""
Claims = list[tuple[Key, ...]]
"""What belongs to each passage of a report, in their order."""

Member = TypeVar("Member")


class CrosswalkRow(NamedTuple):
    """Passages of several reports that are counterparts."""

    id: str
    """The first topic's id (after the part's, in a report with parts), or the heading's words."""
    name: str
    topics: tuple[str, ...]
    sides: tuple[tuple[ComparedPassage, ...], ...]
    """Passages of each report; empty where it has no heading for it."""
    wider: str = ""
    """For a row that a side is missing from: id of the row with the wider topic, if all sides have that."""

    @property
    def status(self) -> Status:
        """Return the change of its headings from the first report to the last."""
        old, new = _numbers(self.sides[0]), _numbers(self.sides[-1])
        if not new:
            return "dropped"
        if not old:
            return "new"
        if len(old) > 1 and len(new) == 1:
            return "merged"
        if len(old) == 1 and len(new) > 1:
            return "split"
        return "kept" if set(old.values()) == set(new.values()) else "moved"


def _numbers(passages: Sequence[ComparedPassage]) -> dict[str, str]:
    """Return ids and numbers of the sections that hold text, or of all of them where none does."""
    holding = {p.section.id: p.section.anchor for p in passages if p.paragraphs}
    return holding or {p.section.id: p.section.anchor for p in passages}


class DisjointSets(Generic[Member]):
    """Sets of what belongs together, each known by one of its members."""

    def __init__(self) -> None:
        self._above: dict[Member, Member] = {}

    def find(self, one: Member) -> Member:
        """Return the member that the set of this one is known by."""
        while (above := self._above.setdefault(one, one)) != one:
            one = above
        return one

    def join(self, members: Sequence[Member]) -> None:
        """Make one set of the sets of these members."""
        for other in members[1:]:
            self._above[self.find(other)] = self.find(members[0])


def crosswalk(*sides: Sequence[ComparedPassage]) -> tuple[CrosswalkRow, ...]:
    """Return the rows of several reports, each passage in exactly one.

    The order is that of the first report; rows that only later ones have follow the row after which
    they stand there.
    """
    first = [_claims(side) for side in sides]
    claims = []
    for side, own in zip(sides, first, strict=True):
        others = {key for other in first if other is not own for claim in other for key in claim}
        claims.append(_folded(side, own, others))
    sets = DisjointSets[Key]()
    for own in claims:
        for claim in own:
            sets.join(claim)
    of_sides: dict[Key, list[list[ComparedPassage]]] = {}
    keys: dict[Key, dict[Key, None]] = {}
    for n, (side, own) in enumerate(zip(sides, claims, strict=True)):
        for passage, claim in zip(side, own, strict=True):
            root = sets.find(claim[0])
            of_sides.setdefault(root, [[] for _ in sides])[n].append(passage)
            keys.setdefault(root, {}).update(dict.fromkeys(claim))
    topics = {topic.id: topic for topic in records.topics()}
    rows = [
        _row(topics, tuple(keys[root]), of_sides[root])
        for root in _ordered([[sets.find(claim[0]) for claim in own] for own in claims])
        if any(p.paragraphs or p.topics for side in of_sides[root] for p in side)
    ]
    return tuple(row._replace(wider=_wider(row, rows, topics)) for row in rows)


def _ordered(sides: list[list[Key]]) -> list[Key]:
    """Return all roots in the order of the first side, others where a later side has them."""
    order = list(dict.fromkeys(sides[0]))
    known = set(order)
    for side in sides[1:]:
        before: Key | None = None
        for root in dict.fromkeys(side):
            if root not in known:
                order.insert(order.index(before) + 1 if before else 0, root)
                known.add(root)
            before = root
    return order


def _claims(passages: Sequence[ComparedPassage]) -> Claims:
    """Return the topics that belong to each passage: those that no other is more specific about."""
    fewest: dict[Key, int] = {}
    for passage in passages:
        for key in _keys(passage):
            fewest[key] = min(fewest.get(key, len(passage.topics)), len(passage.topics))
    claims = []
    for passage in passages:
        keys = _keys(passage)
        claims.append(tuple(key for key in keys if fewest[key] == len(passage.topics)) or keys[:1])
    return claims


def _keys(passage: ComparedPassage) -> tuple[Key, ...]:
    if passage.topics:
        return tuple((passage.part, topic) for topic in passage.topics)
    summary = passage.section.id.rpartition(":")[2] == "summary"  # however it is headed
    return ((passage.part, "~summary" if summary else f"~{slug(passage.section.heading)}"),)


def _folded(passages: Sequence[ComparedPassage], claims: Claims, others: set[Key]) -> Claims:
    """Move run-in labels whose topics no other report has to the row of their heading."""
    of_heading = {p.section.id: claim for p, claim in zip(passages, claims, strict=True) if not p.label}
    return [
        of_heading[p.section.id][:1] if p.label and others.isdisjoint(claim) else claim
        for p, claim in zip(passages, claims, strict=True)
    ]


def _row(topics: Mapping[str, Topic], keys: tuple[Key, ...], of_sides: list[list[ComparedPassage]]) -> CrosswalkRow:
    part, first = keys[0]
    every = [p for side in of_sides for p in side]
    about = [topic for _, topic in keys if not topic.startswith("~")]
    about += [t for p in every if p.label for t in p.topics]
    name = topics[first].name if first in topics else every[0].section.heading
    own = first.lstrip("~")
    return CrosswalkRow(
        f"{part}:{own}" if part else own, name, tuple(dict.fromkeys(about)), tuple(map(tuple, of_sides))
    )


def _wider(row: CrosswalkRow, rows: Sequence[CrosswalkRow], topics: Mapping[str, Topic]) -> str:
    """Return the row in which a side that has no heading for a topic has one for a wider topic."""
    if all(row.sides):
        return ""
    part = row.id.rpartition(":")[0]
    above = row.topics[0] if row.topics else ""
    while above in topics and (above := topics[above].broader):
        for other in rows:
            if above in other.topics and all(other.sides) and other.id.rpartition(":")[0] == part:
                return other.id
    return ""
