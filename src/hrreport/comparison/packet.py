"""An exhibit: which passages of some reports belong into which part of it.

Each chosen paragraph is printed once among the parts that are on subjects, in the most particular of them;
the other parts name where. With it stand the paragraphs right before and after it in its section. Those that
deny abuses or report a response to them are printed again in a part of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from hrreport import tables
from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import find_elsewhere, words_of_topic
from hrreport.catalogue.paragraph_topics import places_on
from hrreport.comparison.cautions import series_cautions
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.measures import indexed, sentences_by_kind
from hrreport.comparison.topic_readings import outline_topics
from hrreport.comparison.trend import trend_of
from hrreport.model.finding import Kind
from hrreport.model.packet import (
    OutlineCut,
    Packet,
    PacketParagraph,
    PacketPart,
    PacketPassage,
    PacketTab,
    PrintedElsewhere,
    UnaddressedCell,
    UnaddressedTopic,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from hrreport.model.change import Comparison, Quote
    from hrreport.model.finding import Analysis
    from hrreport.model.gap import MissingReport
    from hrreport.model.packet import Claim, PartSubjects, SubjectPart
    from hrreport.model.report import Paragraph, Report, Section

Place = tuple[str, int]
"""Section id and number of a paragraph."""

PARTICULAR: tuple[SubjectPart, ...] = ("group", "protection", "relocation", "general")
"""The parts on subjects, the most particular first: it prints what several of them are about."""
ADVERSE = (Kind.DENIAL, Kind.RESPONSE)
"""What sentences do that cut the other way."""


def packet_of(
    read: Sequence[tuple[Report, Analysis]],
    subjects: Sequence[PartSubjects],
    *,
    claim: Claim | None = None,
    gaps: Sequence[MissingReport] = (),
) -> Packet:
    """Return an exhibit of reports.

    Args:
        read: The reports with their analyses, in the order in which they are printed.
        subjects: What each part is about, in the order in which they are printed.
        claim: What the subjects were chosen by.
        gaps: Reports that were asked for besides, and are not there.
    """
    reports = tuple(report for report, _ in read)
    choices = [_Choices(report, analysis, subjects) for report, analysis in read]
    parts = [PacketPart(each.part, each.topics, tuple(one.tab(each.part) for one in choices)) for each in subjects]
    parts.append(PacketPart("adverse", (), tuple(one.adverse() for one in choices)))
    topics = tuple(dict.fromkeys(topic for each in subjects for topic in each.topics))
    return Packet(
        reports,
        tuple(subjects),
        tuple(parts),
        tuple(_changes(read, choices)),
        tuple(_silences(read, topics)),
        tuple(_cuts(reports)),
        claim,
        tuple(series_cautions(reports)),
        tuple(gaps),
    )


class _Choices:
    """The paragraphs of one report chosen for each part."""

    def __init__(self, report: Report, analysis: Analysis, subjects: Sequence[PartSubjects]) -> None:
        self.report = report
        self._findings = indexed(analysis)
        self._accountability = {(place.section, place.paragraph) for place in analysis.brief.accountability}
        self._by_part = {each.part: _choose(report, each) for each in subjects}
        self._home: dict[Place, SubjectPart] = {}
        for by_words in (False, True):
            for part in (each for each in PARTICULAR if each in self._by_part):
                for place, chosen in self._by_part[part].items():
                    if chosen.by_words == by_words:
                        self._home.setdefault(place, part)
        self._printed = dict(self._neighbors()) | self._home
        """The part in which each paragraph is printed."""

    def _neighbors(self) -> Iterator[tuple[Place, SubjectPart]]:
        """Yield the paragraphs that stand beside chosen ones, with the part of the most particular of these."""
        for section in self.report.walk():
            for one, other in pairwise((section.id, paragraph.number) for paragraph in section.paragraphs):
                for here, there in ((one, other), (other, one)):
                    if here in self._home and there not in self._home:
                        yield there, self._home[here]

    @property
    def places(self) -> Collection[Place]:
        """The chosen paragraphs, without their neighbors."""
        return self._home.keys()

    def tab(self, part: SubjectPart) -> PacketTab:
        """Return what the report has in a part on subjects."""
        own = {place for place, home in self._printed.items() if home == part}
        others = {place for place in self._by_part[part] if self._home[place] != part}
        return PacketTab(self.report, tuple(self._passages(own, part)), tuple(self._references(others)))

    def adverse(self) -> PacketTab:
        """Return the printed paragraphs that deny abuses or report a response to them."""
        found = {place for place in self._printed if self._is_adverse(place)}
        return PacketTab(self.report, tuple(self._passages(found)), tuple(self._references(found)))

    def _is_adverse(self, place: Place) -> bool:
        own = self._findings.get(place, ())
        return place in self._accountability or any(f.kind in ADVERSE or _is_answered(f.text) for f in own)

    def _passages(self, places: Collection[Place], part: SubjectPart | None = None) -> Iterator[PacketPassage]:
        for section, own in groupby(self.report.passages(), key=itemgetter(0)):
            paragraphs = tuple(self._paragraph(section, p, part) for _, p in own if (section.id, p.number) in places)
            if paragraphs:
                path = tuple(above.title for above in self.report.path(section.id))
                yield PacketPassage(section.id, path, paragraphs)

    def _paragraph(self, section: Section, paragraph: Paragraph, part: SubjectPart | None) -> PacketParagraph:
        place = (section.id, paragraph.number)
        chosen = self._by_part[part or self._home[place]].get(place) if place in self._home else None
        topics = tuple(chosen.topics) if chosen else ()
        kinds = tuple(f.kind for f in self._findings.get(place, ()))
        return PacketParagraph(section.locate(paragraph), paragraph, topics, place not in self._home, kinds)

    def _references(self, places: Collection[Place]) -> Iterator[PrintedElsewhere]:
        """Yield in which parts paragraphs are printed, those of a section in a part together."""
        ordered = ((s.id, p.number) for s, p in self.report.passages() if (s.id, p.number) in places)
        for (section, part), own in groupby(ordered, key=lambda place: (place[0], self._printed[place])):
            yield PrintedElsewhere(section, tuple(number for _, number in own), part)


@cache
def _answered() -> re.Pattern[str]:
    patterns = {row["part"]: row["pattern"] for row in tables.rows("vocabulary/answered.csv")}
    return re.compile(rf"^{patterns['who']}\b[^.;]{{0,60}}?\b{patterns['response']}\b[^.;]*,? but\b", re.IGNORECASE)


def _is_answered(sentence: str) -> bool:
    """Return whether a response stands before the "but" of a sentence: an abuse that cuts the other way as well."""
    return _answered().search(sentence) is not None


class _ChosenParagraph(NamedTuple):
    """Why a paragraph belongs to a part."""

    topics: list[str]
    by_words: bool
    """Whether it only holds words of a topic that no heading of the report is on."""


def _choose(report: Report, subjects: PartSubjects) -> dict[Place, _ChosenParagraph]:
    """Return the paragraphs that a part is about."""
    found: dict[Place, _ChosenParagraph] = {}
    for section, paragraph in report.passages():
        if section.id.rpartition(":")[2] in subjects.sections:
            found[section.id, paragraph.number] = _ChosenParagraph([], by_words=False)
    for topic in subjects.topics:
        for place in places_on(report, records.with_narrower([topic])):
            found.setdefault(place, _ChosenParagraph([], by_words=False)).topics.append(topic)
    for topic in subjects.topics:
        elsewhere = find_elsewhere(report, topic)
        for mention in elsewhere.mentions if elsewhere else ():
            found.setdefault(
                (mention.section.id, mention.paragraph.number), _ChosenParagraph([], by_words=True)
            ).topics.append(topic)
    return found


def _changes(read: Sequence[tuple[Report, Analysis]], choices: Sequence[_Choices]) -> Iterator[Comparison]:
    """Yield what became of the chosen paragraphs from each edition on a country to the next one."""
    chosen = {choice.report.id: choice.places for choice in choices}
    for (old, then), (new, now) in pairwise(sorted(read, key=lambda pair: pair[0].id)):
        if old.id.country == new.id.country:
            whole = compare_reports(old, new, then=then, now=now)
            found = []
            for change in whole.changes:
                pairs = tuple(p for p in change.pairs if _is_of(p.old, chosen[old.id]) or _is_of(p.new, chosen[new.id]))
                if pairs:
                    found.append(replace(change, pairs=pairs, paragraphs=()))
            yield replace(whole, changes=tuple(found), tally=sentences_by_kind(found))


def _is_of(quotes: Sequence[Quote], places: Collection[Place]) -> bool:
    return any(quote.paragraph_key in places for quote in quotes)


def _silences(read: Sequence[tuple[Report, Analysis]], topics: Sequence[str]) -> Iterator[UnaddressedTopic]:
    """Yield the topics that not every report on a country addresses under a heading of its own.

    A topic that belongs to one of the exhibit's is among them where another of the reports has a heading for it.
    """
    if not topics:
        return
    for country in dict.fromkeys(report.id.country for report, _ in read):
        own = [pair for pair in read if pair[0].id.country == country]
        trend = trend_of(own, records.with_narrower(topics))
        for row in trend.rows:
            cells = tuple(
                UnaddressedCell(
                    point.report.id.year, cell.standing, _mentions(point.report, row.topic), cell.assessment
                )
                for cell, point in zip(row.cells, trend.points, strict=True)
            )
            known = row.topic in topics or any(cell.standing == "own" for cell in cells)
            if known and any(_is_silent(cell) for cell in cells):
                yield UnaddressedTopic(country, row.topic, row.name, words_of_topic(row.topic), cells)


def _is_silent(cell: UnaddressedCell) -> bool:
    return cell.standing != "own" or (cell.assessment is not None and cell.assessment.value == "not-addressed")


def _mentions(report: Report, topic: str) -> int:
    elsewhere = find_elsewhere(report, topic)
    return len(elsewhere.mentions) if elsewhere else 0


def _cuts(reports: Sequence[Report]) -> Iterator[OutlineCut]:
    years = [edition.year for edition in records.editions()]
    for year in sorted({report.id.year for report in reports}.intersection(years[1:])):
        before, after = (outline_topics(each) for each in (years[years.index(year) - 1], year))
        if before and after and len(after) < len(before):
            dropped = tuple(topic.id for topic in records.topics() if topic.id in before - after)
            yield OutlineCut(year, len(before), len(after), dropped)
