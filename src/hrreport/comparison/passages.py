"""Passages: the text under one heading or one run-in label, and the topics that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.model.change import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.report import Paragraph, Report, Section


class Passage(NamedTuple):
    """The text that stands directly under a heading, or under one of its run-in labels."""

    section: Section
    label: str
    """The run-in label, or empty for what stands under the heading itself."""
    topics: tuple[str, ...]
    """Ids of its topics: the label's, else the heading's, else those of the nearest heading above."""
    paragraphs: tuple[Paragraph, ...]
    """Empty for a heading that only has other headings below it."""

    @property
    def part(self) -> str:
        """Id of the part of the report that it belongs to, or empty."""
        return self.section.id.rpartition(":")[0]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.section.id, self.section.title, self.label)


def passages(report: Report) -> tuple[Passage, ...]:
    """Return the passages of a report in the order of the page, each paragraph in exactly one.

    A run-in label holds until the next label or heading. A label without a topic of its own makes
    no passage of its own.
    """
    return tuple(_below(report.sections, ()))


def _below(sections: tuple[Section, ...], above: tuple[str, ...]) -> Iterator[Passage]:
    for section in sections:
        topics = section.topics or above
        yield from _own(section, topics)
        yield from _below(section.sections, topics)


def _own(section: Section, topics: tuple[str, ...]) -> Iterator[Passage]:
    held: dict[str, list[Paragraph]] = {"": []}
    about: dict[str, tuple[str, ...]] = {"": topics}
    label = ""
    for paragraph in section.paragraphs:
        if paragraph.topic:
            label = paragraph.topic if paragraph.topics else ""
            about.setdefault(label, paragraph.topics)
        held.setdefault(label, []).append(paragraph)
    for name, paragraphs in held.items():
        yield Passage(section, name, about[name], tuple(paragraphs))
