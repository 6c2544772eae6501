"""Topics that have a heading in the outline of an edition, whether or not a report uses it."""

from __future__ import annotations

from functools import cache

from hrreport import tables
from hrreport.catalogue import records


@cache
def outline_topics(year: int) -> frozenset[str] | None:
    """Return the topics of the headings and run-in labels of an edition, or ``None`` for one not known.

    The outline is not parsed, which takes a hundred times as long: in quotation marks, the id of a topic stands
    nowhere else in it.
    """
    name = records.outline_name(year)
    if not name:
        return None
    outline = tables.text(f"outlines/{name}.toml")
    return frozenset(topic.id for topic in records.topics() if f'"{topic.id}"' in outline)
