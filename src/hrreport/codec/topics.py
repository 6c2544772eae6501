"""The public form of the topics; part of the JSON contract, version 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.codec.contract import Json
    from hrreport.model.topic import TopicEntry


def topics_json(entries: Iterable[TopicEntry]) -> Json:
    """Return topics with what they stand for in each edition."""
    return {
        "topics": [
            {
                "id": entry.topic.id,
                "name": entry.topic.name,
                "broader": entry.topic.broader or None,
                "other_names": list(entry.topic.other_names),
                "words": list(entry.words),
                "headings": [
                    {
                        "first": heading.first,
                        "last": heading.last,
                        "section": heading.section,
                        "heading": heading.heading,
                        "label": heading.label or None,
                    }
                    for heading in entry.headings
                ],
            }
            for entry in entries
        ]
    }
