"""Topics by reports: what several reports, or all of an edition, say on each topic as a table; or whole as chapters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import find_elsewhere
from hrreport.comparison.cautions import group_cautions, series_cautions
from hrreport.comparison.crosswalk import crosswalk
from hrreport.comparison.measures import assessment_of, findings_in, indexed, key_finding, measured
from hrreport.comparison.passages import passages, places_of
from hrreport.comparison.topic_readings import read_topics, topics_read
from hrreport.model.edition_matrix import CountryGroup, EditionMatrix
from hrreport.model.matrix import Cell, Chapter, Compilation, Entry, Excerpt, Matrix, MatrixRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.comparison.measures import Index
    from hrreport.comparison.passages import ComparedPassage
    from hrreport.model.finding import Analysis
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import ReportReadings


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
        tuple(series_cautions([report for report, _ in reports])),
        tuple(gaps),
    )


def _cell(side: Sequence[ComparedPassage], analysis: Analysis, index: Index) -> Cell:
    findings = findings_in(side, index)
    assessment = assessment_of(side, analysis, index) if findings else None
    return Cell(
        places_of(side),
        measured((paragraph for p in side for paragraph in p.paragraphs), findings),
        assessment,
        key_finding(findings, assessment),
    )


def edition_matrix(
    reports: Sequence[tuple[Report, Analysis]],
    year: int,
    topics: Sequence[str] = (),
    *,
    gaps: Sequence[MissingReport] = (),
) -> EditionMatrix:
    """Return what reports of one edition say on each topic.

    Args:
        reports: With their analyses, in the order of the rows.
        year: The edition.
        topics: As in `topics_read`.
        gaps: Reports that were asked for besides, and are not there.
    """
    subjects = [(topic.id,) for topic in topics_read(topics)]
    read = [read_topics(report, analysis, subjects, mentions=bool(topics)) for report, analysis in reports]
    group = CountryGroup("Countries", tuple(each.report.id.country for each in read))
    return matrix_of_readings(group, year, topics, read, gaps)


def matrix_of_readings(
    group: CountryGroup,
    year: int,
    topics: Sequence[str],
    reports: Sequence[ReportReadings],
    gaps: Sequence[MissingReport],
) -> EditionMatrix:
    """Return the matrix of reports that were read on all of `topics_read`.

    Where no topics were chosen, those are set apart for which none of the reports has a heading.
    """
    read = topics_read(topics)
    every = range(len(read))
    shown = [n for n in every if topics or any(report.readings[n].places for report in reports)]
    return EditionMatrix(
        group,
        year,
        tuple(read[n] for n in shown),
        tuple(replace(report, readings=tuple(report.readings[n] for n in shown)) for report in reports),
        tuple(read[n] for n in every if n not in shown),
        tuple(group_cautions((year,))),
        tuple(gaps),
    )


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
    return Compilation(tuple(reports), chapters, tuple(series_cautions(reports)), tuple(gaps))
