"""The budget of a heading in a summary, by its topics."""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.catalogue import records

if TYPE_CHECKING:
    from hrreport.model.report import Report

_BUDGETS = {"core": (1.4, 8), "standard": (0.9, 4), "peripheral": (0.5, 2), "one section": (2.2, 14)}
"""By tier: how many sentences a heading has for the root of its number of sentences, and at most."""


class Tier(NamedTuple):
    """A subject's rank in summaries."""

    name: str
    """``core``, ``standard`` or ``peripheral``."""
    part: int
    """The part of a brief: 1 life, torture, detention; 2 persecuted groups; 3 expression, politics; 4 refugees."""
    shown: str
    """The subject in a word or two."""
    missed: bool
    """Whether a report without a heading for it is said to have none."""


_UNKNOWN = Tier("standard", 3, "", missed=False)


@cache
def tiers() -> dict[str, Tier]:
    """Return the ranks of subjects by topic."""
    return {
        r["topic"]: Tier(r["tier"], int(r["part"]), r["shown"], bool(r["missed"]))
        for r in tables.rows("vocabulary/tiers.csv")
    }


def _ranked(topic: str) -> str:
    """Return the topic itself, or the nearest wider one, that has a rank; the widest where none has."""
    while topic not in tiers() and (wider := records.broader_topics().get(topic)):
        topic = wider
    return topic


def tier_of_topic(topic: str) -> Tier | None:
    """Return the rank of a topic, or that of the nearest wider one, or ``None``."""
    return tiers().get(_ranked(topic))


def tier_of(report: Report, section_id: str) -> Tier:
    """Return the rank of a heading: that of its own subjects, or of the nearest heading above that has some."""
    for section in reversed(report.path(section_id)):
        found = [tier for topic in section.topics if (tier := tier_of_topic(topic))]
        if found:
            return found[0]
    return _UNKNOWN


def budget(tier: str, sentences: int) -> int:
    """Return how many sentences a summary shows of a heading of so many; at least one where there is any.

    >>> budget("core", 25), budget("standard", 25), budget("peripheral", 25), budget("one section", 25)
    (7, 4, 2, 11)
    """
    share, most = _BUDGETS[tier]
    return min(most, max(1, int(share * sqrt(sentences) + 0.5)), sentences)


def missing_subjects(report: Report) -> tuple[str, ...]:
    """Return the subjects for which the report has no heading and no run-in label, in a word or two each."""
    topics = [t for s in report.walk() for t in (*s.topics, *(t for p in s.paragraphs for t in p.topics))]
    treated = {_ranked(topic) for topic in topics}
    return tuple(tier.shown for topic, tier in tiers().items() if tier.missed and topic not in treated)
