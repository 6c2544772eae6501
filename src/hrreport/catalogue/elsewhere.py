"""Find mentions of a topic in a report that has no heading or label on it.

The words and phrases of each topic are data. They find the places where to read on; they decide
nothing, and what they find is always shown apart from what stands under a heading.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import places_on, subjects
from hrreport.model.elsewhere import Elsewhere, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.report import Report


def find_elsewhere(report: Report, topic: str) -> Elsewhere | None:
    """Return where a report speaks of a topic outside what treats it, or ``None`` where a heading or label is on it.

    A heading on a narrower topic is none on the topic itself; what stands under it is not repeated.
    """
    if any(topic in about for _, _, about in subjects(report)):
        return None
    words = words_of_topic(topic)
    name = next((each.name for each in records.topics() if each.id == topic), topic)
    return Elsewhere(topic, name, words, tuple(_mentions(report, topic)) if words else ())


def words_of_topic(topic: str) -> tuple[str, ...]:
    """Return the words and phrases by which a topic is looked for; a star stands for any ending."""
    row = next((r for r in tables.rows("topic_words.csv") if r["topic"] == topic), None)
    return tuple(row["words"].split("|")) if row else ()


@cache
def _pattern(topic: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(phrase_pattern, words_of_topic(topic)))})(?!\w)", re.IGNORECASE)


def phrase_pattern(phrase: str) -> str:
    """Return the pattern of a phrase: a star is any ending, a space any gap, capitals alone are an acronym."""
    words = (re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]") for word in phrase.split())
    made = r"[\s\-]+".join(words)
    return f"(?-i:{made})" if phrase.rstrip("*").isupper() else made


def _mentions(report: Report, topic: str) -> Iterator[Mention]:
    treated = places_on(report, records.with_narrower([topic]))
    pattern = _pattern(topic)
    for section, paragraph in report.passages():
        if (section.id, paragraph.number) in treated:
            continue
        sentences = tuple(n for n, text in enumerate(paragraph.sentences, start=1) if pattern.search(text))
        if sentences or (paragraph.topic and pattern.search(paragraph.topic)):
            yield Mention(section, tuple(s.title for s in report.path(section.id)), paragraph, sentences)
