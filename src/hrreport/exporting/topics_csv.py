"""CSV: the topics, a row for each heading that stands for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting.csv import SEVERAL, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.topic import TopicEntry

COLUMNS = {
    "id": "what is typed for the topic",
    "name": "its name",
    "broader": "id of the wider topic that it belongs to, or empty",
    "other_names": "other words that may be typed, separated by ' | '",
    "words": "by which it is looked for where no heading is on it, separated by ' | '; a star stands for any ending",
    "first": "the first year covered whose outline has the heading; empty, as all that follow, where none has one",
    "last": "the last such year",
    "section": "id of the section",
    "heading": "its heading",
    "label": "the label below that heading which stands for the topic, or empty for the heading itself",
}
"""Columns of a table of topics."""


def topics_csv(entries: Iterable[TopicEntry], *, bom: bool = False) -> str:
    """Return a table of topics, in the order given.

    Args:
        entries: The topics; one without a heading has one row.
        bom: Whether to begin with a byte order mark, from which some spreadsheets tell UTF-8.
    """
    rows = []
    for entry in entries:
        topic = entry.topic
        about = (topic.id, topic.name, topic.broader, SEVERAL.join(topic.other_names), SEVERAL.join(entry.words))
        used: list[tuple[object, ...]] = [(h.first, h.last, h.section, h.heading, h.label) for h in entry.headings]
        rows += [(*about, *use) for use in used or [("",) * 5]]
    return written(COLUMNS, rows, bom=bom)
