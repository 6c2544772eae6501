"""Which topics each paragraph of a report treats.

The one rule that every command, the search and the page in HTML follow. A heading stands for all
that is below it. A run-in label stands for its paragraph and those after it, until the next label
or heading; one that is not known for a topic ends the label before it. Where a heading stands for
several topics at once, a label or heading below it picks among them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrreport.catalogue import records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hrreport.model.report import Paragraph, Report, Section

Topics = tuple[str, ...]
"""Ids of topics."""


@cache
def is_guessed(year: int) -> bool:
    """Return whether the topics of an edition's reports are guessed, since no outline of it is known.

    >>> is_guessed(2023), is_guessed(2031)
    (False, True)
    """
    return not records.outline_name(year)


def labels_in_force(labels: Iterable[tuple[str, Topics]]) -> Iterator[tuple[str, Topics]]:
    """Yield the run-in label in force at each paragraph under one heading, with its topics.

    Args:
        labels: The label printed at each paragraph, or an empty text, with the topics of that label.

    >>> list(labels_in_force([("", ()), ("Rape", ("rape",)), ("", ()), ("Other", ())]))
    [('', ()), ('Rape', ('rape',)), ('Rape', ('rape',)), ('', ())]
    """
    name = ""
    topics: Topics = ()
    for label, own in labels:
        if label:
            name, topics = (label, own) if own else ("", ())
        yield name, topics


def labeled_paragraphs(section: Section) -> Iterator[tuple[Paragraph, str, Topics]]:
    """Yield a section's own paragraphs, each with the run-in label in force there and its topics."""
    labels = labels_in_force((paragraph.topic or "", paragraph.topics) for paragraph in section.paragraphs)
    for paragraph, (label, topics) in zip(section.paragraphs, labels, strict=True):
        yield paragraph, label, topics


def joined(own: Topics, above: Iterable[Topics]) -> Topics:
    """Return the topics of a text: its own, and those of the headings above it.

    Args:
        own: The topics of the label in force there, or none.
        above: The topics of each heading that it stands under, the nearest first.

    >>> joined(("association",), [("assembly", "association")]), joined(("prisons",), [("torture",)])
    (('association',), ('prisons', 'torture'))
    """
    found = dict.fromkeys(own)
    for wider in above:
        picked = [topic for topic in wider if any(topic in _with_wider(each) for each in found)]
        found.update(dict.fromkeys(picked or wider))
    return tuple(found)


def subjects(report: Report) -> Iterator[tuple[Section, Paragraph, Topics]]:
    """Yield every paragraph of a report with its section and the topics that it treats, in the order of the page."""
    yield from _below(report.sections, ())


def places_on(report: Report, topics: Collection[str]) -> frozenset[tuple[str, int]]:
    """Return section and number of each paragraph that treats one of some topics; narrower ones must be named too."""
    chosen = frozenset(topics)
    return frozenset((s.id, p.number) for s, p, about in subjects(report) if not chosen.isdisjoint(about))


@cache
def _with_wider(topic: str) -> frozenset[str]:
    """Return a topic with all that it belongs to."""
    found: set[str] = set()
    while topic and topic not in found:
        found.add(topic)
        topic = records.broader_topics().get(topic, "")
    return frozenset(found)


def _below(sections: Iterable[Section], above: tuple[Topics, ...]) -> Iterator[tuple[Section, Paragraph, Topics]]:
    for section in sections:
        here = (section.topics, *above)
        for paragraph, _, topics in labeled_paragraphs(section):
            yield section, paragraph, joined(topics, here)
        yield from _below(section.sections, here)
