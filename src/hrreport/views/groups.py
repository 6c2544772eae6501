"""Many countries as tables: in one edition, over two, and over several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    ListBlock,
    ListEntry,
    PictureBlock,
    ProseBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    runs,
)
from hrreport.views.groups_chart import group_trend_svg, tallest, trend_of_group_title
from hrreport.views.heads import document_on
from hrreport.views.series import cells_of
from hrreport.wording.changes import country_name, describe_missing_reports, format_rate, percent, title
from hrreport.wording.reports import assessed_or_not, counted, degree, moment, obtained
from hrreport.wording.treatments import (
    LEVEL_SIGNS,
    LEVELS,
    PART_SIGN,
    PARTS,
    TREATMENT_WORDS,
    by_level,
    countries_counted,
    describe_place,
    level_words,
    mention_mark,
    mention_words,
    mentions_note,
    mentions_told,
    part_sign,
    turned_words,
)
from hrreport.wording.trends import OF_TOPIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.edition_change import CountryChange, EditionChanges, EditionDuties, SortKey
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import TopicReading
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

CHANGE_TITLES = (
    "Length then", "Length now", "Share", "Kept", "Reworded", "Gone", "New", "Headings dropped", "Assessments turned",
)  # fmt: skip
"""The counts of each country's report."""
CHANGES_EXPLAINED = (
    "Lengths are in characters. Sentences kept word for word, reworded, and gone are of the older report, new ones of "
    "the newer. A heading that was dropped says nothing about the country, and is never an improvement."
)
"""The meaning of the counts."""
_ON_PAGE = 40
"""Charts in one picture."""
UNHEADED = "No heading in any of these reports, which says nothing about the countries"


def change_counts(rows: Sequence[CountryChange]) -> tuple[str, ...]:
    """Return what is counted of one country's report, or of those of several together, as `CHANGE_TITLES` has it."""
    then, now = sum(row.then.characters for row in rows), sum(row.now.characters for row in rows)
    counts = (
        sum(row.kept for row in rows),
        sum(row.reworded for row in rows),
        sum(row.gone for row in rows),
        sum(row.fresh for row in rows),
        sum(len(row.dropped) for row in rows),
        sum(len(row.turned) for row in rows),
    )
    return (f"{then:,}", f"{now:,}", percent(now, then), *(f"{count:,}" for count in counts))


def edition_matrix_document(matrix: EditionMatrix, names: Names) -> BlockDocument:
    """Return each topic with the countries grouped by what is reported, and of one topic their key findings.

    Args:
        matrix: The countries in one edition.
        names: Names of countries as shown to readers, by slug.
    """
    blocks: list[AnyBlock] = []
    alone = len(matrix.topics) == 1
    for n, topic in enumerate(matrix.topics):
        blocks.append(HeadingBlock(1, fold(topic.name), topic.id))
        groups = by_level(matrix.reports, n)
        if not alone:
            columns = (
                TableColumn("What is reported", width=0.4),
                TableColumn("", "end", 0.1),
                TableColumn("Countries"),
            )
            rows = tuple(
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
            blocks.append(TableBlock(columns, rows))
            continue
        for level, cells in groups:
            heading = f"{LEVELS[level].capitalize()}: {countries_counted(len(cells))}"
            blocks.append(HeadingBlock(2, "; ".join(filter(None, (heading, mentions_told(cells))))))
            columns = (TableColumn("Country", width=0.3), TableColumn("Key finding"), TableColumn("Place", width=0.2))
            found = tuple(
                TableRow(
                    (
                        *cells_of((country_name(report.report.id, names),)),
                        _finding_cell(reading),
                        *cells_of((f"{describe_place(reading)} {part_sign(reading)}".strip(),)),
                    )
                )
                for report, reading in cells
            )
            blocks.append(TableBlock(columns, found))
    if any(reading.standing == "narrower" for each in matrix.reports for reading in each.readings):
        blocks.append(ProseBlock(runs(f"{PART_SIGN}: {PARTS}"), small=True))
    if note := mentions_note(matrix.reports, matrix.year, matrix.topics):
        blocks.append(ProseBlock(runs(note), small=True))
    if matrix.unheaded:
        blocks.append(
            ProseBlock(runs(f"{UNHEADED}: {', '.join(topic.name for topic in matrix.unheaded)}."), small=True)
        )
    what = matrix.topics[0].name if alone else counted(len(matrix.topics), "topic")
    heading = f"{matrix.group.name} {matrix.year}: {what}, {countries_counted(len(matrix.reports))}"
    return _document(heading, [each.report for each in matrix.reports], blocks, matrix, names)


def _level_row(level: str, words: str, countries: Iterable[str]) -> TableRow:
    listed = tuple(countries)
    cells = (f"{LEVEL_SIGNS[level]} {words}", f"{len(listed):,}", ", ".join(listed))
    return TableRow(cells_of(cells))


def _finding_cell(reading: TopicReading) -> TableCell:
    if reading.finding:
        return TableCell((runs(TextRun(fold(reading.finding.text), ("quoted",))),), degree(reading.assessment))
    if reading.standing not in ("own", "narrower"):
        spoken = mention_words(reading.mentions)
        return TableCell((runs(spoken),)) if spoken else TableCell()
    return TableCell((runs(assessed_or_not(reading.assessment, reading.measure.sentences)),))


def edition_changes_document(changes: EditionChanges, names: Names, *, sort: SortKey = "country") -> BlockDocument:
    """Return a row for each country, the sum over them, and which headings were dropped or are new.

    Args:
        changes: The two editions.
        names: Names of countries as shown to readers, by slug.
        sort: By what the rows are ordered.
    """
    ordered = changes.ordered(sort)
    rows = [TableRow(cells_of((country_name(row.old.id, names), *change_counts([row])))) for row in ordered]
    total = (TableCell((runs(TextRun(words, ("strong",))),)) for words in ("Sum", *change_counts(ordered)))
    rows.append(TableRow(tuple(total)))
    columns = (TableColumn("Country", width=2), *(TableColumn(name, "end") for name in CHANGE_TITLES))
    blocks: list[AnyBlock] = [
        HeadingBlock(1, "Country by country"),
        TableBlock(columns, tuple(rows), wide=True),
        ProseBlock(runs(CHANGES_EXPLAINED), small=True),
        *_counted_topics("Headings dropped, in how many countries", changes.dropped_in()),
        *_counted_topics("Headings new, in how many countries", changes.added_in()),
    ]
    turned = [row for row in ordered if row.turned]
    if turned:
        blocks.append(HeadingBlock(1, "Assessments that turned"))
        found = tuple(
            TableRow(cells_of((country_name(row.old.id, names), topic.name, turned_words(topic))))
            for row in turned
            for topic in row.turned
        )
        blocks.append(
            TableBlock((TableColumn("Country", width=0.4), TableColumn("Topic", width=0.6), TableColumn()), found)
        )
    heading = f"{changes.group.name}, {changes.old_year} and {changes.new_year}: {countries_counted(len(ordered))}"
    reports = [report for row in ordered for report in (row.old, row.new)]
    return _document(heading, reports, blocks, changes, names)


def _counted_topics(heading: str, counts: Sequence[tuple[str, int]]) -> Iterator[AnyBlock]:
    if counts:
        yield HeadingBlock(1, heading)
        yield ListBlock(tuple(ListEntry(runs(fold(f"{name}: {number:,}"))) for name, number in counts))


def edition_duties_document(duties: EditionDuties, names: Names, *, sort: SortKey = "country") -> BlockDocument:
    """Return each duty with the countries grouped by how the newer report answers it.

    Args:
        duties: The two editions.
        names: Names of countries as shown to readers, by slug.
        sort: By what the countries of a group are ordered.
    """
    blocks: list[AnyBlock] = []
    columns = (TableColumn("The newer report", width=0.4), TableColumn("", "end", 0.1), TableColumn("Countries"))
    ordered = duties.ordered(sort)
    for n, duty in enumerate(duties.duties):
        blocks.append(HeadingBlock(1, fold(duty.name), duty.id))
        blocks.append(ProseBlock(runs("; ".join(duty.provisions)), small=True))
        groups = {
            outcome: [country_name(row.new.report.id, names) for row in ordered if row.answers[n].outcome == outcome]
            for outcome in TREATMENT_WORDS
        }
        rows = tuple(_level_row(each, TREATMENT_WORDS[each], listed) for each, listed in groups.items() if listed)
        blocks.append(TableBlock(columns, rows))
    span = f"{duties.old_year} and {duties.new_year}"
    heading = f"{duties.group.name}, {span}: what the law asks, {countries_counted(len(ordered))}"
    reports = [each.report for row in ordered for each in (row.old, row.new)]
    return _document(heading, reports, blocks, duties, names)


def group_trend_document(trend: GroupTrend, names: Names) -> BlockDocument:
    """Return small charts of one topic in many countries, and the counts that they show.

    Args:
        trend: The topic.
        names: Names of countries as shown to readers, by slug.
    """
    columns = (
        TableColumn("Country", width=1.5),
        *(TableColumn(f"{year}{' (outline changed)' if year in trend.borders else ''}") for year in trend.years),
    )
    rows = []
    for series in trend.series:
        read = {each.report.id.year: each.readings[0] for each in series.reports}
        cells = (_trend_words(read.get(year)) for year in trend.years)
        rows.append(TableRow(cells_of((names.get(series.country, series.country), *cells))))
    blocks: list[AnyBlock] = [
        HeadingBlock(1, "Charts"),
        *_pictures(trend, names),
        HeadingBlock(1, "Country by country"),
        TableBlock(columns, tuple(rows), wide=len(trend.years) > 4),  # noqa: PLR2004  columns of a page
        ProseBlock(runs(f"Sentences reporting abuses of those on the topic; in brackets {OF_TOPIC}."), small=True),
    ]
    years = f"{trend.years[0]}–{trend.years[-1]}" if len(trend.years) > 1 else str(trend.years[0])
    heading = f"{trend.topic.name}, {trend.group.name} {years}: {countries_counted(len(trend.series))}"
    reports = [each.report for series in trend.series for each in series.reports]
    return _document(heading, reports, blocks, trend, names)


def _pictures(trend: GroupTrend, names: Names) -> Iterator[PictureBlock]:
    """Yield the charts, so many in a picture as a page has room for, all on one scale."""
    highest = tallest(trend)
    for first in range(0, len(trend.series), _ON_PAGE):
        some = replace(trend, series=trend.series[first : first + _ON_PAGE])
        yield PictureBlock(group_trend_svg(some, names, highest=highest), trend_of_group_title(trend, highest))


def _trend_words(reading: TopicReading | None) -> str:
    if reading is None:
        return "not in the library"
    words = level_words(reading)
    if not reading.measure.sentences:
        return words
    abuses = reading.measure.of_kind(Kind.ABUSE)
    share = format_rate(rate(abuses, reading.measure.characters))
    return f"{words}: {abuses:,} of {counted(reading.measure.sentences, 'sentence')} ({share})"


def _document(
    heading: str,
    reports: Sequence[Report],
    blocks: Iterable[AnyBlock],
    table: EditionMatrix | EditionChanges | EditionDuties | GroupTrend,
    names: Names,
) -> BlockDocument:
    cautions = (*table.cautions, *describe_missing_reports(table.gaps, names))
    made = document_on(heading, reports, blocks, names=names, cautions=cautions)
    return replace(made, sources=(), blocks=(*made.blocks, HeadingBlock(1, "Sources"), _sources(reports, names)))


def _sources(reports: Iterable[Report], names: Names) -> TableBlock:
    """Return where each report comes from: a table at the end, since they may be hundreds."""
    columns = (TableColumn("Report", width=0.4), TableColumn("Where from"))
    rows = []
    for report in reports:
        source = report.provenance
        got = f"{moment(source.retrieved_at)}, {obtained(source)}; SHA-256 {source.sha256}"
        address = TextRun(fold(source.url) or "no address: the page was given as a file", address=source.url)
        lines = (runs(TextRun(fold(title(report, names)), ("strong",))), runs(fold(report.title)))
        rows.append(TableRow((TableCell(lines), TableCell((runs(address), runs(fold(got)))))))
    return TableBlock(columns, tuple(rows))
