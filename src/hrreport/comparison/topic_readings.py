"""Read what one report says on each of some topics: the cells of every table of many countries or editions."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import find_elsewhere
from hrreport.comparison.measures import assessment_of, findings_in, indexed, key_finding, measured, total
from hrreport.comparison.passages import passages, places_of
from hrreport.model.topic_reading import ReadParagraph, ReportReadings, TopicReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.comparison.passages import ComparedPassage
    from hrreport.model.change import Measure
    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.report import Paragraph, Report
    from hrreport.model.topic import Topic


Subject = tuple[str, ...]
"""Ids of topics that are read as one, without those that belong to them: a topic, or all topics of a duty."""


def topics_read(chosen: Iterable[str]) -> tuple[Topic, ...]:
    """Return the topics with these ids; none means all that belong to no wider one."""
    ids = set(chosen)
    return tuple(topic for topic in records.topics() if (topic.id in ids if ids else not topic.broader))


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


class TopicReader:
    """One report and its analysis, with what is looked up in them."""

    def __init__(self, report: Report, analysis: Analysis) -> None:
        """Look up the passages and findings once, for any number of topics."""
        self.report = report
        self.analysis = analysis
        self.passages = passages(report)
        self.index = indexed(analysis)
        self.measure = measured((p for _, p in report.passages()), analysis.findings)
        self._on: dict[str, list[int]] = {}
        for place, passage in enumerate(self.passages):
            for topic in passage.subjects:
                self._on.setdefault(topic, []).append(place)
        self._measures: dict[int, Measure] = {}

    def passages_on(self, topics: Iterable[str]) -> list[ComparedPassage]:
        """Return the passages on topics, in the order of the page."""
        return [self.passages[place] for place in self._places(topics)]

    def _places(self, topics: Iterable[str]) -> list[int]:
        return sorted({place for topic in topics for place in self._on.get(topic, ())})

    def read(self, subject: Subject) -> TopicReading:
        """Return what the report says on a subject, the topics that belong to it included."""
        places = self._places(_narrower(subject))
        if not places:
            return self._absent(subject)
        passages_on_it = [self.passages[place] for place in places]
        found = findings_in(passages_on_it, self.index)
        assessment = assessment_of(passages_on_it, self.analysis, self.index) if found else None
        return TopicReading(
            "own" if any(topic in self._on for topic in subject) else "narrower",
            places_of(passages_on_it),
            total([self._measured(place) for place in places]),
            assessment,
            key_finding(found, assessment),
        )

    def _measured(self, place: int) -> Measure:
        if place not in self._measures:
            passage = self.passages[place]
            self._measures[place] = measured(passage.paragraphs, findings_in([passage], self.index))
        return self._measures[place]

    def _absent(self, subject: Subject) -> TopicReading:
        """Return how a subject stands that has no heading of its own in the report."""
        for above in dict.fromkeys(wider for topic in subject for wider in _wider(topic)):
            if around := self.passages_on([above]):
                return TopicReading("wider", places_of(around))
        known = outline_topics(self.report.id.year)
        return TopicReading("unused" if known and not known.isdisjoint(_narrower(subject)) else "none")


@cache
def _narrower(subject: Subject) -> tuple[str, ...]:
    """Return the topics of a subject with all that belong to them."""
    return records.with_narrower(subject)


def _wider(topic: str) -> Iterator[str]:
    """Yield the ids of the topics that a topic is a part of, the nearest first."""
    above = records.broader_topics()
    wider = above.get(topic, "")
    while wider:
        yield wider
        wider = above[wider]


def read_topics(
    report: Report, analysis: Analysis, subjects: Sequence[Subject], *, texts: bool = False, mentions: bool = False
) -> ReportReadings:
    """Return what a report says on each of some subjects.

    Args:
        report: The report.
        analysis: What was found in it.
        subjects: What is read, each as one.
        texts: Whether the paragraphs themselves come along, so that readers can open them.
        mentions: Whether topics without a heading are looked for by their words; each subject is then one topic.
    """
    reader = TopicReader(report, analysis)
    readings = tuple(reader.read(subject) for subject in subjects)
    if mentions:
        readings = tuple(
            replace(reading, mentions=_mentions(report, topic)) if reading.is_silent else reading
            for reading, (topic,) in zip(readings, subjects, strict=True)
        )
    head = replace(report, sections=())
    if not texts:
        return ReportReadings(head, reader.measure, readings)
    read = [
        {(p.section.id, each.number) for p in reader.passages_on(_narrower(subject)) for each in p.paragraphs}
        for subject in subjects
    ]
    every = set().union(*read)
    shown = [(s.id, p) for s, p in report.passages() if (s.id, p.number) in every]
    order = {(section, paragraph.number): place for place, (section, paragraph) in enumerate(shown)}
    return ReportReadings(
        head,
        reader.measure,
        tuple(
            replace(reading, paragraphs=tuple(sorted(map(order.__getitem__, places))))
            for reading, places in zip(readings, read, strict=True)
        ),
        tuple(_paragraph(section, p, reader.index.get((section, p.number), ())) for section, p in shown),
    )


def _mentions(report: Report, topic: str) -> int | None:
    """Return how many paragraphs hold words of a topic; ``None`` where there are none to look for."""
    elsewhere = find_elsewhere(report, topic)
    return len(elsewhere.mentions) if elsewhere and elsewhere.words else None


def _paragraph(section: str, paragraph: Paragraph, findings: Iterable[Finding]) -> ReadParagraph:
    kinds = {f.locator.sentence: f.kind for f in findings}
    sentences = paragraph.sentences
    of_each = tuple(kinds.get(number) for number in range(1, len(sentences) + 1))
    return ReadParagraph(section, paragraph.number, paragraph.topic or "", sentences, of_each)
