"""CSV: tables of many countries.

As in `hrreport.exporting.csv`, new columns may be added at the end, and none is renamed or moved. `names` are names of
countries as shown to readers, by slug; by `sort` the rows are ordered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.codec.contract import place_id
from hrreport.exporting.csv import PROVENANCE, SEVERAL, format_table, provenance_cells
from hrreport.model.finding import Kind
from hrreport.wording.changes import numbers_of
from hrreport.wording.reports import assessed
from hrreport.wording.treatments import level_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.change import PassageReference
    from hrreport.model.edition_change import CountryChange, EditionChanges, EditionDuties, SortKey
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.model.finding import Finding
    from hrreport.model.gap import MissingReport
    from hrreport.model.topic import Topic
    from hrreport.model.topic_reading import ReportReadings, TopicReading
    from hrreport.wording.changes import Names

_COUNTRY = {
    "country": "State's name of the country in addresses",
    "name": "the country's name",
    "region": "State's region",
}
CELL = {
    **_COUNTRY,
    "year": "the year covered",
    "topic": "id of the topic",
    "topic_name": "the topic",
    "level": "what the report says: serious, limited, reported, absent ... as the schema has them; or not-in-library",
    "assessment": "abuses-reported, none-reported or not-addressed; empty where there is no heading",
    "extent": "serious or limited, where abuses are reported and it is known",
    "basis": "what a silence is based on",
    "standing": "how the edition has a heading for the topic",
    "sections": "the sections on it",
    "sentences": "sentences on it",
    "abuses": "of them, those that report an abuse",
    "characters": "length of the text on it",
    "id": "the key finding's id: section, paragraph, sentence",
    "section": "the key finding's section",
    "paragraph": "counted from 1 within the numbered or lettered section",
    "sentence": "counted from 1 within the paragraph",
    "kind": "what the key finding does",
    "text": "the key finding, verbatim",
}
"""Columns of a table of cells, before provenance."""
MENTIONS = {
    "mentions": "paragraphs elsewhere in the report that hold words of a topic without a heading, if looked for",
}
"""Columns of a table of cells, after provenance."""
CHANGE = {
    **_COUNTRY,
    "old_year": "the edition that is compared",
    "new_year": "the edition that it is compared with",
    "characters_then": "length of the old report",
    "characters_now": "length of the new report",
    "share": "the new length as a share of the old",
    "sentences_then": "sentences of the old report",
    "sentences_now": "sentences of the new report",
    "kept": "sentences of the old report that the new one has word for word",
    "reworded": "sentences of the old report that the new one words otherwise",
    "gone": "sentences of the old report that the new one has not",
    "new": "sentences of the new report that the old one has not",
    "dropped": "headings dropped, which says nothing about the country",
    "turned": "topics whose assessment is another",
    "dropped_topics": "each dropped topic with its place in the old report, separated by ' | '",
    "turned_topics": "each such topic with both assessments and the places of their key findings, separated by ' | '",
    "old_url": "the address of the old report's page",
    "old_sha256": "hash of that page",
    "new_url": "the address of the new report's page",
    "new_sha256": "hash of that page",
    "missing": "the edition that is not in the library, where the row is for that reason empty",
}
"""Columns of a table of changes."""
DUTY = {
    **_COUNTRY,
    "duty": "id of the duty",
    "duty_name": "the duty",
    "provisions": "where the law asks for it, separated by ' | '",
    "outcome": "how the new report answers it; heading-gone says nothing about the country",
    "old_year": "the edition that is compared",
    "old_treatment": "how the old report treats it",
    "old_sections": "the sections on it",
    "old_id": "its key finding's id",
    "old_text": "its key finding, verbatim",
    "new_year": "the edition that it is compared with",
    "new_treatment": "how the new report treats it",
    "new_sections": "the sections on it",
    "new_id": "its key finding's id",
    "new_text": "its key finding, verbatim",
    "old_url": "the address of the old report's page",
    "new_url": "the address of the new report's page",
}
"""Columns of a table of duties."""


def _country(slug: str, names: Names) -> tuple[str, str, str]:
    """Return slug, name and region of a country."""
    regions = {country.slug: country.region for country in records.countries()}
    return slug, names.get(slug, slug), regions.get(slug, "")


def edition_matrix_csv(matrix: EditionMatrix, names: Names, *, bom: bool = False) -> str:
    """Return a row for each cell, country by country; a report that is not here has one row, which says so."""
    rows = [
        _cell(each, topic, reading, names)
        for each in matrix.reports
        for topic, reading in zip(matrix.topics, each.readings, strict=True)
    ]
    rows += _missing(matrix.gaps, names)
    return format_table((*CELL, *PROVENANCE, *MENTIONS), rows, bom=bom)


def group_trend_csv(trend: GroupTrend, names: Names, *, bom: bool = False) -> str:
    """Return a row for each country and edition; as `edition_matrix_csv`."""
    rows = [_cell(each, trend.topic, each.readings[0], names) for series in trend.series for each in series.reports]
    rows += _missing(trend.gaps, names)
    return format_table((*CELL, *PROVENANCE, *MENTIONS), rows, bom=bom)


def _missing(gaps: Iterable[MissingReport], names: Names) -> list[list[object]]:
    """Return a row for each report that is not here: its id, and that it is not in the library or could not be read."""
    rows: list[list[object]] = []
    for gap in gaps:
        level = "not-in-library" if gap.why == "not-stored" else gap.why
        head = [*_country(gap.id.country, names), gap.id.year, "", "", level]
        rows.append([*head, *[""] * (len(CELL) + len(PROVENANCE) + len(MENTIONS) - len(head))])
    return rows


def _cell(each: ReportReadings, topic: Topic, reading: TopicReading, names: Names) -> list[object]:
    report, finding, assessment = each.report, reading.finding, reading.assessment
    citation = ""
    key: list[object] = [""] * 6
    if finding:
        place = finding.locator
        citation = f"{report.id}, {place}"
        key = [
            place_id(place),
            place.section,
            place.paragraph or "",
            place.sentence or "",
            finding.kind.value,
            finding.text,
        ]
    return [
        *_country(report.id.country, names),
        report.id.year,
        topic.id,
        topic.name,
        level_of(reading),
        *((assessment.value, assessment.extent or "", assessment.basis or "") if assessment else ("", "", "")),
        reading.standing,
        numbers_of(reading.places),
        reading.measure.sentences,
        reading.measure.of_kind(Kind.ABUSE),
        reading.measure.characters,
        *key,
        *provenance_cells(report, citation),
        "" if reading.mentions is None else reading.mentions,
    ]


def edition_changes_csv(changes: EditionChanges, names: Names, *, sort: SortKey = "country", bom: bool = False) -> str:
    """Return a row for each country."""
    rows = [_change(row, names) for row in changes.ordered(sort)]
    for gap in changes.gaps:
        head = [*_country(gap.id.country, names), changes.old_year, changes.new_year]
        rows.append([*head, *[""] * (len(CHANGE) - len(head) - 1), gap.id.year])
    return format_table(CHANGE, rows, bom=bom)


def _change(row: CountryChange, names: Names) -> list[object]:
    return [
        *_country(row.old.id.country, names),
        row.old.id.year,
        row.new.id.year,
        row.then.characters,
        row.now.characters,
        round(row.share, 3),
        row.then.sentences,
        row.now.sentences,
        row.kept,
        row.reworded,
        row.gone,
        row.fresh,
        len(row.dropped),
        len(row.turned),
        SEVERAL.join(f"{topic.name} (§ {numbers_of(topic.places)})" for topic in row.dropped),
        SEVERAL.join(
            f"{topic.name}: {assessed(topic.old)} → {assessed(topic.new)}"
            f" ({_place(topic.old_finding, topic.old_places)} → {_place(topic.new_finding, topic.new_places)})"
            for topic in row.turned
        ),
        row.old.provenance.url,
        row.old.provenance.sha256,
        row.new.provenance.url,
        row.new.provenance.sha256,
        "",
    ]


def _place(finding: Finding | None, places: Iterable[PassageReference]) -> str:
    return place_id(finding.locator) if finding else numbers_of(places)


def edition_duties_csv(duties: EditionDuties, names: Names, *, sort: SortKey = "country", bom: bool = False) -> str:
    """Return a row for each country and duty."""
    rows = [
        [
            *_country(row.new.report.id.country, names),
            duty.id,
            duty.name,
            SEVERAL.join(duty.provisions),
            answer.outcome,
            duties.old_year,
            *_treated(answer.old),
            duties.new_year,
            *_treated(answer.new),
            row.old.report.provenance.url,
            row.new.report.provenance.url,
        ]
        for row in duties.ordered(sort)
        for duty, answer in zip(duties.duties, row.answers, strict=True)
    ]
    return format_table(DUTY, rows, bom=bom)


def _treated(reading: TopicReading) -> tuple[str, str, str, str]:
    finding = reading.finding
    key = (place_id(finding.locator), finding.text) if finding else ("", "")
    return (reading.treatment, numbers_of(reading.places), *key)
