"""Words and numbers for a topic over the editions, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.wording.changes import PER, STANDINGS, format_rate, numbers_of
from hrreport.wording.reports import assessed_or_not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.change import Measure
    from hrreport.model.topic_reading import TopicReading
    from hrreport.model.trend import TrendPoint, TrendRow

OF_TOPIC = f"{PER} of the topic's text"
"""What the rates of a topic are counted by."""
COUNTED = ("Characters", "Sentences", "Reporting abuses", "rate", "Figures", "rate", "Naming a source")
"""What is counted in the text of a topic."""


class TopicCounts(NamedTuple):
    """One edition on one topic."""

    year: str
    places: str
    """Sections without their headings; empty where it has no heading for it."""
    assessment: str
    """In words; or how the topic stands there, where it has no heading of its own."""
    counts: tuple[str, ...]
    """As in `COUNTED`; each is empty where there is no text on it."""


def topic_counts(row: TrendRow, points: tuple[TrendPoint, ...]) -> Iterator[TopicCounts]:
    """Yield what each edition says on a topic: where, its assessment, and what is counted in its text."""
    for cell, point in zip(row.cells, points, strict=True):
        own = cell.standing == "own"
        standing = [] if own else [STANDINGS[cell.standing]]
        assessment = [assessed_or_not(cell.assessment, cell.measure.sentences)] if own or cell.assessment else []
        counts = measure_counts(cell.measure) if cell.measure.sentences else ("",) * len(COUNTED)
        year = str(point.report.id.year)
        yield TopicCounts(year, numbers_of(cell.places), "; ".join(standing + assessment), counts)


def abuse_rate(cell: TopicReading) -> float | None:
    """Return the sentences of a topic that report abuses, per 10,000 characters of its text."""
    return rate(cell.measure.of_kind(Kind.ABUSE), cell.measure.characters)


def measure_counts(measure: Measure) -> tuple[str, ...]:
    """Return what is counted in a text, as in `COUNTED`."""
    abuses = measure.of_kind(Kind.ABUSE)
    return (
        f"{measure.characters:,}",
        f"{measure.sentences:,}",
        f"{abuses:,}",
        format_rate(rate(abuses, measure.characters)),
        f"{measure.figures:,}",
        format_rate(rate(measure.figures, measure.characters)),
        f"{measure.sources:,}",
    )
