"""The views of many countries: in one edition, over two, and over several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.change_wording import PER, fixed, gaps_said, percent
from hrreport.model.finding import Kind
from hrreport.model.treatment_wording import (
    LEVEL_SIGNS,
    LEVELS,
    PART_SIGN,
    PARTS,
    TREATMENT_WORDS,
    by_level,
    level_of,
    part_sign,
    place_said,
    sign_of_level,
    turned_words,
)
from hrreport.model.wording import assessed_or_not, counted
from hrreport.terminal.page import Column, Document, Head, Table, TextBlock
from hrreport.terminal.parts import retrieved, warning
from hrreport.terminal.several import listed_sources
from hrreport.terminal.spans import StyledSpan, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.change_wording import Names
    from hrreport.model.edition_change import (
        CountryChange,
        DutyOutcome,
        EditionChanges,
        EditionDuties,
        SortKey,
    )
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.model.gap import MissingReport
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import ReportReadings, TopicReading
    from hrreport.terminal.page import Setting
    from hrreport.terminal.spans import StyleName

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
    heading = f"{matrix.group.name} {matrix.year}: {topics}, {_countries(len(matrix.reports))}"
    reports = [each.report for each in matrix.reports]
    settings: list[Setting] = [*_heads(heading, reports, matrix.cautions, matrix.gaps, names)]
    for n, topic in enumerate(matrix.topics):
        if len(matrix.topics) > 1:
            name = (said(topic.name, "strong"), StyledSpan(" "), said(f"({topic.id})", "faint"))
            settings.append(TextBlock(name, above=1))
        for level, cells in by_level(matrix.reports, n):
            title = f"{LEVELS[level][0].upper()}{LEVELS[level][1:]}: {_countries(len(cells))}"
            if len(matrix.topics) == 1:
                settings.append(TextBlock((said(title, "strong"),), (LEVEL_MARKS[level],), 2, above=1))
                settings += [_found(report, reading, names) for report, reading in cells]
            else:
                listed = ", ".join(_name(each.report, names) + part_sign(reading) for each, reading in cells)
                body = (said(f"{LEVELS[level]} ({len(cells)}):"), StyledSpan(" "), said(listed, "faint"))
                settings.append(TextBlock(body, (LEVEL_MARKS[level],), 2))
    if any(reading.standing == "narrower" for each in matrix.reports for reading in each.readings):
        settings.append(_hint(f"{PART_SIGN}: {PARTS}"))
    if matrix.unheaded:
        listed = ", ".join(topic.name for topic in matrix.unheaded)
        words = f"No heading in any of these reports, which says nothing about the countries: {listed}."
        settings.append(TextBlock((said(words, "faint"),), above=1))
    if len(matrix.topics) > 1:
        settings.append(_hint("The key finding of each country on a topic: --topic T. The passages: --format html."))
    return Document((*settings, *_sources(reports, names)), measure=WIDE)


def _countries(number: int) -> str:
    return counted(number, "country", "countries")


def _name(report: Report, names: Names) -> str:
    return names.get(report.id.country, report.id.country)


def _hint(words: str) -> TextBlock:
    return TextBlock((said(words, "faint"),), above=1)


def _found(report: ReportReadings, reading: TopicReading, names: Names) -> TextBlock:
    """Return a country with its key finding and where that is, or with where its heading is."""
    name = said(_name(report.report, names), "strong")
    where = " ".join(filter(None, (place_said(reading), part_sign(reading))))
    tail = (said(where, "faint"),) if where else ()
    if reading.finding is None:
        if reading.standing not in ("own", "narrower"):
            return TextBlock((name,), indent=2)
        words = assessed_or_not(reading.assessment, reading.measure.sentences)
        return TextBlock((name, StyledSpan(": "), said(words)), indent=2, tail=tail)
    number = len(reading.finding.text.split())
    words = reading.finding.text if number <= _MOST_WORDS else f"[a sentence of {number} words]"
    return TextBlock((name, StyledSpan(": "), said(words)), indent=2, tail=tail)


def _heads(
    heading: str, reports: Sequence[Report], cautions: Iterable[str], gaps: Iterable[MissingReport], names: Names
) -> Iterator[Setting]:
    """Yield the head: heading, cautions, what is missing, and from where the reports come."""
    name = TextBlock((said(heading, "strong"),))
    told = (*cautions, *gaps_said(gaps, names))
    if doubted := sum(bool(report.warnings) for report in reports):
        told = (*told, f"{counted(doubted, 'report')} with doubts about headings, or repairs; -v names them")
    warned = tuple(warning(caution, above=0 if place else 1) for place, caution in enumerate(told))
    ways = "; ".join(dict.fromkeys(map(retrieved, reports)))
    origin = (TextBlock((said(ways[:1].upper() + ways[1:]),)),) if ways else ()
    yield Head((name, *origin, *warned), (name, *origin), warned)


def _sources(reports: Sequence[Report], names: Names) -> Iterator[Setting]:
    """Yield each report with its source, which come last and only with a whole header: they may be hundreds."""
    title = TextBlock((said("Sources", "strong"),), above=1)
    yield Head((title, *listed_sources(reports, names)), ())


# -- changes ------------------------------------------------------------------------------------------------------

_CHANGED = (
    Column(flexible=True), Column("right"), Column("right"), Column("right", dispensable=True),
    Column("right", dispensable=True), Column("right", dispensable=True), Column("right"),
    Column("right", dispensable=True), Column("right"), Column("right"), Column(dispensable=True),
)  # fmt: skip
"""Country, lengths, share, sentences kept, reworded, gone, new, headings dropped, assessments turned, bar."""
_BAR = 20


def edition_changes_view(changes: EditionChanges, names: Names, *, sort: SortKey = "country") -> Document:
    """Return a row for each country, the sum over them, and which headings were dropped or are new.

    Args:
        names: Names of countries as shown to readers, by slug.
        sort: By what the rows are ordered.
    """
    heading = f"{changes.group.name}, {changes.old_year} and {changes.new_year}: {_countries(len(changes.rows))}"
    reports = [report for row in changes.rows for report in (row.old, row.new)]
    settings: list[Setting] = [*_heads(heading, reports, changes.cautions, changes.gaps, names), TextBlock(())]
    head = ("", str(changes.old_year), str(changes.new_year), "", "=", "~", "−", "+", "dropped", "turned", "")
    rows = [_cells(head, "faint"), *(_changed(row, names) for row in changes.ordered(sort)), _summed(changes)]
    settings.append(Table(_CHANGED, tuple(rows), room=24))
    signs = (
        "Characters of the report then and now; sentences of the older report kept word for word (=), reworded (~), "
        "gone (−); sentences only in the newer (+); headings dropped; topics whose assessment is another."
    )
    settings.append(_hint(signs))
    for title, counts in (
        ("Headings dropped, in how many countries; none of them is an improvement", changes.dropped_in()),
        ("Headings new, in how many countries", changes.added_in()),
    ):
        if counts:
            settings.append(TextBlock((said(title, "strong"),), above=1))
            settings.append(TextBlock((said("; ".join(f"{name} {number:,}" for name, number in counts)),), indent=2))
    if any(row.turned for row in changes.rows):
        settings.append(TextBlock((said("Assessments that turned", "strong"),), above=1))
        settings += [
            TextBlock((said(_name(row.old, names), "strong"), StyledSpan(": "), said(_turned(row))), indent=2)
            for row in changes.ordered(sort)
            if row.turned
        ]
    old, new = changes.old_year, changes.new_year
    settings.append(_hint(f"The sentences behind a row: hrreport diff COUNTRY {old} {new}, or --format html."))
    return Document((*settings, *_sources(reports, names)), measure=WIDE)


def _turned(row: CountryChange) -> str:
    return "; ".join(f"{topic.name}: {turned_words(topic)}" for topic in row.turned)


def _cells(words: Iterable[str], style: str = "") -> tuple[TextBlock, ...]:
    return tuple(TextBlock((said(word, "faint" if style == "faint" else "strong" if style else ""),)) for word in words)


def _changed(row: CountryChange, names: Names) -> tuple[TextBlock, ...]:
    numbers = (row.kept, row.reworded, row.gone, row.fresh, len(row.dropped), len(row.turned))
    lengths = (f"{row.then.characters:,}", f"{row.now.characters:,}", percent(row.now.characters, row.then.characters))
    cells = _cells((_name(row.old, names), *lengths, *(f"{number:,}" for number in numbers)))
    return (*cells, TextBlock((StyledSpan("█" * round(_BAR * min(row.share, 1)), "faint"),)))


def _summed(changes: EditionChanges) -> tuple[TextBlock, ...]:
    rows = changes.rows
    then, now = sum(row.then.characters for row in rows), sum(row.now.characters for row in rows)
    numbers = (
        sum(row.kept for row in rows),
        sum(row.reworded for row in rows),
        sum(row.gone for row in rows),
        sum(row.fresh for row in rows),
        sum(len(row.dropped) for row in rows),
        sum(len(row.turned) for row in rows),
    )
    lengths = (f"{then:,}", f"{now:,}", percent(now, then))
    return _cells(("Sum", *lengths, *(f"{number:,}" for number in numbers), ""), "strong")


# -- duties -------------------------------------------------------------------------------------------------------


def edition_duties_view(duties: EditionDuties, names: Names, *, sort: SortKey = "country") -> Document:
    """Return each duty with the countries grouped by how the newer report answers it.

    Args:
        names: Names of countries as shown to readers, by slug.
        sort: By what the countries are ordered within a group.
    """
    old, new = duties.old_year, duties.new_year
    heading = f"{duties.group.name}, {old} and {new}: what the law asks, {_countries(len(duties.rows))}"
    reports = [each.report for row in duties.rows for each in (row.old, row.new)]
    settings: list[Setting] = [*_heads(heading, reports, duties.cautions, duties.gaps, names)]
    for n, duty in enumerate(duties.duties):
        settings.append(TextBlock((said(duty.name, "strong"),), above=1))
        settings.append(TextBlock((said("; ".join(duty.provisions), "faint"),), indent=2))
        answers = [(row, row.answers[n]) for row in duties.ordered(sort)]
        before = _tally(TREATMENT_WORDS[answer.old.treatment] for _, answer in answers)
        settings.append(TextBlock((said(f"{old}: {before}", "faint"),), indent=2))
        for outcome in _outcomes():
            listed = [_name(row.new.report, names) for row, answer in answers if answer.outcome == outcome]
            if listed:
                words = said(f"{TREATMENT_WORDS[outcome]} ({len(listed)}):")
                body = (words, StyledSpan(" "), said(", ".join(listed), "faint"))
                settings.append(TextBlock(body, (LEVEL_MARKS[outcome],), 2))
    settings.append(_hint("A heading that is gone says nothing about the country. The sentences: --format html."))
    return Document((*settings, *_sources(reports, names)), measure=WIDE)


def _outcomes() -> Iterator[DutyOutcome]:
    yield from TREATMENT_WORDS


def _tally(words: Iterable[str]) -> str:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return "; ".join(f"{word} {number:,}" for word, number in sorted(found.items(), key=lambda pair: -pair[1]))


# -- trend --------------------------------------------------------------------------------------------------------


def group_trend_view(trend: GroupTrend, names: Names) -> Document:
    """Return a line for each country: the mark of each edition, sentences on abuses, and their rates.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    span = f"{trend.years[0]}–{trend.years[-1]}" if len(trend.years) > 1 else str(trend.years[0])
    heading = f"{trend.topic.name}, {trend.group.name} {span}: {_countries(len(trend.series))}"
    reports = [each.report for series in trend.series for each in series.reports]
    settings: list[Setting] = [*_heads(heading, reports, trend.cautions, trend.gaps, names), TextBlock(())]
    columns = (Column(flexible=True), *(Column("right") for _ in trend.years))
    rows = [_cells(("", *(f"{'│ ' if year in trend.borders else ''}{year}" for year in trend.years)), "faint")]
    for series in trend.series:
        read = {each.report.id.year: each.readings[0] for each in series.reports}
        cells = (_point(read.get(year), border=year in trend.borders) for year in trend.years)
        rows.append((TextBlock((said(names.get(series.country, series.country)),)), *cells))
    settings.append(Table(columns, tuple(rows), room=20))
    words = (
        f"Sentences reporting abuses, in brackets {PER} of the topic's text; │: the outline changes; blank: not here."
    )
    settings.append(_hint(words))
    shown = dict.fromkeys(level_of(each.readings[0]) for series in trend.series for each in series.reports)
    settings += [
        TextBlock((StyledSpan(LEVELS[each], "faint"),), (LEVEL_MARKS[each],), 2) for each in LEVELS if each in shown
    ]
    years = f"{trend.years[0]}-{trend.years[-1]}"
    settings.append(_hint(f"One country in full: hrreport trend COUNTRY --topic {trend.topic.id} --years {years}."))
    return Document((*settings, *_sources(reports, names)), measure=WIDE)


def _point(reading: TopicReading | None, *, border: bool) -> TextBlock:
    before = (StyledSpan("│ ", "faint"),) if border else ()
    if reading is None:
        return TextBlock((*before, StyledSpan("")))
    level = level_of(reading)
    mark = LEVEL_MARKS[level]._replace(text=sign_of_level(reading))
    if not reading.measure.sentences:
        return TextBlock((*before, mark))
    abuses = reading.measure.of_kind(Kind.ABUSE)
    share = fixed(rate(abuses, reading.measure.characters))
    return TextBlock((*before, mark, StyledSpan(f" {abuses:,} ({share})")))
