"""The views of many countries: in one edition, over two, and over several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, Head, TextBlock
from hrreport.terminal.parts import retrieved, warning
from hrreport.terminal.report_heads import listed_sources
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import country_name, describe_missing_reports
from hrreport.wording.reports import assessed_or_not, counted
from hrreport.wording.treatments import (
    LEVEL_SIGNS,
    LEVELS,
    PART_SIGN,
    PARTS,
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
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.edition_matrix import EditionMatrix
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import ReportReadings, TopicReading
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName
    from hrreport.wording.changes import Names

WIDE = 140
_MOST_WORDS = 60
"""A longer sentence is named by its length and place: it is never cut."""
LEVEL_STYLES: dict[str, StyleName] = {
    "serious": "serious", "limited": "limited", "reported": "reported", "wider": "faint", "no-heading": "faint",
    "heading-gone": "strong",
}  # fmt: skip
LEVEL_MARKS = {level: StyledSpan(sign, LEVEL_STYLES.get(level, "")) for level, sign in LEVEL_SIGNS.items()}
"""The mark of each level: its shape alone says which."""


def edition_matrix_view(matrix: EditionMatrix, names: Names) -> Document:
    """Return each topic with the countries grouped by what is reported; of one topic, the key finding of each.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    topics = matrix.topics[0].name if len(matrix.topics) == 1 else counted(len(matrix.topics), "topic")
    heading = f"{matrix.group.name} {matrix.year}: {topics}, {countries_counted(len(matrix.reports))}"
    reports = [each.report for each in matrix.reports]
    settings: list[Setting] = [*group_heads(heading, reports, matrix.cautions, matrix.gaps, names)]
    for n, topic in enumerate(matrix.topics):
        if len(matrix.topics) > 1:
            name = (clean_span(topic.name, "strong"), StyledSpan(" "), clean_span(f"({topic.id})", "faint"))
            settings.append(TextBlock(name, above=1))
        for level, cells in by_level(matrix.reports, n):
            title = f"{LEVELS[level][0].upper()}{LEVELS[level][1:]}: {countries_counted(len(cells))}"
            told = mentions_told(cells)
            if len(matrix.topics) == 1:
                title = f"{title}; {told}" if told else title
                settings.append(TextBlock((clean_span(title, "strong"),), (LEVEL_MARKS[level],), 2, above=1))
                settings += [_found(report, reading, names) for report, reading in cells]
            else:
                listed = ", ".join(
                    country_name(each.report.id, names) + part_sign(reading) + mention_mark(reading)
                    for each, reading in cells
                )
                level_title = f"{LEVELS[level]} ({len(cells)}{f'; {told}' if told else ''}):"
                body = (clean_span(level_title), StyledSpan(" "), clean_span(listed, "faint"))
                settings.append(TextBlock(body, (LEVEL_MARKS[level],), 2))
    if any(reading.standing == "narrower" for each in matrix.reports for reading in each.readings):
        settings.append(hint(f"{PART_SIGN}: {PARTS}"))
    if note := mentions_note(matrix.reports, matrix.year, matrix.topics):
        settings.append(hint(note))
    if matrix.unheaded:
        listed = ", ".join(topic.name for topic in matrix.unheaded)
        words = f"No heading in any of these reports, which says nothing about the countries: {listed}."
        settings.append(TextBlock((clean_span(words, "faint"),), above=1))
    if len(matrix.topics) > 1:
        settings.append(hint("The key finding of each country on a topic: --topic T. The passages: --format html."))
    return Document((*settings, *group_sources(reports, names)), measure=WIDE)


def hint(words: str) -> TextBlock:
    """Return a remark below the answer."""
    return TextBlock((clean_span(words, "faint"),), above=1)


def _found(report: ReportReadings, reading: TopicReading, names: Names) -> TextBlock:
    """Return a country with its key finding and where that is, or with where its heading is."""
    name = clean_span(country_name(report.report.id, names), "strong")
    where = " ".join(filter(None, (describe_place(reading), part_sign(reading))))
    tail = (clean_span(where, "faint"),) if where else ()
    if reading.finding is None:
        if reading.standing not in ("own", "narrower"):
            spoken = mention_words(reading.mentions)
            body = (name, StyledSpan(": "), clean_span(spoken, "faint")) if spoken else (name,)
            return TextBlock(body, indent=2)
        words = assessed_or_not(reading.assessment, reading.measure.sentences)
        return TextBlock((name, StyledSpan(": "), clean_span(words)), indent=2, tail=tail)
    number = len(reading.finding.text.split())
    words = reading.finding.text if number <= _MOST_WORDS else f"[a sentence of {number} words]"
    return TextBlock((name, StyledSpan(": "), clean_span(words)), indent=2, tail=tail)


def group_heads(
    heading: str, reports: Sequence[Report], cautions: Iterable[str], gaps: Iterable[MissingReport], names: Names
) -> Iterator[Setting]:
    """Yield the head: heading, cautions, what is missing, and from where the reports come."""
    name = TextBlock((clean_span(heading, "strong"),))
    told = (*cautions, *describe_missing_reports(gaps, names))
    if doubted := sum(bool(report.warnings) for report in reports):
        told = (*told, f"{counted(doubted, 'report')} with doubts about headings, or repairs; -v names them")
    warned = tuple(warning(caution, above=0 if place else 1) for place, caution in enumerate(told))
    ways = "; ".join(dict.fromkeys(map(retrieved, reports)))
    origin = (TextBlock((clean_span(ways[:1].upper() + ways[1:]),)),) if ways else ()
    yield Head((name, *origin, *warned), (name, *origin), warned)


def group_sources(reports: Sequence[Report], names: Names) -> Iterator[Setting]:
    """Yield each report with its source, which come last and only with a whole header: they may be hundreds."""
    title = TextBlock((clean_span("Sources", "strong"),), above=1)
    yield Head((title, *listed_sources(reports, names)), ())


def plain_cells(words: Iterable[str], style: StyleName = "") -> tuple[TextBlock, ...]:
    """Return words as the cells of a row."""
    return tuple(TextBlock((clean_span(word, style),)) for word in words)
