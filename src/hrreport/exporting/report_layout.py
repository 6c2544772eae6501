"""Layout: a report as headings and passages with everything that is shown beside them.

What templates are given: frozen values, every word of them folded, nothing left to work out.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import subjects
from hrreport.exporting.markup import spans
from hrreport.model.finding import Kind
from hrreport.model.locator import Locator
from hrreport.text.whitespace import fold
from hrreport.views.passages import SourceFinder
from hrreport.wording.reports import assessed, degree, describe_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.exporting.markup import MarkupPiece
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Paragraph, Report, Section
    from hrreport.views.blocks import PassageSource

    Cite = Callable[[Locator], str]

HIGHEST, LOWEST = 2, 6
"""Levels of headings in a page below its title."""
_MARGIN = 10
"""Characters of an id that the margin has room for."""


class LaidOutSentence(NamedTuple):
    """One sentence, with what it says."""

    id: str
    kind: str
    key: bool
    pieces: tuple[MarkupPiece, ...]
    gap: str
    """The space after it, where another follows."""


class LaidOutPassage(NamedTuple):
    """One paragraph."""

    id: str
    place: str
    """As people cite it: ``§ 1.c ¶ 4``."""
    number: int
    form: str
    label: str
    """The run-in label, or empty."""
    sentences: tuple[LaidOutSentence, ...]
    keys: str
    """The kinds of its key findings, to be shown beside it."""
    topics: str
    """Ids of the subjects that it treats, separated by spaces, wider ones included."""
    citation: str
    """What is copied, or empty where it must not be cited."""
    source: PassageSource
    """Where its own words are: on its page, and in the official PDF."""


class LaidOutHeading(NamedTuple):
    """One section: its heading, its own passages in groups of one form, and the sections below it."""

    id: str
    place: str
    """``§ 1.c``, ``§ 6/women``; empty where it has no room in the margin."""
    title: str
    level: int
    degree: str
    assessed: str
    citation: str
    groups: tuple[tuple[str, tuple[LaidOutPassage, ...]], ...]
    sections: tuple[LaidOutHeading, ...]

    def walk(self) -> Iterator[LaidOutHeading]:
        """Yield this heading and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    @property
    def passages(self) -> tuple[LaidOutPassage, ...]:
        """Its own passages, in order."""
        return tuple(passage for _, group in self.groups for passage in group)


class TopicChoice(NamedTuple):
    """A subject that a reader may ask for."""

    id: str
    name: str
    paragraphs: int
    """How many treat it."""


def _wider() -> dict[str, frozenset[str]]:
    """Return for every topic its id with those of all topics that it belongs to."""
    found: dict[str, frozenset[str]] = {}
    for topic in records.topics():
        found[topic.id] = found.get(topic.broader, frozenset()) | {topic.id}
    return found


def anchor_of(place: Locator) -> str:
    """Return the id of the anchor of a section, a paragraph or a sentence.

    >>> anchor_of(Locator("1.c/prisons", 7, 2)), anchor_of(Locator("1.c/prisons"))
    ('1.c-p7-s2', '1.c/prisons')
    """
    if place.paragraph is None:
        return place.section
    return f"{place.anchor}-p{place.paragraph}" + (f"-s{place.sentence}" if place.sentence else "")


class ReportLayout:
    """Lays a report out; what was found in it stands beside its sentences."""

    def __init__(
        self, report: Report, analysis: Analysis, cite: Cite | None = None, *, whole: Report | None = None
    ) -> None:
        """Take what is to be laid out; without `cite` nothing can be copied as a citation.

        Links are made in the words of the `whole` report, where only a part of it is laid out.
        """
        self._found = {finding.locator: finding for finding in analysis.findings}
        self._assessment = analysis.displayed_assessment
        self._report = report
        self._wider = _wider()
        self._subjects = {(s.id, p.number): topics for s, p, topics in subjects(report)}
        self._cite = cite
        self._finder = SourceFinder(report, whole)
        self._rise = min((section.level for section in report.sections), default=HIGHEST) - HIGHEST

    def citation(self, place: Locator) -> str:
        """Return what is copied for a place, or empty where nothing is."""
        return fold(self._cite(place)) if self._cite else ""

    def passage(self, section: Section, paragraph: Paragraph) -> LaidOutPassage:
        """Return one paragraph laid out."""
        place = section.locate(paragraph)
        sentences = []
        kinds = set()
        for span in spans(paragraph):
            here = section.locate(paragraph, span.number)
            finding = self._found.get(here)
            kind = finding.kind if finding else Kind.CONTEXT
            key = finding is not None and finding.key
            kinds |= {kind} if key else set()
            sentences.append(LaidOutSentence(anchor_of(here), kind.value, key, span.pieces, span.gap))
        treated = self._subjects.get((section.id, paragraph.number), ())
        topics = frozenset[str]().union(*(self._wider.get(topic, ()) for topic in treated))
        return LaidOutPassage(
            anchor_of(place),
            self._report.pinpoint(place),
            paragraph.number,
            paragraph.form,
            fold(paragraph.topic or ""),
            tuple(sentences),
            ", ".join(describe_kind(kind) for kind in Kind if kind in kinds),
            " ".join(sorted(topics)),
            self.citation(place),
            self._finder.source(place),
        )

    def heading(self, section: Section) -> LaidOutHeading:
        """Return a section and all below it laid out."""
        passages = [self.passage(section, paragraph) for paragraph in section.paragraphs]
        assessment = self._assessment(section.id)
        place = Locator(section.id)
        return LaidOutHeading(
            section.id,
            str(place) if len(section.id) <= _MARGIN else "",
            fold(section.title),
            min(max(section.level - self._rise, HIGHEST), LOWEST),
            degree(assessment),
            assessed(assessment),
            self.citation(place),
            tuple((form, tuple(group)) for form, group in groupby(passages, key=lambda p: p.form)),
            tuple(self.heading(below) for below in section.sections),
        )


def topic_choices(headings: Iterable[LaidOutHeading]) -> tuple[TopicChoice, ...]:
    """Return the subjects that the passages treat, in the order of the list of topics."""
    counts: dict[str, int] = {}
    for heading in headings:
        for section in heading.walk():
            for passage in section.passages:
                for topic in passage.topics.split():
                    counts[topic] = counts.get(topic, 0) + 1
    return tuple(TopicChoice(t.id, t.name, counts[t.id]) for t in records.topics() if t.id in counts)
