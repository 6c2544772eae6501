"""One country over the editions: lengths, counts and assessments, with the borders of outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.comparison.cautions import series_cautions
from hrreport.comparison.measures import assessment_of, findings_in, indexed, measured
from hrreport.comparison.outlines import outline_name, outline_topics
from hrreport.comparison.passages import passages
from hrreport.errors import InputError
from hrreport.model.trend import Trend, TrendCell, TrendPoint, TrendRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.comparison.passages import ComparedPassage
    from hrreport.model.finding import Analysis
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.model.topic import Topic


class _EditionCounts:
    """One report, its analysis, and what is looked up in them."""

    def __init__(self, report: Report, analysis: Analysis) -> None:
        self.report = report
        self.analysis = analysis
        self.passages = passages(report)
        self.index = indexed(analysis)

    def holding(self, topics: Iterable[str]) -> list[ComparedPassage]:
        """Return the passages on topics."""
        wanted = frozenset(topics)
        return [p for p in self.passages if wanted.intersection(p.subjects)]


def trend_of(
    reports: Iterable[tuple[Report, Analysis]], topics: Sequence[str] = (), *, gaps: Sequence[MissingReport] = ()
) -> Trend:
    """Return one country's reports over the editions, oldest first.

    Args:
        reports: With their analyses, in any order; one for each edition.
        topics: Ids of the topics to follow, each with those that belong to it; none means all
            topics that belong to no wider one and stand in one of the reports.
        gaps: Reports that were asked for besides, and are not there.

    Raises:
        InputError: There is no report, or they are of several countries.
    """
    editions = [_EditionCounts(*pair) for pair in sorted(reports, key=lambda pair: pair[0].id.year)]
    countries = dict.fromkeys(e.report.id.country for e in editions)
    if len(countries) != 1:
        raise InputError(
            f"a trend follows one country, not {len(countries)}", hint="name a country that has stored reports"
        )
    chosen = [t for t in records.topics() if (t.id in topics if topics else not t.broader)]
    rows = tuple(TrendRow(t.id, t.name, tuple(_cell(t, edition) for edition in editions)) for t in chosen)
    return Trend(
        next(iter(countries)),
        tuple(_points(editions)),
        rows if topics else tuple(row for row in rows if any(cell.places for cell in row.cells)),
        chosen=bool(topics),
        cautions=series_cautions([e.report for e in editions]),
        gaps=tuple(gaps),
    )


def _points(editions: Sequence[_EditionCounts]) -> Iterator[TrendPoint]:
    before: str | None = None
    for edition in editions:
        outline = outline_name(edition.report.id.year)
        measure = measured((p for _, p in edition.report.passages()), edition.analysis.findings)
        yield TrendPoint(edition.report, outline, before is not None and before != outline, measure)
        before = outline


def _cell(topic: Topic, edition: _EditionCounts) -> TrendCell:
    held = edition.holding(records.with_narrower([topic.id]))
    if not held:
        return _absent(topic, edition)
    findings = findings_in(held, edition.index)
    return TrendCell(
        "own" if any(topic.id in p.subjects for p in held) else "narrower",
        tuple(dict.fromkeys(p.place for p in held)),
        measured((paragraph for p in held for paragraph in p.paragraphs), findings),
        assessment_of(held, edition.analysis, edition.index) if findings else None,
    )


def _wider(topic: Topic) -> Iterator[str]:
    """Yield the ids of the topics that a topic is a part of, the nearest first."""
    above = {t.id: t.broader for t in records.topics()}
    wider = topic.broader
    while wider:
        yield wider
        wider = above[wider]


def _absent(topic: Topic, edition: _EditionCounts) -> TrendCell:
    """Return how a topic stands that has no heading of its own in a report."""
    for above in _wider(topic):
        if held := [p for p in edition.passages if above in p.subjects]:
            return TrendCell("wider", tuple(dict.fromkeys(p.place for p in held)))
    known = outline_topics(edition.report.id.year)
    return TrendCell("unused" if known and known.intersection(records.with_narrower([topic.id])) else "none")
