"""Many countries: topic by topic in one edition, and duty by duty in two, grouped by what is reported."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.views.blocks import HeadingBlock, TableBlock, TableCell, TableColumn, TableRow, TextRun, runs
from hrreport.views.groups import group_document, small_note
from hrreport.views.series import MOST_WORDS, cells_of
from hrreport.wording.changes import country_name
from hrreport.wording.reports import assessed_or_not, counted, degree
from hrreport.wording.treatments import (
    LEVEL_SIGNS,
    LEVELS,
    PART_SIGN,
    PARTS,
    TREATMENT_WORDS,
    by_level,
    countries_counted,
    describe_place,
    mention_mark,
    mention_words,
    mentions_note,
    mentions_told,
    part_sign,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.edition_change import EditionDuties, SortKey
    from hrreport.model.edition_matrix import EditionMatrix
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import TopicReading
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

_FINDINGS = (TableColumn("Country", width=0.3), TableColumn("Key finding"), TableColumn("Place", width=0.2))
UNHEADED = "No heading in any of these reports, which says nothing about the countries"


def edition_matrix_document(matrix: EditionMatrix, names: Names, *, on_screen: bool = False) -> BlockDocument:
    """Return each topic with the countries grouped by what is reported, and of one topic their key findings.

    Args:
        matrix: The countries in one edition.
        names: Names of countries as shown to readers, by slug.
        on_screen: Whether it is for a terminal: with the ids of topics and the next commands.
    """
    blocks: list[AnyBlock] = []
    alone = len(matrix.topics) == 1
    for n, topic in enumerate(matrix.topics):
        if not (alone and on_screen):
            blocks.append(HeadingBlock(1, fold(f"{topic.name} ({topic.id})" if on_screen else topic.name), topic.id))
        groups = by_level(matrix.reports, n)
        if alone:
            for level, cells in groups:
                heading = f"{LEVELS[level].capitalize()}: {countries_counted(len(cells))}"
                sign = f"{LEVEL_SIGNS[level]} " * on_screen
                blocks.append(HeadingBlock(2, "; ".join(filter(None, (sign + heading, mentions_told(cells))))))
                most = MOST_WORDS if on_screen else None
                rows = (_finding_row(report.report, reading, names, most) for report, reading in cells)
                blocks.append(TableBlock(_FINDINGS, tuple(rows), run_in=True))
        else:
            levels = (
                _level_row(
                    level,
                    "; ".join(filter(None, (LEVELS[level], mentions_told(cells)))),
                    (
                        country_name(report.report.id, names) + part_sign(reading) + mention_mark(reading)
                        for report, reading in cells
                    ),
                )
                for level, cells in groups
            )
            blocks.append(_level_table("What is reported", levels))
    if any(reading.standing == "narrower" for each in matrix.reports for reading in each.readings):
        blocks.append(small_note(f"{PART_SIGN}: {PARTS}"))
    if note := mentions_note(matrix.reports, matrix.year, matrix.topics):
        blocks.append(small_note(note))
    if matrix.unheaded:
        blocks.append(small_note(f"{UNHEADED}: {', '.join(topic.name for topic in matrix.unheaded)}."))
    if on_screen and not alone:
        blocks.append(small_note("The key finding of each country on a topic: --topic T. The passages: --format html."))
    what = matrix.topics[0].name if alone else counted(len(matrix.topics), "topic")
    heading = f"{matrix.group.name} {matrix.year}: {what}, {countries_counted(len(matrix.reports))}"
    return group_document(heading, [each.report for each in matrix.reports], blocks, matrix, names, on_screen=on_screen)


def _finding_row(report: Report, reading: TopicReading, names: Names, most: int | None) -> TableRow:
    where = f"{describe_place(reading)} {part_sign(reading)}".strip()
    country, place = cells_of((country_name(report.id, names), where))
    return TableRow((country, _finding_cell(reading, most), place))


def _finding_cell(reading: TopicReading, most: int | None) -> TableCell:
    """Return the key finding, one of more words than `most` only named, or else what is reported."""
    if reading.finding:
        number = len(reading.finding.text.split())
        words = fold(reading.finding.text) if most is None or number <= most else f"[a sentence of {number} words]"
        return TableCell((runs(TextRun(words, ("quoted",))),), degree(reading.assessment))
    if reading.standing not in ("own", "narrower"):
        spoken = mention_words(reading.mentions)
        return TableCell((runs(spoken),)) if spoken else TableCell()
    return TableCell((runs(assessed_or_not(reading.assessment, reading.measure.sentences)),))


def edition_duties_document(
    duties: EditionDuties, names: Names, *, sort: SortKey = "country", on_screen: bool = False
) -> BlockDocument:
    """Return each duty with the countries grouped by how the newer report answers it.

    Args:
        duties: The two editions.
        names: Names of countries as shown to readers, by slug.
        sort: By what the countries of a group are ordered.
        on_screen: Whether it is for a terminal: with how the older reports answer it, and the next command.
    """
    blocks: list[AnyBlock] = []
    ordered = duties.ordered(sort)
    for n, duty in enumerate(duties.duties):
        blocks += [HeadingBlock(1, fold(duty.name), duty.id), small_note("; ".join(duty.provisions))]
        if on_screen:
            before = Counter(TREATMENT_WORDS[row.answers[n].old.treatment] for row in ordered)
            counts = "; ".join(f"{word} {number:,}" for word, number in before.most_common())
            blocks.append(small_note(f"{duties.old_year}: {counts}"))
        groups = {
            outcome: [country_name(row.new.report.id, names) for row in ordered if row.answers[n].outcome == outcome]
            for outcome in TREATMENT_WORDS
        }
        rows = (_level_row(each, TREATMENT_WORDS[each], listed) for each, listed in groups.items() if listed)
        blocks.append(_level_table("The newer report", rows))
    if on_screen:
        blocks.append(
            small_note("A heading that is gone says nothing about the country. The sentences: --format html.")
        )
    span = f"{duties.old_year} and {duties.new_year}"
    heading = f"{duties.group.name}, {span}: what the law asks, {countries_counted(len(ordered))}"
    reports = [each.report for row in ordered for each in (row.old, row.new)]
    return group_document(heading, reports, blocks, duties, names, on_screen=on_screen)


def _level_table(name: str, rows: Iterable[TableRow]) -> TableBlock:
    """Return a table of levels, each with how many countries have it, and which."""
    columns = (TableColumn(name, width=0.4), TableColumn("", "end", 0.1), TableColumn("Countries"))
    return TableBlock(columns, tuple(rows), run_in=True)


def _level_row(level: str, words: str, countries: Iterable[str]) -> TableRow:
    """Return the row of a level: its sign and words, how many countries have it, and which."""
    listed = tuple(countries)
    cells = (f"{LEVEL_SIGNS[level]} {words}", f"{len(listed):,}", ", ".join(listed))
    return TableRow(cells_of(cells))
