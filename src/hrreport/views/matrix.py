"""Reports beside each other, topic by topic: a few in full, or many countries grouped by what is reported."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    PictureBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    cells_of,
    runs,
    small_note,
)
from hrreport.views.chart import MATRIX_CAPTION, matrix_svg, matrix_title
from hrreport.views.heads import document_on, group_document
from hrreport.wording.changes import PER, country_name, format_rate, numbers_of, title
from hrreport.wording.reports import assessed_or_not, counted, degree, figure_words, sentence_or_length
from hrreport.wording.treatments import (
    LEVEL_SIGNS,
    LEVELS,
    PART_SIGN,
    PARTS,
    TREATMENT_WORDS,
    by_level,
    count_mentions,
    countries_counted,
    describe_place,
    mention_mark,
    mention_words,
    mentions_note,
    part_sign,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.model.country import ReportId
    from hrreport.model.edition_change import EditionDuties, SortKey
    from hrreport.model.edition_matrix import EditionMatrix
    from hrreport.model.locator import Locator
    from hrreport.model.matrix import Cell, Matrix
    from hrreport.model.topic_reading import TopicReading
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

    Cite = Callable[[ReportId, Locator], str]

WIDE = 4
"""A table with more columns than these beside its first is set on a page turned on its side."""
UNHEADED = "No heading in any of these reports, which says nothing about the countries"


def matrix_document(matrix: Matrix, names: Names, *, cite: Cite | None = None) -> BlockDocument:
    """Return topics by reports: assessment, key figure, first key finding, and where it is.

    Args:
        matrix: The reports beside each other.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a sentence; without it its place alone is shown.
    """
    which = tuple(title(report, names) for report in matrix.reports)
    abuses = [(m.of_kind(Kind.ABUSE), m.characters) for m in matrix.measures]
    shares = (f"{count:,} ({format_rate(rate(count, length))})" for count, length in abuses)
    rows = [
        TableRow(cells_of(("Characters", *(f"{m.characters:,}" for m in matrix.measures)))),
        TableRow(cells_of((f"Sentences reporting abuses ({PER})", *shares))),
    ]
    for row in matrix.rows:
        if any(cell.measure.sentences for cell in row.cells):
            cells = (_matrix_cell(cell, one.id, cite) for cell, one in zip(row.cells, matrix.reports, strict=True))
            rows.append(TableRow((*cells_of((row.name,)), *cells)))
    columns = (TableColumn(width=0.8), *map(TableColumn, which))
    blocks: tuple[AnyBlock, ...] = (
        HeadingBlock(1, "Overview", "overview"),
        PictureBlock(matrix_svg(matrix, names), matrix_title(matrix), MATRIX_CAPTION),
        HeadingBlock(1, "Topics", "topics"),
        TableBlock(columns, tuple(rows), wide=len(which) > WIDE),
    )
    return document_on(
        ", ".join(which), matrix.reports, blocks, names=names, cautions=matrix.cautions, gaps=matrix.gaps
    )


def _matrix_cell(cell: Cell, report: ReportId, cite: Cite | None) -> TableCell:
    if not cell.places:
        return TableCell((runs(TextRun("no heading", ("small",))),))
    lines = [TextRun(assessed_or_not(cell.assessment, cell.measure.sentences), ("strong",))]
    lines += [TextRun(fold(figure_words(cell.figure)))] if cell.figure else []
    if cell.finding:
        words = sentence_or_length(cell.finding.text)
        lines.append(TextRun(fold(words), ("quoted",) if words == cell.finding.text else ()))
        lines.append(TextRun(str(cell.finding.locator), ("pinpoint",)))
        lines += [TextRun(fold(cite(report, cell.finding.locator)), ("small",))] if cite else []
    else:
        lines.append(TextRun(f"§ {numbers_of(cell.places)}", ("pinpoint",)))
    return TableCell(tuple(map(runs, lines)), degree(cell.assessment))


# -- many countries ---------------------------------------------------------------------------


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
        levels: list[TableRow] = []
        for level, cells in by_level(matrix.reports, n).items():
            if alone:
                sign = f"{LEVEL_SIGNS[level]} " * on_screen
                heading = f"{sign}{LEVELS[level].capitalize()}: {countries_counted(len(cells))}"
                blocks.append(HeadingBlock(2, "; ".join(filter(None, (heading, count_mentions(cells))))))
                rows = [_finding_row(country_name(each.report.id, names), r, on_screen=on_screen) for each, r in cells]
                columns = (
                    TableColumn("Country", width=0.3), TableColumn("Key finding"), TableColumn("Place", width=0.2),
                )  # fmt: skip
                blocks.append(TableBlock(columns, tuple(rows), run_in=True))
            else:
                words = "; ".join(filter(None, (LEVELS[level], count_mentions(cells))))
                countries = (
                    country_name(each.report.id, names) + part_sign(reading) + mention_mark(reading)
                    for each, reading in cells
                )
                levels.append(_level_row(level, words, countries))
        if not alone:
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


def _finding_row(country: str, reading: TopicReading, *, on_screen: bool) -> TableRow:
    """Return the row of a country: its key finding, a very long one only named on a screen, or what is reported."""
    if finding := reading.finding:
        words = TextRun(fold(sentence_or_length(finding.text) if on_screen else finding.text), ("quoted",))
        cell = TableCell((runs(words),), degree(reading.assessment))
    elif reading.standing in ("own", "narrower"):
        cell = TableCell((runs(assessed_or_not(reading.assessment, reading.measure.sentences)),))
    else:
        (cell,) = cells_of((mention_words(reading.mentions),))
    name, place = cells_of((country, f"{describe_place(reading)} {part_sign(reading)}".strip()))
    return TableRow((name, cell, place))


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
        rows = [_level_row(each, TREATMENT_WORDS[each], countries) for each, countries in groups.items() if countries]
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
    return TableRow(cells_of((f"{LEVEL_SIGNS[level]} {words}", f"{len(listed):,}", ", ".join(listed))))
