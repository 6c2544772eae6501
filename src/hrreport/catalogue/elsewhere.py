"""Elsewhere: where a report speaks of a topic that no heading or label of it is on.

The words and phrases of each topic are data. They find the places where to read on; they decide
nothing, and what they find is always shown apart from what stands under a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import places_on, subjects
from hrreport.text.sentences import OMISSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.locator import Locator
    from hrreport.model.report import Paragraph, Report, Section

NO_HEADING = "no heading of this report is on it; absence of a heading is not evidence of absence"
"""Always said of a topic without a heading."""
TITLE = "Elsewhere in the report"
"""The heading under which it is shown."""
NOTHING_ELSEWHERE = "No sentence of the report has them."
"""Stands where the passages would."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A paragraph that holds words of a topic."""

    section: Section
    path: tuple[str, ...]
    """Headings from the top of the report down to it, with numbers and letters."""
    paragraph: Paragraph
    sentences: tuple[int, ...]
    """The sentences that hold the words, counted from 1; empty where only its label does."""

    @property
    def locator(self) -> Locator:
        """Return the locator of the paragraph."""
        return self.section.locate(self.paragraph)

    @property
    def excerpt(self) -> str:
        """The sentences that hold the words, with `OMISSION` where others stand between them; else the paragraph."""
        texts, said, last = self.paragraph.sentences, "", 0
        for number in self.sentences:
            gap = " " if number == last + 1 else f" {OMISSION} "
            said += (gap if said else "") + texts[number - 1]
            last = number
        return said or self.paragraph.text

    @property
    def places(self) -> tuple[Locator, ...]:
        """Return the locators of the sentences."""
        return tuple(self.section.locate(self.paragraph, number) for number in self.sentences)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Mentions of a topic that has no heading of its own in a report."""

    topic: str
    """Id of the topic."""
    name: str
    words: tuple[str, ...]
    """What was looked for; a star stands for any ending."""
    mentions: tuple[Mention, ...]
    """In the order of the page."""

    @property
    def places(self) -> tuple[Locator, ...]:
        """Return the locators of the sentences of all mentions."""
        return tuple(place for mention in self.mentions for place in mention.places)

    @property
    def notice(self) -> str:
        """Return the notice printed before the mentions."""
        return f"{self.name}: {NO_HEADING}."

    @property
    def sought(self) -> str:
        """Return the searched words as a phrase."""
        return f"Looked for by words: {', '.join(self.words)}."


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
