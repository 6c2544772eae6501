"""HTML: a report to read, search, filter, cite from and print, as one file that needs nothing else.

Every section, paragraph and sentence carries an anchor, ``1.c``, ``1.c-p4`` and ``1.c-p4-s2``, that links can point to;
the first two are those of the Markdown. Templates are given frozen values, every word of them folded, nothing left to
work out.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import subjects
from hrreport.codec.contract import place_id
from hrreport.exporting.html import page, shown_kinds, shown_source
from hrreport.exporting.markup import spans
from hrreport.model.finding import Kind
from hrreport.model.locator import Locator
from hrreport.text.whitespace import fold
from hrreport.views.blocks import ContentsBlock
from hrreport.views.heads import source_of
from hrreport.views.passages import SourceFinder
from hrreport.wording.notices import SAMPLE_MARGIN, notices
from hrreport.wording.reports import LEGEND, UNSUPPORTED, assessed, degree, describe_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.exporting.markup import MarkupPiece
    from hrreport.model.finding import Analysis, Brief, Issue
    from hrreport.model.report import Paragraph, Report, Section
    from hrreport.views.blocks import PassageSource

    Cite = Callable[[Locator], str]

COLOPHON = (
    "Set by hrreport from the page named at the head. The numbers of paragraphs, the marks, the highlights and the "
    "words beside the text are hrreport’s and no part of the report."
)


_HIGHEST, _LOWEST = 2, 6
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


class QuotedFinding(NamedTuple):
    """Words of the report shown apart from it, with the way to them."""

    anchor: str
    place: str
    text: str


class ListedIssue(NamedTuple):
    """One issue of the executive summary."""

    text: str
    anchor: str
    """Where it is listed."""
    evidence: tuple[tuple[str, str], ...]
    """Anchor and name of each paragraph that bears it out."""


def report_html(
    report: Report, analysis: Analysis, country: str, *, cite: Cite | None = None, whole: Report | None = None
) -> str:
    """Return the whole report as a page to read, with what was found in it marked.

    Args:
        report: What is shown, every word of it.
        analysis: What was found in it.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place, which readers can copy; without it title and place do.
        whole: The report that it is a part of, in whose words links are made; ``None`` where it is whole.
    """
    bundled = report.provenance.origin == "sample"  # which is not to be cited
    copied = None if bundled else cite or (lambda place: f"{report.title}, {report.pinpoint(place)}")
    layout = ReportLayout(report, analysis, copied, whole=whole)
    headings = tuple(layout.heading(section) for section in report.sections)
    values = {
        "title": fold(country),
        "year": report.id.year,
        "subtitle": fold(report.title),
        "classes": "with-citations" if cite else "",
        "notices": [("Notice", fold(notice)) for notice in notices(report)],
        "sources": [shown_source(source_of(report, {report.id.country: country}))],
        "contents": ContentsBlock(),
        "colophon": COLOPHON,
        "legend": LEGEND,
        "headings": headings,
        "topics": _topic_choices(headings),
        "verdict": _verdict(report, analysis.brief, issues=not analysis.issues),
        "issues": [_listed(issue) for issue in analysis.issues],
        "not_borne_out": UNSUPPORTED,
        **shown_kinds((finding.kind, finding.key) for finding in analysis.findings),
    }
    right = SAMPLE_MARGIN if bundled else report.title
    return page("report", values, head=(f"{country} {report.id.year}", right)) + "\n"


def _verdict(report: Report, brief: Brief, *, issues: bool) -> list[tuple[str, QuotedFinding]]:
    """Return the report's own verdict, each sentence with what it is about."""
    places = [("Change", brief.change)] if brief.change else []
    places += [("Issues", place) for place in brief.issues if issues]
    places += [("Accountability", place) for place in brief.accountability]
    return [(name, QuotedFinding(place_id(place), str(place), fold(report.text_at(place)))) for name, place in places]


def _listed(issue: Issue) -> ListedIssue:
    evidence = (place for _, places in issue.evidence_by_section() for place in places)
    paragraphs = dict.fromkeys(Locator(place.section, place.paragraph) for place in evidence)
    named = tuple((place_id(place), str(place)) for place in paragraphs)
    return ListedIssue(fold(issue.text), place_id(issue.locator), named)


class ReportLayout:
    """Lays a report out, with what was found in it beside its sentences.

    Links are made in the words of the `whole` report, where only a part of it is laid out.
    """

    def __init__(
        self, report: Report, analysis: Analysis, cite: Cite | None = None, *, whole: Report | None = None
    ) -> None:
        self._found = {finding.locator: finding for finding in analysis.findings}
        self._assessment = analysis.displayed_assessment
        self._report = report
        self._wider = _wider()
        self._subjects = {(s.id, p.number): topics for s, p, topics in subjects(report)}
        self._cite = cite
        self._finder = SourceFinder(report, whole)
        self._rise = min((section.level for section in report.sections), default=_HIGHEST) - _HIGHEST

    def _citation(self, place: Locator) -> str:
        """Return what is copied for a place, or empty where nothing is."""
        return fold(self._cite(place)) if self._cite else ""

    def _passage(self, section: Section, paragraph: Paragraph) -> LaidOutPassage:
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
            sentences.append(LaidOutSentence(place_id(here), kind.value, key, span.pieces, span.gap))
        treated = self._subjects.get((section.id, paragraph.number), ())
        topics = frozenset[str]().union(*(self._wider.get(topic, ()) for topic in treated))
        return LaidOutPassage(
            place_id(place),
            self._report.pinpoint(place),
            paragraph.number,
            paragraph.form,
            fold(paragraph.topic or ""),
            tuple(sentences),
            ", ".join(describe_kind(kind) for kind in Kind if kind in kinds),
            " ".join(sorted(topics)),
            self._citation(place),
            self._finder.source(place),
        )

    def heading(self, section: Section) -> LaidOutHeading:
        """Return a section and all below it laid out."""
        passages = [self._passage(section, paragraph) for paragraph in section.paragraphs]
        assessment = self._assessment(section.id)
        place = Locator(section.id)
        return LaidOutHeading(
            section.id,
            str(place) if len(section.id) <= _MARGIN else "",
            fold(section.title),
            min(max(section.level - self._rise, _HIGHEST), _LOWEST),
            degree(assessment),
            assessed(assessment),
            self._citation(place),
            tuple((form, tuple(group)) for form, group in groupby(passages, key=lambda p: p.form)),
            tuple(self.heading(below) for below in section.sections),
        )


def _wider() -> dict[str, frozenset[str]]:
    """Return for every topic its id with those of all topics that it belongs to."""
    found: dict[str, frozenset[str]] = {}
    for topic in records.topics():
        found[topic.id] = found.get(topic.broader, frozenset()) | {topic.id}
    return found


def _topic_choices(headings: Iterable[LaidOutHeading]) -> tuple[TopicChoice, ...]:
    """Return the subjects that the passages treat, in the order of the list of topics."""
    passages = (passage for heading in headings for each in heading.walk() for passage in each.passages)
    counts = Counter(topic for passage in passages for topic in passage.topics.split())
    return tuple(TopicChoice(t.id, t.name, counts[t.id]) for t in records.topics() if t.id in counts)
