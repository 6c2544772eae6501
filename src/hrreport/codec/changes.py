"""The public form of comparisons, matrices, trends and compilations; see `hrreport.codec.contract`.

Rates in ``per_10000_characters`` are of the whole report, those in ``per_10000_own_characters`` of the topic's text;
they have two decimal places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.contract import (
    assessment_json,
    elsewhere_json,
    figure_json,
    finding_json,
    id_json,
    locator_json,
    paragraph_json,
    report_json,
)
from hrreport.model.change import rate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hrreport.codec.contract import Json
    from hrreport.model.change import (
        Comparison,
        Measure,
        ParagraphPair,
        PassageReference,
        Quote,
        SentencePair,
        TopicChange,
        TopicSide,
    )
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Assessment
    from hrreport.model.gap import MissingReport
    from hrreport.model.locator import Locator
    from hrreport.model.matrix import Cell, Compilation, Excerpt, Matrix
    from hrreport.model.report import Report
    from hrreport.model.trend import Trend
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator], str]


def head_json(report: Report, names: Names) -> Json:
    """Return a report as `report_json` does, under its country's name."""
    return report_json(report, names.get(report.id.country, report.id.country))


def gaps_json(gaps: Iterable[MissingReport], names: Names) -> list[Json]:
    """Return the reports that are not included, with the reason."""
    return [
        {**id_json(gap.id), "name": names.get(gap.id.country, gap.id.country), "why": gap.why, "reason": gap.reason}
        for gap in gaps
    ]


def measure_json(measure: Measure, whole: Measure | None = None) -> Json:
    """Return how much there is in a text.

    Args:
        whole: The measure of the report that the text is part of; ``None`` for the report itself.
    """
    shown: Json = {"sentences": measure.sentences, "words": measure.words, "characters": measure.characters}
    if measure.kinds:
        kinds = {kind.value: count for kind, count in measure.kinds}
        others = {"figures": measure.figures, "sources": measure.sources}
        shown |= {"kinds": kinds, **others}
        shown["per_10000_characters"] = _rates(kinds | others, whole or measure)
        if whole is not None:
            shown["per_10000_own_characters"] = _rates(kinds | others, measure)
    return shown


def _rates(counts: Mapping[str, int], text: Measure) -> Json:
    rates = {name: rate(count, text.characters) for name, count in counts.items()}
    return {name: None if found is None else round(found, 2) for name, found in rates.items()}


def treatment_json(
    places: Iterable[PassageReference], assessment: Assessment | None, measure: Measure, whole: Measure | None = None
) -> Json:
    """Return where a topic is treated, how it is assessed there, and how much there is on it; see `measure_json`."""
    return {
        "places": [place_reference_json(place) for place in places],
        **assessment_json(assessment),
        "measure": measure_json(measure, whole),
    }


def place_reference_json(place: PassageReference) -> Json:
    """Return where a topic is treated."""
    return {"section": place.section, "heading": place.heading, "label": place.label or None}


def citation_of(report: ReportId, place: Locator, cite: Cite | None) -> str:
    """Return the citation of a place of a report."""
    return cite(report, place) if cite else f"{report}, {place}"


def _quote(quote: Quote, report: ReportId, cite: Cite | None) -> Json:
    return {
        **locator_json(quote.locator),
        "text": quote.text,
        "marks": [list(mark) for mark in quote.marks],
        "kind": quote.kind.value if quote.kind else None,
        "citation": citation_of(report, quote.locator, cite),
    }


def _pair(pair: SentencePair, topic: str, comparison: Comparison, cite: Cite | None) -> Json:
    old, new = comparison.old.report.id, comparison.new.report.id
    return {
        "kind": pair.kind,
        "old": [_quote(quote, old, cite) for quote in pair.old],
        "new": [_quote(quote, new, cite) for quote in pair.new],
        "elsewhere": pair.elsewhere,
        "old_topic": pair.old_topic or None,
        "new_topic": pair.new_topic or None,
        "counted_here": topic == (pair.old_topic or pair.new_topic),
    }


def _paragraphs(pair: ParagraphPair) -> Json:
    def numbers(places: Iterable[Locator]) -> list[Json]:
        return [{"section": place.section, "paragraph": place.paragraph} for place in places]

    return {"kind": pair.kind, "old": numbers(pair.old), "new": numbers(pair.new)}


def _side(side: TopicSide, whole: Measure) -> Json:
    return {
        **treatment_json(side.places, side.assessment, side.measure, whole),
        "figures": [{**locator_json(each.locator), **figure_json(each.figure)} for each in side.figures],
        "sources": [
            {
                "name": each.source.name,
                "type": each.source.type,
                "places": [locator_json(place) for place in each.locators],
            }
            for each in side.sources
        ],
    }


def _topic(change: TopicChange, comparison: Comparison, cite: Cite | None) -> Json:
    return {
        "id": change.id,
        "name": change.name,
        "status": change.status,
        "topics": list(change.topics),
        "wider": change.wider or None,
        "old": _side(change.old, comparison.old.measure),
        "new": _side(change.new, comparison.new.measure),
        "tally": dict(change.tally),
        "pairs": [_pair(pair, change.id, comparison, cite) for pair in change.pairs],
        "paragraphs": [_paragraphs(pair) for pair in change.paragraphs],
    }


def comparison_json(comparison: Comparison, names: Names, *, cite: Cite | None = None) -> Json:
    """Return what differs between two reports, topic by topic.

    A sentence pair that crosses topics is listed under both; ``counted_here`` is true under one.
    """
    return {
        "old": head_json(comparison.old.report, names),
        "new": head_json(comparison.new.report, names),
        "cautions": list(comparison.cautions),
        "measures": {"old": measure_json(comparison.old.measure), "new": measure_json(comparison.new.measure)},
        "differs": comparison.differs,
        "sentences": {
            "old": {kind: old for kind, old, _ in comparison.tally},
            "new": {kind: new for kind, _, new in comparison.tally},
        },
        "topics": [_topic(change, comparison, cite) for change in comparison.changes],
    }


def _cell(cell: Cell, report: ReportId, whole: Measure, cite: Cite | None) -> Json:
    finding = cell.finding
    return {
        **id_json(report),
        **treatment_json(cell.places, cell.assessment, cell.measure, whole),
        "finding": finding_json(finding, citation_of(report, finding.locator, cite)) if finding else None,
        "figure": figure_json(cell.figure) if cell.figure else None,
    }


def matrix_json(matrix: Matrix, names: Names, *, cite: Cite | None = None) -> Json:
    """Return topics by reports; the cells of a topic are in the order of the reports."""
    return {
        "reports": [head_json(report, names) for report in matrix.reports],
        "cautions": list(matrix.cautions),
        "not_included": gaps_json(matrix.gaps, names),
        "measures": [measure_json(measure) for measure in matrix.measures],
        "topics": [
            {
                "id": row.id,
                "name": row.name,
                "topics": list(row.topics),
                "cells": [
                    _cell(cell, report.id, whole, cite)
                    for cell, report, whole in zip(row.cells, matrix.reports, matrix.measures, strict=True)
                ],
            }
            for row in matrix.rows
        ],
    }


def trend_json(trend: Trend, names: Names) -> Json:
    """Return one country over the editions, oldest first; the cells of a topic are in their order."""
    return {
        "country": trend.country,
        "name": names.get(trend.country, trend.country),
        "cautions": list(trend.cautions),
        "not_included": gaps_json(trend.gaps, names),
        "editions": [
            {
                "report": head_json(point.report, names),
                "outline": point.outline or None,
                "outline_changed": point.border,
                "measure": measure_json(point.measure),
            }
            for point in trend.points
        ],
        "topics": [
            {
                "id": row.topic,
                "name": row.name,
                "cells": [
                    {
                        "year": point.report.id.year,
                        "standing": cell.standing,
                        **treatment_json(cell.places, cell.assessment, cell.measure, point.measure),
                    }
                    for cell, point in zip(row.cells, trend.points, strict=True)
                ],
            }
            for row in trend.rows
        ],
    }


def _excerpt(excerpt: Excerpt, report: ReportId, cite: Cite | None) -> Json:
    return {
        **place_reference_json(excerpt.place),
        "path": list(excerpt.path),
        "paragraphs": [
            {**paragraph_json(paragraph), "citation": citation_of(report, excerpt.locate(paragraph), cite)}
            for paragraph in excerpt.paragraphs
        ],
    }


def compilation_json(compilation: Compilation, names: Names, *, cite: Cite | None = None) -> Json:
    """Return chosen passages of several reports, a chapter for each topic."""
    return {
        "reports": [head_json(report, names) for report in compilation.reports],
        "cautions": list(compilation.cautions),
        "not_included": gaps_json(compilation.gaps, names),
        "chapters": [
            {
                "topic": chapter.topic,
                "name": chapter.name,
                "entries": [
                    {
                        **id_json(entry.report.id),
                        "excerpts": [_excerpt(excerpt, entry.report.id, cite) for excerpt in entry.excerpts],
                        "elsewhere": elsewhere_json(entry.elsewhere),
                    }
                    for entry in chapter.entries
                ],
            }
            for chapter in compilation.chapters
        ],
    }
