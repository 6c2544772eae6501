"""The public form of tables of many countries; see `hrreport.codec.contract`.

Places of sentences are the ids of findings: ``1.c-p4-s2``. Shares have three decimal places. By `sort` the rows are
ordered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.changes import gaps_json, head_json, measure_json, place_reference_json, treatment_json
from hrreport.codec.contract import assessment_json, finding_json, id_json, place_id
from hrreport.wording.treatments import level_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.codec.contract import Json
    from hrreport.model.country import ReportId
    from hrreport.model.edition_change import (
        ChangedAssessment,
        CountryChange,
        EditionChanges,
        EditionDuties,
        OneSidedTopic,
        SortKey,
    )
    from hrreport.model.edition_matrix import CountryGroup, EditionMatrix, GroupTrend
    from hrreport.model.finding import Finding
    from hrreport.model.topic import Topic
    from hrreport.model.topic_reading import ReportReadings, TopicReading
    from hrreport.wording.changes import Names


def _group(group: CountryGroup) -> Json:
    return {"name": group.name, "countries": list(group.countries)}


def _topic(topic: Topic) -> Json:
    return {"id": topic.id, "name": topic.name}


def _compared(table: EditionChanges | EditionDuties, names: Names) -> Json:
    """Return what two editions' tables have in common."""
    return {
        "group": _group(table.group),
        "old_year": table.old_year,
        "new_year": table.new_year,
        "cautions": list(table.cautions),
        "not_included": gaps_json(table.gaps, names),
    }


def _finding(finding: Finding | None, report: ReportId) -> Json | None:
    return finding_json(finding, f"{report}, {finding.locator}") if finding else None


def reading_json(report: ReportReadings, reading: TopicReading) -> Json:
    """Return what one report says on one topic."""
    which = report.report.id
    return {
        **id_json(which),
        "standing": reading.standing,
        "treatment": reading.treatment,
        "level": level_of(reading),
        **treatment_json(reading.places, reading.assessment, reading.measure, report.measure),
        "finding": _finding(reading.finding, which),
        "mentions": reading.mentions,
    }


def edition_matrix_json(matrix: EditionMatrix, names: Names) -> Json:
    """Return topics by countries; the cells of a topic are in the order of the reports."""
    return {
        "group": _group(matrix.group),
        "year": matrix.year,
        "reports": [head_json(each.report, names) for each in matrix.reports],
        "cautions": list(matrix.cautions),
        "not_included": gaps_json(matrix.gaps, names),
        "measures": [measure_json(each.measure) for each in matrix.reports],
        "without_heading": [_topic(topic) for topic in matrix.unheaded],
        "topics": [
            {**_topic(topic), "cells": [reading_json(each, each.readings[n]) for each in matrix.reports]}
            for n, topic in enumerate(matrix.topics)
        ],
    }


def _one_sided(topic: OneSidedTopic, report: ReportId) -> Json:
    return {
        "id": topic.id,
        "name": topic.name,
        **treatment_json(topic.places, topic.assessment, topic.measure),
        "finding": _finding(topic.finding, report),
        "wider_heading": topic.wider,
    }


def _turned(topic: ChangedAssessment, row: CountryChange) -> Json:
    sides = (
        ("old", topic.old_places, topic.old, topic.old_finding, row.old),
        ("new", topic.new_places, topic.new, topic.new_finding, row.new),
    )
    return {
        "id": topic.id,
        "name": topic.name,
        **{
            side: {
                "places": [place_reference_json(place) for place in places],
                **assessment_json(assessment),
                "finding": _finding(finding, report.id),
            }
            for side, places, assessment, finding, report in sides
        },
    }


def _counts(rows: Sequence[CountryChange]) -> Json:
    return {
        "characters_then": sum(row.then.characters for row in rows),
        "characters_now": sum(row.now.characters for row in rows),
        "kept": sum(row.kept for row in rows),
        "reworded": sum(row.reworded for row in rows),
        "gone": sum(row.gone for row in rows),
        "new": sum(row.fresh for row in rows),
        "dropped": sum(len(row.dropped) for row in rows),
        "turned": sum(len(row.turned) for row in rows),
    }


def edition_changes_json(changes: EditionChanges, names: Names, *, sort: SortKey = "country") -> Json:
    """Return what became of each country's report, and the sum over them."""
    return {
        **_compared(changes, names),
        "total": {"countries": len(changes.rows), **_counts(changes.rows)},
        "dropped_in": [{"name": name, "countries": count} for name, count in changes.dropped_in()],
        "added_in": [{"name": name, "countries": count} for name, count in changes.added_in()],
        "countries": [
            {
                "country": row.old.id.country,
                "name": names.get(row.old.id.country, row.old.id.country),
                "old": head_json(row.old, names),
                "new": head_json(row.new, names),
                "measures": {"old": measure_json(row.then), "new": measure_json(row.now)},
                "counts": {**_counts([row]), "share": round(row.share, 3)},
                "dropped": [_one_sided(topic, row.old.id) for topic in row.dropped],
                "added": [_one_sided(topic, row.new.id) for topic in row.added],
                "turned": [_turned(topic, row) for topic in row.turned],
                "pairs": [
                    {
                        "kind": pair.kind,
                        "old": [place_id(quote.locator) for quote in pair.old],
                        "new": [place_id(quote.locator) for quote in pair.new],
                    }
                    for pair in row.pairs
                ],
            }
            for row in changes.ordered(sort)
        ],
    }


def edition_duties_json(duties: EditionDuties, names: Names, *, sort: SortKey = "country") -> Json:
    """Return how each country's reports answer each duty."""
    return {
        **_compared(duties, names),
        "duties": [
            {"id": duty.id, "name": duty.name, "provisions": list(duty.provisions), "topics": list(duty.topics)}
            for duty in duties.duties
        ],
        "countries": [
            {
                "country": row.new.report.id.country,
                "name": names.get(row.new.report.id.country, row.new.report.id.country),
                "old": head_json(row.old.report, names),
                "new": head_json(row.new.report, names),
                "gone": duties.gone(row),
                "answers": [
                    {
                        "duty": duty.id,
                        "outcome": answer.outcome,
                        "old": reading_json(row.old, answer.old),
                        "new": reading_json(row.new, answer.new),
                    }
                    for duty, answer in zip(duties.duties, row.answers, strict=True)
                ],
            }
            for row in duties.ordered(sort)
        ],
    }


def group_trend_json(trend: GroupTrend, names: Names) -> Json:
    """Return one topic in many countries, each country's editions oldest first."""
    return {
        "group": _group(trend.group),
        "topic": _topic(trend.topic),
        "years": list(trend.years),
        "outline_changed": list(trend.borders),
        "cautions": list(trend.cautions),
        "not_included": gaps_json(trend.gaps, names),
        "countries": [
            {
                "country": series.country,
                "name": names.get(series.country, series.country),
                "reports": [head_json(each.report, names) for each in series.reports],
                "cells": [reading_json(each, each.readings[0]) for each in series.reports],
            }
            for series in trend.series
        ],
    }
