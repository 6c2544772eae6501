"""Topics: from what a person types to a subject of the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.errors import InputError
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from hrreport.model.topic import Topic


def find_topic(text: str) -> Topic:
    """Return the topic that a person means by its id, its name or another name for it.

    >>> find_topic("Prisons").id
    'prisons'

    Raises:
        InputError: No topic has that name; the hint names the likely ones.
    """
    wanted = slug(text)
    names = {slug(name): topic for topic in facts.topics() for name in (*topic.other_names, topic.name, topic.id)}
    if wanted in names:
        return names[wanted]
    import difflib

    alike = [names[name].id for name in difflib.get_close_matches(wanted, names, n=3)]
    alike += [topic.id for name, topic in names.items() if wanted and wanted in name]
    likely = list(dict.fromkeys(alike))[:5]
    hint = f"did you mean {', '.join(likely)}?" if likely else f"topics are: {', '.join(t.id for t in facts.topics())}"
    raise InputError(f'no topic is called "{text}"', hint=hint)
