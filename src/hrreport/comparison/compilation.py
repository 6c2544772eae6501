"""Passages on chosen topics, from chosen reports, whole and in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import find_elsewhere
from hrreport.comparison.cautions import series_cautions
from hrreport.comparison.passages import passages
from hrreport.model.matrix import Chapter, Compilation, Entry, Excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report


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
