"""Pages that are one table or one set of charts: they sort, filter, and open the sentences behind each figure.

The words of the reports are in the file as blocks of data, which nothing runs; the page's own script sets them as text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue import records
from hrreport.exporting.html import asset, environment, shown_source, trusted_assets, trusted_markup
from hrreport.exporting.markup import web_address
from hrreport.text.whitespace import fold
from hrreport.views.heads import COLOPHON, source_of
from hrreport.wording.changes import describe_missing_reports
from hrreport.wording.notices import notices
from hrreport.wording.reports import assessed_or_not
from hrreport.wording.treatments import (
    LEVEL_SIGNS,
    LEVELS,
    PART_SIGN,
    PARTS,
    countries_counted,
    describe_place,
    level_of,
    level_words,
    mention_mark,
    sign_of_level,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from hrreport.model.edition_change import EditionChanges, EditionDuties
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import ReadParagraph, ReportReadings, TopicReading
    from hrreport.wording.changes import Names

RANKS = {level: len(LEVELS) - place for place, level in enumerate(LEVELS)} | {"heading-gone": -1}

Item = tuple[str, str, str, tuple[tuple[str, str], ...]]
"""One passage: a word before it (the year), its place, its run-in label, and sentences with their classes."""
Part = tuple[str, str, str, tuple[int, ...]]
"""Passages under one heading: the heading, what describes them, the address of the page, places in the items."""


class RowPassages(NamedTuple):
    """The passages behind the cells of a row."""

    items: list[Item]
    cells: list[tuple[str, list[Part]]]
    """For each cell its title and its parts."""

    def block(self) -> Markup:
        """Return it as data: JSON in which nothing can end the block that it is in."""
        text = json.dumps({"p": self.items, "c": self.cells}, ensure_ascii=False, separators=(",", ":"))
        for sign in "<>&\u2028\u2029":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
        return trusted_markup(text)


class GridColumn(NamedTuple):
    """A column: its title, and a remark below it."""

    title: str
    below: str = ""


class GridCell(NamedTuple):
    """A cell: its sign or words, and whether it opens anything."""

    value: float = 0
    """By which the column is sorted."""
    mark: str = ""
    text: str = ""
    level: str = ""
    title: str = ""
    opens: bool = False
    picture: object = ""


class GridRow(NamedTuple):
    """One country, with the passages that its cells open."""

    number: int
    name: str
    region: str
    cells: tuple[GridCell, ...]
    passages: object
    picture: object = ""
    value: float = 0
    level: str = ""


class LevelEntry(NamedTuple):
    """An entry of a list or of the legend."""

    id: str
    words: str
    mark: str = ""


class CountedList(NamedTuple):
    """A list below the table."""

    title: str
    entries: tuple[str, ...]


def grid_page(
    template: str,
    heading: str,
    reports: Sequence[Report],
    table: EditionMatrix | EditionChanges | EditionDuties | GroupTrend,
    *,
    names: Names,
    rows: Sequence[GridRow],
    columns: Sequence[GridColumn],
    without_script: str,
    note: str = "",
    column_name: str = "",
    levels: Sequence[LevelEntry] = (),
    lists: Sequence[CountedList] = (),
    total: Sequence[str] = (),
    orders: Sequence[LevelEntry] = (),
) -> str:
    """Return a whole page.

    Args:
        template: Its name in ``templates``, without ending.
        heading: What the page is; the number of countries is put behind it.
        reports: The reports that it is of.
        table: What it shows, with its cautions and what is missing.
        names: Names of countries as shown to readers, by slug.
        rows: The countries.
        columns: The columns, or what can be filtered by.
        without_script: The command that shows the passages of a country where scripts are off.
        note: What must be known to read it.
        column_name: What a column is: "Topic".
        levels: What the cells can show, where readers can filter by it.
        lists: Lists below the table.
        total: The cells of the last row, where there is a sum.
        orders: Orders of the countries, where there are no columns to sort by.
    """
    legend = [*levels, LevelEntry("", PARTS, PART_SIGN)] if levels else []
    sources = [(shown_source(source_of(report, names)), list(map(fold, notices(report)))) for report in reports]
    values = {
        "rows": rows, "columns": columns, "without_script": without_script, "note": fold(note), "orders": orders,
        "column_name": column_name, "levels": levels, "legend": legend, "lists": lists, "total": total,
        "regions": records.regions(), **trusted_assets(asset("groups.css"), asset("groups.js")),
        "cautions": [fold(caution) for caution in (*table.cautions, *describe_missing_reports(table.gaps, names))],
        "sources": sources, "colophon": COLOPHON,
        "heading": fold(f"{heading}, {countries_counted(len(rows))}"),
    }  # fmt: skip
    return environment().get_template(f"{template}.html").render(values) + "\n"


def level_entries(words: dict[str, str]) -> list[LevelEntry]:
    """Return levels with their signs, as a legend and a filter have them."""
    return [LevelEntry(level, meaning, LEVEL_SIGNS[level]) for level, meaning in words.items()]


def grid_row(number: int, report: Report, names: Names, cells: Sequence[GridCell], opened: RowPassages) -> GridRow:
    """Return a country as a row."""
    slug = report.id.country
    region = next((country.region for country in records.countries() if country.slug == slug), "")
    return GridRow(number, fold(names.get(slug, slug)), region, tuple(cells), opened.block())


def level_cell(heading: str, reading: TopicReading) -> GridCell:
    """Return a cell that shows what a report says on a topic, and opens the passages."""
    level = level_of(reading)
    facts = (
        f"{heading}: {level_words(reading)}",
        describe_place(reading),
        reading.finding.text if reading.finding else "",
    )
    return GridCell(
        RANKS[level],
        sign_of_level(reading),
        mention_mark(reading).strip(),
        level,
        fold(". ".join(filter(None, facts))),
        opens=bool(reading.paragraphs),
    )


def passage_item(paragraph: ReadParagraph, tag: str = "") -> Item:
    """Return a paragraph as an item, `tag` before it."""
    section = paragraph.section.partition("/")[0]
    kinds = [kind.value if kind else "" for kind in paragraph.kinds]
    sentences = tuple((kind, fold(text)) for kind, text in zip(kinds, paragraph.sentences, strict=True) if text)
    return (tag, f"§ {section} ¶ {paragraph.number}", fold(paragraph.label), sentences)


def passage_part(heading: str, each: ReportReadings, reading: TopicReading, *, after: int = 0) -> Part:
    """Return what a report says on a topic; its items stand after those of another report."""
    words = [level_words(reading)]
    if reading.standing in ("own", "narrower") and reading.treatment == "absent":
        words.append(assessed_or_not(reading.assessment, reading.measure.sentences))
    if reading.places:
        words.append("; ".join(map(str, reading.places)))
    address = web_address(each.report.provenance.url) or ""
    return (heading, fold(": ".join(words)), address, tuple(after + place for place in reading.paragraphs))
