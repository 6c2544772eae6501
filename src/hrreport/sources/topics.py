"""Topics: from what a person types to a subject of the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.errors import InputError
from hrreport.text.slugs import slug

if TYPE_CHECKING:
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
    wanted = slug(text)
    if not wanted and not text.strip():
        raise InputError("no topic was named", hint=f"topics are, for instance, {_FOR_INSTANCE}")
    if found := facts.topic_named(text):
        return found
    names = {slug(name): topic for topic in facts.topics() for name in (*topic.other_names, topic.name, topic.id)}
    import difflib

    alike = [names[name].id for name in difflib.get_close_matches(wanted, names, n=3)]
    alike += [topic.id for name, topic in names.items() if len(wanted) >= _SHORTEST and wanted in name]
    likely = list(dict.fromkeys(alike))[:5]
    hint = (
        f"did you mean {', '.join(likely)}? Or see 'hrreport topics'"
        if likely
        else f"topics are, for instance, {_FOR_INSTANCE}"
    )
    raise InputError(f'no topic is called "{" ".join(text.split())[:_SHOWN]}"', hint=hint)
