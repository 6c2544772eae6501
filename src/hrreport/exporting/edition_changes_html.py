"""HTML: what became of the reports of an edition, a row for each country whose figures open their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting.grid import CountedList, GridCell, GridColumn, RowPassages, grid_page, grid_row
from hrreport.exporting.html_page import trusted_markup
from hrreport.exporting.safe_links import web_address
from hrreport.text.whitespace import fold
from hrreport.views.edition_changes import change_counts
from hrreport.views.groups_chart import change_bars
from hrreport.wording.changes import percent, topic_name
from hrreport.wording.reports import assessed_or_not
from hrreport.wording.treatments import turned_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.exporting.grid import GridRow, Item, Part
    from hrreport.model.change import Quote, SentencePair
    from hrreport.model.edition_change import CountryChange, EditionChanges, SortKey
    from hrreport.wording.changes import Names


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
        CountedList(heading, tuple(f"{name}: {number:,}" for name, number in counts))
        for heading, counts in (
            ("Headings dropped, in how many countries", changes.dropped_in()),
            ("Headings new, in how many countries", changes.added_in()),
        )
        if counts
    ]
    return grid_page(
        "groups",
        f"{changes.group.name}, {old} and {new}",
        [report for row in changes.rows for report in (row.old, row.new)],
        changes,
        names=names,
        rows=rows,
        columns=[GridColumn(*each) for each in titles],
        lists=lists,
        total=change_counts(changes.rows),
        note="Bars: length then (pale) and now; below them the sentences of the older report kept, reworded, and gone.",
        without_script=f"hrreport diff COUNTRY {old} {new}",
    )


_COLUMN_KINDS = (("same", "moved"), ("reworded", "split", "merged"), ("removed",), ("added",))


def _change_row(number: int, row: CountryChange, longest: int, names: Names) -> GridRow:
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
    cells.append((f"{name}: assessments that changed", turned))
    numbers = (row.kept, row.reworded, row.gone, row.fresh, len(row.dropped), len(row.turned))
    shown = [GridCell(row.then.characters, text=f"{row.then.characters:,}", opens=True)]
    shown += [GridCell(row.now.characters, text=f"{row.now.characters:,}", opens=True)]
    bars = trusted_markup(change_bars(row, longest))
    shown += [GridCell(row.share, text=percent(row.now.characters, row.then.characters), picture=bars)]
    shown += [GridCell(count, text=f"{count:,}", opens=count > 0) for count in numbers]
    return grid_row(number, row.old, names, shown, RowPassages(items, cells))


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
