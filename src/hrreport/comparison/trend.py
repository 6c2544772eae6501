"""One country over the editions: lengths, counts and assessments, with the borders of outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue.records import outline_name
from hrreport.comparison.cautions import series_cautions
from hrreport.comparison.topic_readings import TopicReader, topics_read
from hrreport.errors import InputError
from hrreport.model.trend import Trend, TrendPoint, TrendRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.finding import Analysis
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report


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
    editions = [TopicReader(*pair) for pair in sorted(reports, key=lambda pair: pair[0].id.year)]
    countries = dict.fromkeys(e.report.id.country for e in editions)
    if len(countries) != 1:
        raise InputError(
            f"a trend follows one country, not {len(countries)}", hint="name a country that has stored reports"
        )
    rows = tuple(TrendRow(t.id, t.name, tuple(e.read((t.id,)) for e in editions)) for t in topics_read(topics))
    return Trend(
        next(iter(countries)),
        tuple(_points(editions)),
        rows if topics else tuple(row for row in rows if any(cell.places for cell in row.cells)),
        chosen=bool(topics),
        cautions=tuple(series_cautions([e.report for e in editions])),
        gaps=tuple(gaps),
    )


def _points(editions: Sequence[TopicReader]) -> Iterator[TrendPoint]:
    before: str | None = None
    for edition in editions:
        outline = outline_name(edition.report.id.year)
        border = before is not None and before != outline
        yield TrendPoint(edition.report, outline, border, edition.measure)
        before = outline
