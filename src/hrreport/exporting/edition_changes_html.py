"""HTML: what became of the reports of an edition, a row for each country whose figures open their sentences."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hrreport.exporting.grid import CountedList, GridCell, GridColumn, RowPassages, grid_page, grid_row
from hrreport.exporting.html import trusted_markup
from hrreport.exporting.markup import web_address
from hrreport.text.whitespace import fold
from hrreport.views.edition_changes import change_counts
from hrreport.views.groups_chart import change_bars
from hrreport.wording.changes import percent, topic_name
from hrreport.wording.reports import assessed_or_not
from hrreport.wording.treatments import turned_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.exporting.grid import GridRow, Item, Part
    from hrreport.model.change import Quote, SentencePair
    from hrreport.model.edition_change import CountryChange, EditionChanges, OneSidedTopic, SortKey
    from hrreport.model.report import Report
    from hrreport.wording.changes import Names


_COLUMN_KINDS = {
    "kept": ("same", "moved"),
    "reworded": ("reworded", "split", "merged"),
    "gone": ("removed",),
    "new": ("added",),
}
"""Which pairs of sentences a column counts, by its heading."""


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


def _change_row(number: int, row: CountryChange, longest: int, names: Names) -> GridRow:
    items: list[Item] = []
    pairs: list[tuple[SentencePair, range]] = []
    """Each pair of sentences with its places among the items."""
    for pair in row.pairs:
        first = len(items)
        items += _pair_items(pair, row.old.id.year, row.new.id.year)
        pairs.append((pair, range(first, len(items))))
    name = fold(names.get(row.old.id.country, row.old.id.country))
    share = percent(row.now.characters, row.then.characters)
    lengths: list[tuple[str, list[Part]]] = [
        (f"{name} {report.id.year}", [("", f"{measure.characters:,} characters", _address(report), ())])
        for report, measure in ((row.old, row.then), (row.new, row.now))
    ]
    sentences = [
        (f"{name}: sentences {heading}", _by_topic((pair, at) for pair, at in pairs if pair.kind in kinds))
        for heading, kinds in _COLUMN_KINDS.items()
    ]
    dropped: list[Part] = [
        (t.name, _dropped_words(t, row.old.id.year), "", _joined(at for pair, at in pairs if pair.old_topic == t.id))
        for t in row.dropped
    ]
    turned: list[Part] = [
        (t.name, turned_words(t), "", _joined(at for pair, at in pairs if t.id in (pair.old_topic, pair.new_topic)))
        for t in row.turned
    ]
    opened: list[tuple[str, list[Part]]] = [
        *lengths,
        (name, [("", f"{share} of the old length", "", ())]),
        *sentences,
        (f"{name}: headings dropped", dropped),
        (f"{name}: assessments that changed", turned),
    ]
    counts = (row.kept, row.reworded, row.gone, row.fresh, len(row.dropped), len(row.turned))
    cells = [
        *(GridCell(length, text=f"{length:,}", opens=True) for length in (row.then.characters, row.now.characters)),
        GridCell(row.share, text=share, picture=trusted_markup(change_bars(row, longest))),
        *(GridCell(count, text=f"{count:,}", opens=count > 0) for count in counts),
    ]
    return grid_row(number, row.old, names, cells, RowPassages(items, opened))


def _address(report: Report) -> str:
    return web_address(report.provenance.url) or ""


def _dropped_words(topic: OneSidedTopic, year: int) -> str:
    places = "; ".join(map(str, topic.places))
    return fold(
        f"Heading dropped, which says nothing about the country. {year}: {places}: "
        + assessed_or_not(topic.assessment, topic.measure.sentences)
        + (" · the newer edition has a heading for the wider topic" if topic.wider else "")
    )


def _pair_items(pair: SentencePair, old: int, new: int) -> list[Item]:
    """Return the sentences of a pair: once what both have alike, else each side."""
    if pair.kind in ("same", "moved"):
        return [(f"{old} = {new}", f"{_places(pair.old)} → {_places(pair.new)}", "", _sentences(pair.old))]
    sides = ((str(old), pair.old), (str(new), pair.new))
    return [(year, _places(quotes), "", _sentences(quotes)) for year, quotes in sides if quotes]


def _places(quotes: Iterable[Quote]) -> str:
    return "; ".join(dict.fromkeys(str(quote.locator) for quote in quotes))


def _sentences(quotes: Iterable[Quote]) -> tuple[tuple[str, str], ...]:
    return tuple((quote.kind.value if quote.kind else "", fold(quote.text)) for quote in quotes)


def _by_topic(pairs: Iterable[tuple[SentencePair, range]]) -> list[Part]:
    found: dict[str, list[int]] = {}
    for pair, places in pairs:
        found.setdefault(pair.old_topic or pair.new_topic, []).extend(places)
    return [(topic_name(topic), "", "", tuple(items)) for topic, items in found.items()]


def _joined(places: Iterable[range]) -> tuple[int, ...]:
    return tuple(chain.from_iterable(places))
