"""Topics by reports: what several reports say on each topic, in brief as a table, or whole as chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import find_elsewhere
from hrreport.comparison.cautions import series_cautions
from hrreport.comparison.crosswalk import crosswalk
from hrreport.comparison.measures import assessment_of, findings_in, indexed, measured
from hrreport.comparison.passages import passages
from hrreport.model.finding import Kind
from hrreport.model.matrix import Cell, Chapter, Compilation, Entry, Excerpt, Matrix, MatrixRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.comparison.measures import Index
    from hrreport.comparison.passages import ComparedPassage
    from hrreport.model.finding import Analysis, Assessment, Finding
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report


_RANK = {Kind.ABUSE: 0, Kind.RESPONSE: 1, Kind.DENIAL: 2, Kind.LAW: 3, Kind.CONTEXT: 4}
_RANK_WITHOUT_ABUSES = {**_RANK, Kind.DENIAL: -1}


def matrix_of(
    reports: Sequence[tuple[Report, Analysis]], topics: Iterable[str] = (), *, gaps: Sequence[MissingReport] = ()
) -> Matrix:
    """Return what several reports say on each topic.

    Args:
        reports: With their analyses, in the order of the columns; usually of one edition.
        topics: Ids of topics, those that belong to them included; none means all.
        gaps: Reports that were asked for besides, and are not there.
    """
    chosen = set(records.with_narrower(topics))
    indexes = [indexed(analysis) for _, analysis in reports]
    rows = crosswalk(*(passages(report) for report, _ in reports)) if reports else ()
    return Matrix(
        tuple(report for report, _ in reports),
        tuple(measured((p for _, p in report.passages()), analysis.findings) for report, analysis in reports),
        tuple(
            MatrixRow(
                row.id,
                row.name,
                row.topics,
                tuple(_cell(side, reports[n][1], indexes[n]) for n, side in enumerate(row.sides)),
            )
            for row in rows
            if not chosen or chosen.intersection(row.topics)
        ),
        series_cautions([report for report, _ in reports]),
        tuple(gaps),
    )


def _cell(held: Sequence[ComparedPassage], analysis: Analysis, index: Index) -> Cell:
    findings = findings_in(held, index)
    assessment = assessment_of(held, analysis, index) if findings else None
    key = key_finding(findings, assessment)
    return Cell(
        tuple(dict.fromkeys(p.place for p in held)),
        measured((paragraph for p in held for paragraph in p.paragraphs), findings),
        assessment,
        key,
        next(iter(key.figures), None) if key and key.kind is Kind.ABUSE else None,
    )


def key_finding(findings: Iterable[Finding], assessment: Assessment | None) -> Finding | None:
    """Return the first key finding: one that reports an abuse before others, one that denies them where none are."""
    none = assessment is not None and assessment.value == "none-reported"
    rank = _RANK_WITHOUT_ABUSES if none else _RANK
    return min((f for f in findings if f.key), key=lambda f: rank[f.kind], default=None)


def excerpts(report: Report, topics: Iterable[str]) -> tuple[Excerpt, ...]:
    """Return the passages of a report on topics, those that belong to them included.

    A heading that stands for several subjects gives its text for each of them.
    """
    chosen = set(records.with_narrower(topics))
    return tuple(
        Excerpt(p.place, tuple(section.title for section in report.path(p.section.id)), p.paragraphs)
        for p in passages(report)
        if p.paragraphs and chosen.intersection(p.subjects)
    )


def compile_passages(
    reports: Sequence[Report], topics: Sequence[str], *, gaps: Sequence[MissingReport] = ()
) -> Compilation:
    """Return a document of passages: a chapter for each topic, in it an entry for each report.

    Args:
        reports: In the order in which they shall stand.
        topics: Ids of topics, in the order in which they shall stand.
        gaps: Reports that were asked for besides, and are not there.
    """
    names = {topic.id: topic.name for topic in records.topics()}
    chapters = tuple(
        Chapter(
            topic,
            names.get(topic, topic),
            tuple(Entry(report, excerpts(report, [topic]), find_elsewhere(report, topic)) for report in reports),
        )
        for topic in dict.fromkeys(topics)
    )
    return Compilation(tuple(reports), chapters, series_cautions(reports), tuple(gaps))
