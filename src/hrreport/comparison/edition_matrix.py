"""Many countries in one edition: which topics are shown, of reports that are at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.comparison.cautions import group_cautions
from hrreport.comparison.topic_readings import read_topics, topics_read
from hrreport.model.country_group import CountryGroup
from hrreport.model.edition_matrix import EditionMatrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.finding import Analysis
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import ReportReadings


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
