"""The views of many countries: in one edition, over two, and on one topic over several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.terminal.blocks import LEVEL_MARKS, settings_of
from hrreport.terminal.document import Column, Document, Head, Table, TextBlock, cells, text_block
from hrreport.terminal.parts import warnings
from hrreport.terminal.report_heads import describe_origins, listed_sources
from hrreport.terminal.spans import StyledSpan
from hrreport.values import dataclass
from hrreport.views.blocks import plain_text
from hrreport.views.edition_changes import edition_changes_document
from hrreport.views.matrix import edition_duties_document, edition_matrix_document
from hrreport.wording.changes import describe_missing_reports, edition_span, format_rate
from hrreport.wording.reports import counted
from hrreport.wording.treatments import LEVELS, countries_counted, level_of, mention_mark, sign_of_level
from hrreport.wording.trends import OF_TOPIC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from hrreport.model.edition_change import EditionChanges, EditionDuties, SortKey
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import TopicReading
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import Line
    from hrreport.views.blocks import BlockDocument
    from hrreport.wording.changes import Names

WIDE = 140
_NAMES = 20
"""Columns in which any name can be set without breaking a word."""
_GAP = 2
"""Columns between the columns of a table."""


def edition_matrix_view(matrix: EditionMatrix, names: Names) -> Document:
    """Return each topic with the countries grouped by what is reported; of one topic, the key finding of each."""
    return _view(edition_matrix_document(matrix, names, on_screen=True), names)


def edition_changes_view(changes: EditionChanges, names: Names, *, sort: SortKey = "country") -> Document:
    """Return a row for each country, the sum over them, and which headings were dropped or are new."""
    return _view(edition_changes_document(changes, names, sort=sort, on_screen=True), names)


def edition_duties_view(duties: EditionDuties, names: Names, *, sort: SortKey = "country") -> Document:
    """Return each duty with the countries grouped by how the newer report answers it."""
    return _view(edition_duties_document(duties, names, sort=sort, on_screen=True), names)


def _view(document: BlockDocument, names: Names) -> Document:
    reports = [source.report for source in document.sources if source.report]
    cautions = [plain_text(note.text) for note in document.notes if note.lead == "Caution"]
    head = _head(document.title, reports, cautions)
    return Document((head, *settings_of(document, dense=True), _sources(reports, names)), measure=WIDE)


def _head(heading: str, reports: Sequence[Report], cautions: Iterable[str]) -> Head:
    """Return the head: heading, cautions, and from where the reports come."""
    doubted = sum(bool(report.warnings) for report in reports)
    doubts = [f"{counted(doubted, 'report')} with doubts about headings, or repairs; -v names them"] if doubted else []
    notices = warnings((*cautions, *doubts))
    brief = (text_block(heading, "strong"), *([text_block(describe_origins(reports))] if reports else []))
    return Head((*brief, *notices), brief, notices)


def _sources(reports: Sequence[Report], names: Names) -> Head:
    """Return each report with its source, which come last and only with a whole header: they may be hundreds."""
    return Head((text_block("Sources", "strong", above=1), *listed_sources(reports, names)), ())


# -- one topic over the editions --------------------------------------------------------------


def group_trend_view(trend: GroupTrend, names: Names) -> Document:
    """Return a line for each country: the mark of each edition, sentences on abuses, and their rates.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    span = f"{trend.group.name} {edition_span(trend.years)}"
    heading = f"{trend.topic.name}, {span}: {countries_counted(len(trend.series))}"
    reports = [each.report for series in trend.series for each in series.reports]
    readings = [each.readings[0] for series in trend.series for each in series.reports]
    cautions = (*trend.cautions, *describe_missing_reports(trend.gaps, names))
    titles = (f"{'│ ' if year in trend.borders else ''}{year}" for year in trend.years)
    rows = [cells("", *titles, style="faint")]
    for series in trend.series:
        by_year = {each.report.id.year: each.readings[0] for each in series.reports}
        points = (_point(by_year.get(year), border=year in trend.borders) for year in trend.years)
        rows.append((*cells(names.get(series.country, series.country)), *points))
    note = f"Sentences reporting abuses, in brackets {OF_TOPIC}; │: the outline changes; blank: not here."
    if any(reading.mentions for reading in readings):
        note += " In brackets with ¶: paragraphs elsewhere in the report that hold the topic's words."
    shown = set(map(level_of, readings))
    legend = (
        TextBlock((StyledSpan(LEVELS[each], "faint"),), (LEVEL_MARKS[each],), 2) for each in LEVELS if each in shown
    )
    years = f"{trend.years[0]}-{trend.years[-1]}"
    command = f"One country in full: hrreport trend COUNTRY --topic {trend.topic.id} --years {years}."
    settings: tuple[Setting, ...] = (
        _head(heading, reports, cautions),
        TextBlock(()),
        _YearBands(trend, tuple(rows)),
        text_block(note, "faint", above=1),
        *legend,
        text_block(command, "faint", above=1),
        _sources(reports, names),
    )
    return Document(settings, measure=WIDE)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _YearBands:
    """A table of countries by editions, the editions in as many bands below each other as the width asks for.

    A band has the countries that have a report of one of its editions here.
    """

    trend: GroupTrend
    rows: tuple[tuple[TextBlock, ...], ...]
    """The first with the years; in each row the name first."""

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield the lines of the bands; no band is wider than the page, and no name is broken within a word."""
        for n, band in enumerate(self._bands(width, spell)):
            yield from [[]] if n else ()
            years = [self.trend.years[place - 1] for place in band]
            # so that the line of a border is straight
            sides = (Column("left" if year in self.trend.borders else "right") for year in years)
            found = [
                row
                for series, row in zip(self.trend.series, self.rows[1:], strict=True)
                if any(each.report.id.year in years for each in series.reports)
            ]
            rows = tuple((row[0], *(row[place] for place in band)) for row in (self.rows[0], *found))
            yield from Table((Column(flexible=True), *sides), rows, gap=_GAP).lines(width, spell)

    def _bands(self, width: int, spell: Callable[[str], str]) -> Iterator[list[int]]:
        """Yield the places of the editions that fit beside the names, oldest first."""
        free = width - min(max(row[0].natural(spell) for row in self.rows), _NAMES)
        band: list[int] = []
        taken = 0
        for place in range(1, len(self.trend.years) + 1):
            wide = _GAP + max(row[place].natural(spell) for row in self.rows)
            if band and taken + wide > free:
                yield band
                band, taken = [], 0
            band.append(place)
            taken += wide
        yield band


def _point(reading: TopicReading | None, *, border: bool) -> TextBlock:
    before = (StyledSpan("│ ", "faint"),) if border else ()
    if reading is None:
        return TextBlock((*before, StyledSpan("")))
    mark = LEVEL_MARKS[level_of(reading)]._replace(text=sign_of_level(reading))
    if not reading.measure.sentences:
        return TextBlock((*before, mark, StyledSpan(mention_mark(reading), "faint")))
    abuses = reading.measure.of_kind(Kind.ABUSE)
    share = format_rate(rate(abuses, reading.measure.characters))
    return TextBlock((*before, mark, StyledSpan(f" {abuses:,} ({share})")))
