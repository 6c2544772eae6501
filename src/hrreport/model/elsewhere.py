"""Mentions of a topic in a report that has no heading or label on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.marks import OMISSION
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.model.locator import Locator
    from hrreport.model.report import Paragraph, Section

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
        texts, excerpt, last = self.paragraph.sentences, "", 0
        for number in self.sentences:
            gap = " " if number == last + 1 else f" {OMISSION} "
            excerpt += (gap if excerpt else "") + texts[number - 1]
            last = number
        return excerpt or self.paragraph.text

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
