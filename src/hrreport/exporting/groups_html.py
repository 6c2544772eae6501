"""HTML: many countries in a table or in small charts that sort, filter, and open the sentences behind each figure.

The words of the reports lie in the file as blocks of data, which nothing runs; the page's own script sets them as text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from hrreport import facts
from hrreport.codec.contract import notices
from hrreport.exporting.addresses import web_address
from hrreport.exporting.block_html import shown_source
from hrreport.exporting.page import asset, environment, own, policy
from hrreport.model.change_wording import gaps_said, percent, title, topic_name
from hrreport.model.finding import Kind
from hrreport.model.treatment_wording import (
    LEVEL_SIGNS,
    LEVELS,
    PART_SIGN,
    PARTS,
    TREATMENT_WORDS,
    level_of,
    level_words,
    place_said,
    sign_of_level,
    turned_words,
)
from hrreport.model.wording import assessed_or_not
from hrreport.text.whitespace import fold
from hrreport.views.groups import UNHEADED, change_counts, countries_counted
from hrreport.views.groups_chart import change_bars, country_chart, tallest
from hrreport.views.heads import COLOPHON, source_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from hrreport.model.change import Quote, SentencePair
    from hrreport.model.change_wording import Names
    from hrreport.model.edition_change import CountryChange, EditionChanges, EditionDuties, SortKey
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import ReadParagraph, ReportReadings, TopicReading

_RANKS = {level: len(LEVELS) - place for place, level in enumerate(LEVELS)} | {"heading-gone": -1}

Item = tuple[str, str, str, tuple[tuple[str, str], ...]]
"""One passage: a word before it (the year), its place, its run-in label, and sentences with their classes."""
Part = tuple[str, str, str, tuple[int, ...]]
"""Passages under one heading: the heading, what is said of them, the address of the page, places in the items."""


class _Opened(NamedTuple):
    """What a row of the page has behind its cells."""

    items: list[Item]
    cells: list[tuple[str, list[Part]]]
    """For each cell its title and its parts."""

    def block(self) -> Markup:
        """Return it as data: JSON in which nothing can end the block that it is in."""
        text = json.dumps({"p": self.items, "c": self.cells}, ensure_ascii=False, separators=(",", ":"))
        for sign in "<>&\u2028\u2029":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
        return own(text)


class _GridColumn(NamedTuple):
    title: str
    below: str = ""


class _GridCell(NamedTuple):
    value: float = 0
    """By which the column is sorted."""
    mark: str = ""
    text: str = ""
    level: str = ""
    title: str = ""
    opens: bool = False
    picture: object = ""


class _GridRow(NamedTuple):
    number: int
    name: str
    region: str
    cells: tuple[_GridCell, ...]
    passages: object
    picture: object = ""
    value: float = 0
    level: str = ""


class _LevelEntry(NamedTuple):
    """What a list of the page offers, or its legend explains."""

    id: str
    words: str
    mark: str = ""


class _CountedList(NamedTuple):
    title: str
    entries: tuple[str, ...]


def edition_matrix_html(matrix: EditionMatrix, names: Names) -> str:
    """Return countries by topics as a map: sorted by any topic, filtered, each cell opening the passage behind it.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    rows = []
    for number, each in enumerate(matrix.reports):
        opened = _Opened(list(map(_item, each.paragraphs)), [])
        cells = []
        for topic, reading in zip(matrix.topics, each.readings, strict=True):
            heading = f"{title(each.report, names)}: {topic.name}"
            opened.cells.append((fold(heading), [_part("", each, reading)]))
            cells.append(_level_cell(fold(heading), reading))
        rows.append(_row(number, each.report, names, cells, opened))
    note = ""
    if matrix.unheaded:
        listed = ", ".join(topic.name for topic in matrix.unheaded)
        note = f"{UNHEADED}: {listed}."
    followed = matrix.topics[0].id if matrix.topics else "TOPIC"
    return _page(
        "groups",
        f"{matrix.group.name} {matrix.year}",
        [each.report for each in matrix.reports],
        matrix,
        names=names,
        rows=rows,
        columns=[_GridColumn(topic.name) for topic in matrix.topics],
        column_name="Topic",
        levels=_levels(LEVELS),
        note=note,
        without_script=f"hrreport show COUNTRY {matrix.year} --topic {followed}",
    )


def edition_changes_html(changes: EditionChanges, names: Names, *, sort: SortKey = "country") -> str:
    """Return a row for each country with bars, each figure opening its sentences; and the sum over them.

    Args:
        names: Names of countries as shown to readers, by slug.
        sort: By what the rows are ordered at first.
    """
    longest = max((max(row.then.characters, row.now.characters) for row in changes.rows), default=1)
    rows = [_change_row(number, row, longest, names) for number, row in enumerate(changes.ordered(sort))]
    old, new = changes.old_year, changes.new_year
    titles = (
        (f"Length {old}", "characters"), (f"Length {new}", "characters"), ("Share", "of the old length"),
        ("Kept", f"sentences of {old}"), ("Reworded", f"sentences of {old}"), ("Gone", f"sentences of {old}"),
        ("New", f"sentences of {new}"), ("Headings dropped", "no improvement"), ("Assessments turned", "topics"),
    )  # fmt: skip
    lists = [
        _CountedList(heading, tuple(f"{name}: {number:,}" for name, number in counts))
        for heading, counts in (
            ("Headings dropped, in how many countries", changes.dropped_in()),
            ("Headings new, in how many countries", changes.added_in()),
        )
        if counts
    ]
    return _page(
        "groups",
        f"{changes.group.name}, {old} and {new}",
        [report for row in changes.rows for report in (row.old, row.new)],
        changes,
        names=names,
        rows=rows,
        columns=[_GridColumn(*each) for each in titles],
        lists=lists,
        total=change_counts(changes.rows),
        note="Bars: length then (pale) and now; below them the sentences of the older report kept, reworded, and gone.",
        without_script=f"hrreport diff COUNTRY {old} {new}",
    )


def edition_duties_html(duties: EditionDuties, names: Names, *, sort: SortKey = "country") -> str:
    """Return countries by duties as a map, each cell opening the passages of both editions.

    Args:
        names: Names of countries as shown to readers, by slug.
        sort: By what the rows are ordered at first.
    """
    rows = []
    for number, row in enumerate(duties.ordered(sort)):
        split = len(row.old.paragraphs)
        items = [_item(p, str(each.report.id.year)) for each in (row.old, row.new) for p in each.paragraphs]
        opened = _Opened(items, [])
        cells = []
        for duty, answer in zip(duties.duties, row.answers, strict=True):
            heading = fold(f"{names.get(row.new.report.id.country, row.new.report.id.country)}: {duty.name}")
            parts = [
                _part(str(duties.old_year), row.old, answer.old),
                _part(str(duties.new_year), row.new, answer.new, after=split),
            ]
            opened.cells.append((heading, parts))
            gone = answer.outcome == "heading-gone"
            level = "heading-gone" if gone else level_of(answer.new)
            sign = LEVEL_SIGNS[level] if gone else sign_of_level(answer.new)
            said = f"{heading}: {TREATMENT_WORDS[answer.outcome] if gone else level_words(answer.new)}"
            cells.append(_GridCell(_RANKS[level], sign, "", level, said, opens=True))
        rows.append(_row(number, row.new.report, names, cells, opened))
    return _page(
        "groups",
        f"{duties.group.name}, {duties.old_year} and {duties.new_year}: what the law asks",
        [each.report for row in duties.rows for each in (row.old, row.new)],
        duties,
        names=names,
        rows=rows,
        columns=[_GridColumn(duty.name, "; ".join(duty.provisions)) for duty in duties.duties],
        column_name="Duty",
        levels=_levels({**LEVELS, "heading-gone": TREATMENT_WORDS["heading-gone"]}),
        note="A heading that is gone says nothing about the country, and is never an improvement.",
        without_script=f"hrreport diff COUNTRY {duties.old_year} {duties.new_year}",
    )


def group_trend_html(trend: GroupTrend, names: Names) -> str:
    """Return a small chart for each country, all on one scale, each bar opening the passage behind it.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    highest = tallest(trend)
    rows = []
    for number, series in enumerate(trend.series):
        opened = _Opened([], [])
        for each in series.reports:
            part = _part("", each, each.readings[0], after=len(opened.items))
            opened.items.extend(map(_item, each.paragraphs))
            opened.cells.append((fold(f"{title(each.report, names)}: {trend.topic.name}"), [part]))
        last = series.reports[-1].readings[0]
        picture = own(country_chart(trend, series, highest, row=number))
        row = _row(number, series.reports[-1].report, names, [], opened)
        rows.append(row._replace(picture=picture, value=last.measure.of_kind(Kind.ABUSE), level=level_of(last)))
    years = f"{trend.years[0]}–{trend.years[-1]}" if len(trend.years) > 1 else str(trend.years[0])
    return _page(
        "multiples",
        f"{trend.topic.name}, {trend.group.name} {years}",
        [each.report for series in trend.series for each in series.reports],
        trend,
        names=names,
        rows=rows,
        columns=[_GridColumn("Newest edition")],
        column_name="In the",
        orders=(
            _LevelEntry("country", "by country"),
            _LevelEntry("most", "most sentences in the newest edition first"),
        ),
        levels=_levels(LEVELS),
        note=(
            f"Bars: sentences reporting abuses on the topic, 0 to {highest:,} in every chart; the darker, the graver "
            "the assessment. Dashed lines: the outline changes. –: no heading. Nothing: not in the library."
        ),
        without_script=f"hrreport trend COUNTRY --topic {trend.topic.id}",
    )


def _page(
    template: str,
    heading: str,
    reports: Sequence[Report],
    table: EditionMatrix | EditionChanges | EditionDuties | GroupTrend,
    *,
    names: Names,
    rows: Sequence[_GridRow],
    columns: Sequence[_GridColumn],
    without_script: str,
    note: str = "",
    column_name: str = "",
    levels: Sequence[_LevelEntry] = (),
    lists: Sequence[_CountedList] = (),
    total: Sequence[str] = (),
    orders: Sequence[_LevelEntry] = (),
) -> str:
    legend = [*levels, _LevelEntry("", PARTS, PART_SIGN)] if levels else []
    style, script = asset("groups.css"), asset("groups.js")
    sources = [(shown_source(source_of(report, names)), list(map(fold, notices(report)))) for report in reports]
    values = {
        "rows": rows, "columns": columns, "without_script": without_script, "note": fold(note), "orders": orders,
        "column_name": column_name, "levels": levels, "legend": legend, "lists": lists, "total": total,
        "regions": facts.regions(), "policy": policy(style, script), "style": own(style), "script": own(script),
        "cautions": [fold(caution) for caution in (*table.cautions, *gaps_said(table.gaps, names))],
        "sources": sources, "colophon": COLOPHON,
        "heading": fold(f"{heading}, {countries_counted(len(rows))}"),
    }  # fmt: skip
    return environment().get_template(f"{template}.html").render(values) + "\n"


def _levels(words: dict[str, str]) -> list[_LevelEntry]:
    return [_LevelEntry(level, said, LEVEL_SIGNS[level]) for level, said in words.items()]


def _row(number: int, report: Report, names: Names, cells: Sequence[_GridCell], opened: _Opened) -> _GridRow:
    slug = report.id.country
    region = next((country.region for country in facts.countries() if country.slug == slug), "")
    return _GridRow(number, fold(names.get(slug, slug)), region, tuple(cells), opened.block())


def _level_cell(heading: str, reading: TopicReading) -> _GridCell:
    level = level_of(reading)
    words = [f"{heading}: {level_words(reading)}", place_said(reading), reading.finding.text if reading.finding else ""]
    said = fold(". ".join(filter(None, words)))
    return _GridCell(_RANKS[level], sign_of_level(reading), "", level, said, opens=bool(reading.paragraphs))


def _item(paragraph: ReadParagraph, tag: str = "") -> Item:
    section = paragraph.section.partition("/")[0]
    kinds = [kind.value if kind else "" for kind in paragraph.kinds]
    sentences = tuple((kind, fold(text)) for kind, text in zip(kinds, paragraph.sentences, strict=True) if text)
    return (tag, f"§ {section} ¶ {paragraph.number}", fold(paragraph.label), sentences)


def _part(heading: str, each: ReportReadings, reading: TopicReading, *, after: int = 0) -> Part:
    """Return what a report says on a topic; its items stand after those of another report."""
    said = [level_words(reading)]
    if reading.standing in ("own", "narrower"):
        said += (
            [assessed_or_not(reading.assessment, reading.measure.sentences)] if reading.treatment == "absent" else []
        )
    said += ["; ".join(map(str, reading.places))] if reading.places else []
    address = web_address(each.report.provenance.url) or ""
    return (heading, fold(": ".join(said)), address, tuple(after + place for place in reading.paragraphs))


# -- changes --------------------------------------------------------------------------------------------------------

_COLUMN_KINDS = (("same", "moved"), ("reworded", "split", "merged"), ("removed",), ("added",))


def _change_row(number: int, row: CountryChange, longest: int, names: Names) -> _GridRow:
    items: list[Item] = []
    places: list[tuple[int, ...]] = []
    for pair in row.pairs:
        made = _pair_items(pair, row.old.id.year, row.new.id.year)
        places.append(tuple(range(len(items), len(items) + len(made))))
        items += made
    name = fold(names.get(row.old.id.country, row.old.id.country))
    addresses = [web_address(report.provenance.url) or "" for report in (row.old, row.new)]
    cells: list[tuple[str, list[Part]]] = [
        (f"{name} {report.id.year}", [("", f"{measure.characters:,} characters", address, ())])
        for report, measure, address in zip((row.old, row.new), (row.then, row.now), addresses, strict=True)
    ]
    cells.append((name, [("", f"{percent(row.now.characters, row.then.characters)} of the old length", "", ())]))
    for heading, kinds in zip(("kept", "reworded", "gone", "new"), _COLUMN_KINDS, strict=True):
        chosen = [n for n, pair in enumerate(row.pairs) if pair.kind in kinds]
        cells.append((f"{name}: sentences {heading}", _by_topic(row.pairs, chosen, places)))
    dropped = [
        (
            topic.name,
            fold(
                f"Heading dropped, which says nothing about the country. {row.old.id.year}: "
                f"{'; '.join(map(str, topic.places))}: {assessed_or_not(topic.assessment, topic.measure.sentences)}"
                + (" · the newer edition has a heading for the wider topic" if topic.wider else "")
            ),
            "",
            tuple(i for n, pair in enumerate(row.pairs) if pair.old_topic == topic.id for i in places[n]),
        )
        for topic in row.dropped
    ]
    cells.append((f"{name}: headings dropped", dropped))
    turned = [
        (
            topic.name,
            turned_words(topic),
            "",
            tuple(
                i for n, pair in enumerate(row.pairs) if topic.id in (pair.old_topic, pair.new_topic) for i in places[n]
            ),
        )
        for topic in row.turned
    ]
    cells.append((f"{name}: assessments that turned", turned))
    numbers = (row.kept, row.reworded, row.gone, row.fresh, len(row.dropped), len(row.turned))
    shown = [_GridCell(row.then.characters, text=f"{row.then.characters:,}", opens=True)]
    shown += [_GridCell(row.now.characters, text=f"{row.now.characters:,}", opens=True)]
    bars = own(change_bars(row, longest))
    shown += [_GridCell(row.share, text=percent(row.now.characters, row.then.characters), picture=bars)]
    shown += [_GridCell(count, text=f"{count:,}", opens=count > 0) for count in numbers]
    return _row(number, row.old, names, shown, _Opened(items, cells))


def _pair_items(pair: SentencePair, old: int, new: int) -> list[Item]:
    """Return the sentences of a pair: once what both have alike, else each side."""
    if pair.kind in ("same", "moved"):
        there = _places(pair.new)
        return [(f"{old} = {new}", f"{_places(pair.old)} → {there}", "", _said(pair.old))]
    sides = ((str(old), pair.old), (str(new), pair.new))
    return [(year, _places(quotes), "", _said(quotes)) for year, quotes in sides if quotes]


def _places(quotes: Sequence[Quote]) -> str:
    return "; ".join(dict.fromkeys(str(quote.locator) for quote in quotes))


def _said(quotes: Sequence[Quote]) -> tuple[tuple[str, str], ...]:
    return tuple((quote.kind.value if quote.kind else "", fold(quote.text)) for quote in quotes)


def _by_topic(pairs: Sequence[SentencePair], chosen: Sequence[int], places: Sequence[tuple[int, ...]]) -> list[Part]:
    found: dict[str, list[int]] = {}
    for n in chosen:
        found.setdefault(pairs[n].old_topic or pairs[n].new_topic, []).extend(places[n])
    return [(topic_name(topic), "", "", tuple(items)) for topic, items in found.items()]
