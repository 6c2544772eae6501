"""Topics that have a heading in the outline of an edition, whether or not a report uses it."""

from __future__ import annotations

from functools import cache

from hrreport import tables
from hrreport.catalogue import records

_FOLDER = "outlines"


@cache
def outline_topics(year: int) -> frozenset[str] | None:
    """Return the topics of the headings and run-in labels of an edition, or ``None`` for one not known."""
    name = records.outline_name(year)
    if not name:
        return None
    found: set[str] = set()
    for heading in tables.table(f"{_FOLDER}/{name}.toml")["heading"]:
        found.update(heading.get("topics", ()))
        for topics in heading.get("labels", {}).values():
            found.update(topics)
    return frozenset(found)
