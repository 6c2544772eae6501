"""Passages: the text under one heading or one run-in label, and the topics that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue.paragraph_topics import joined, labeled_paragraphs
from hrreport.model.change import PassageReference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.catalogue.paragraph_topics import Topics
    from hrreport.model.report import Paragraph, Report, Section


class ComparedPassage(NamedTuple):
    """The text that stands directly under a heading, or under one of its run-in labels."""

    section: Section
    label: str
    """The run-in label, or empty for what stands under the heading itself."""
    topics: tuple[str, ...]
    """Ids of its topics: the label's, else the heading's, else those of the nearest heading above."""
    subjects: tuple[str, ...]
    """Ids of all topics that it treats: its own, and those of the headings above."""
    paragraphs: tuple[Paragraph, ...]
    """Empty for a heading that only has other headings below it."""

    @property
    def part(self) -> str:
        """Id of the part of the report that it belongs to, or empty."""
        return self.section.id.rpartition(":")[0]

    @property
    def place(self) -> PassageReference:
        """Return its place."""
        return PassageReference(self.section.id, self.section.title, self.label)


def passages(report: Report) -> tuple[ComparedPassage, ...]:
    """Return the passages of a report in the order of the page, each paragraph in exactly one.

    A run-in label holds until the next label or heading. A label without a topic of its own makes
    no passage of its own.
    """
    return tuple(_below(report.sections, ()))


def places_of(passages: Iterable[ComparedPassage]) -> tuple[PassageReference, ...]:
    """Return the places of passages, each once, in order."""
    return tuple(dict.fromkeys(passage.place for passage in passages))


def _below(sections: tuple[Section, ...], above: tuple[Topics, ...]) -> Iterator[ComparedPassage]:
    for section in sections:
        headings = (section.topics, *above)
        nearest = next(filter(None, headings), ())
        found: dict[tuple[str, Topics], list[Paragraph]] = {("", ()): []}
        for paragraph, label, topics in labeled_paragraphs(section):
            found.setdefault((label, topics), []).append(paragraph)
        for (label, topics), paragraphs in found.items():
            yield ComparedPassage(section, label, topics or nearest, joined(topics, headings), tuple(paragraphs))
        yield from _below(section.sections, headings)
