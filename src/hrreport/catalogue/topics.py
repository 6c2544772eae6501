"""Topics: from what a person types to a subject of the reports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import words_of_topic
from hrreport.errors import InputError
from hrreport.model.topic import TopicEntry, TopicHeading
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.topic import Topic

_FOR_INSTANCE = "torture, prisons, fair-trial, press-freedom, elections, women, child-labor"
"""Wide topics and narrow ones, from all over the outline."""
_SHORTEST = 3
"""Letters that a word must have to be looked for inside names."""
_SHOWN = 60
"""Characters of a text not understood that are repeated to the reader."""


def find_topic(text: str) -> Topic:
    """Return the topic that a person means by its id, its name or another name for it.

    >>> find_topic("Prisons").id
    'prisons'

    Raises:
        InputError: No topic has that name, or none was named; the hint names the likely ones.
    """
    typed = slug(text)
    if not typed and not text.strip():
        raise InputError("no topic was named", hint=f"topics are, for instance, {_FOR_INSTANCE}")
    if found := records.topic_named(text):
        return found
    import difflib

    names = records.topics_by_name()
    alike = [names[name].id for name in difflib.get_close_matches(typed, names, n=3)]
    alike += [topic.id for name, topic in names.items() if len(typed) >= _SHORTEST and typed in name]
    likely = list(dict.fromkeys(alike))[:5]
    hint = (
        f"did you mean {', '.join(likely)}? Or see 'hrreport topics'"
        if likely
        else f"topics are, for instance, {_FOR_INSTANCE}"
    )
    raise InputError(f'no topic is called "{" ".join(text.split())[:_SHOWN]}"', hint=hint)


def topic_entries(word: str | None = None) -> tuple[TopicEntry, ...]:
    """Return topics with what they stand for in each edition, wider ones before their parts.

    Args:
        word: Only the topic of that name with its parts, or else those with a name that holds the word;
            with ``None``, all of them.

    Raises:
        InputError: No topic has such a name; the hint names the likely ones.
    """
    topics = records.topics()
    if word is not None:
        exact, typed = records.topic_named(word), slug(word)
        within = set(records.with_narrower([exact.id])) if exact else set()
        chosen = [t for t in topics if t.id in within or _holds(t, typed)]
        topics = tuple(chosen) or (find_topic(word),)
    headings: dict[str, list[TopicHeading]] = {}
    for topic, heading in _outlined():
        headings.setdefault(topic, []).append(heading)
    return tuple(TopicEntry(t, words_of_topic(t.id), tuple(_joined(headings.get(t.id, [])))) for t in topics)


def _holds(topic: Topic, typed: str) -> bool:
    names = (topic.id, topic.name, *topic.other_names)
    return len(typed) >= _SHORTEST and any(typed in slug(name) for name in names)


def _outlined() -> Iterator[tuple[str, TopicHeading]]:
    """Yield every heading and label that stands for a topic, edition by edition, the oldest first."""
    for edition in records.editions():
        if not edition.outline:
            continue
        for heading in tables.table(f"outlines/{edition.outline}.toml")["heading"]:
            place, title = heading["place"], heading["title"]
            section = place + slug(title) if place.endswith("/") else place
            for topic in heading.get("topics", ()):
                yield topic, TopicHeading(edition.year, edition.year, section, title)
            for label, topics in heading.get("labels", {}).items():
                for topic in topics:
                    yield topic, TopicHeading(edition.year, edition.year, section, title, label)


def _joined(headings: list[TopicHeading]) -> Iterator[TopicHeading]:
    """Yield headings, those that are the same in editions that follow each other as one."""
    left = list(headings)
    while left:
        found = left.pop(0)
        for other in list(left):
            same = (other.section, other.heading, other.label) == (found.section, found.heading, found.label)
            if same and other.first == found.last + 1:
                found = replace(found, last=other.last)
                left.remove(other)
        yield found
