"""Topics as people type them, and what belongs to them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.topic import Topic


def find_topic(typed: str) -> Topic:
    """Return the topic that a person means: its id, name or another name, in any case.

    >>> find_topic("Prison conditions").id
    'prisons'

    Raises:
        InputError: There is no such topic; the hint names what is near.
    """
    wanted = _plain(typed)
    names: dict[str, Topic] = {}
    for topic in facts.topics():
        for name in (topic.id, topic.name, *topic.other_names):
            names.setdefault(_plain(name), topic)
    if wanted in names:
        return names[wanted]
    near = get_close_matches(wanted, names, n=3)
    ids = dict.fromkeys(names[name].id for name in near)
    hint = f"did you mean {' or '.join(ids)}?" if ids else "topics are named like torture, prisons, press-freedom"
    raise InputError(f"there is no topic '{' '.join(typed.split())}'", hint=hint)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("/", " ").split())


def with_narrower(topics: Iterable[str]) -> tuple[str, ...]:
    """Return ids of topics with those of all topics that belong to them.

    >>> with_narrower(["arbitrary-arrest"])[:2]
    ('arbitrary-arrest', 'arrest-procedures')
    """
    found = dict.fromkeys(topics)
    for topic in facts.topics():  # wider ones stand before their parts
        if topic.broader in found:
            found.setdefault(topic.id)
    return tuple(found)
