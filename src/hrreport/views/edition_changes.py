"""Many countries over two editions: what became of each report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    ListBlock,
    ListEntry,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    cells_of,
    runs,
    small_note,
)
from hrreport.views.heads import group_document
from hrreport.wording.changes import country_name, percent
from hrreport.wording.treatments import countries_counted, turned_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.edition_change import CountryChange, EditionChanges, SortKey
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
SIGNS_EXPLAINED = (
    "Characters of the report then and now; sentences of the older report kept word for word (=), reworded (~), gone "
    "(−); sentences only in the newer (+); headings dropped; topics whose assessment is another."
)
"""The meaning of the titles on a terminal."""


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


def edition_changes_document(
    changes: EditionChanges, names: Names, *, sort: SortKey = "country", on_screen: bool = False
) -> BlockDocument:
    """Return a row for each country, the sum over them, and which headings were dropped or are new.

    Args:
        changes: The two editions.
        names: Names of countries as shown to readers, by slug.
        sort: By what the rows are ordered.
        on_screen: Whether it is for a terminal: with signs for the longer titles, bars, and the next command.
    """
    ordered = changes.ordered(sort)
    bars = ("█" * round(20 * min(row.share, 1)) for row in ordered)  # the longest: as long as the older report
    rows = [
        cells_of((country_name(row.old.id, names), *change_counts([row]), bar))
        for row, bar in zip(ordered, bars, strict=True)
    ]
    total = ("Sum", *change_counts(ordered), "")
    rows.append(tuple(TableCell((runs(TextRun(word, ("strong",))),)) for word in total))
    columns = (TableColumn("Country", width=2), *(TableColumn(name, "end") for name in CHANGE_TITLES))
    if on_screen:
        titles = (str(changes.old_year), str(changes.new_year), "", "=", "~", "−", "+", "dropped", "turned")
        numbers = (TableColumn(title, "end", dispensable=title in ("", "=", "~", "+")) for title in titles)
        columns = (TableColumn(width=2), *numbers, TableColumn(dispensable=True))
    dropped = "Headings dropped, in how many countries" + "; none of them is an improvement" * on_screen
    blocks: list[AnyBlock] = [
        HeadingBlock(1, "Country by country"),
        TableBlock(columns, tuple(TableRow(row[: len(columns)]) for row in rows), wide=True),
        small_note(SIGNS_EXPLAINED if on_screen else CHANGES_EXPLAINED),
        *_counted_topics(dropped, changes.dropped_in()),
        *_counted_topics("Headings new, in how many countries", changes.added_in()),
    ]
    turned = [row for row in ordered if row.turned]
    if turned:
        blocks.append(HeadingBlock(1, "Assessments that turned"))
        found = [each for row in turned for each in _turned_rows(row, names, together=on_screen)]
        columns = (TableColumn("Country", width=0.4), TableColumn("Topic", width=0.6), TableColumn())
        blocks.append(TableBlock(columns, tuple(found), run_in=True))
    if on_screen:
        years = f"{changes.old_year} {changes.new_year}"
        blocks.append(small_note(f"The sentences behind a row: hrreport diff COUNTRY {years}, or --format html."))
    heading = f"{changes.group.name}, {changes.old_year} and {changes.new_year}: {countries_counted(len(ordered))}"
    reports = [report for row in ordered for report in (row.old, row.new)]
    return group_document(heading, reports, blocks, changes, names, on_screen=on_screen)


def _turned_rows(row: CountryChange, names: Names, *, together: bool) -> Iterator[TableRow]:
    """Yield the assessments of a country that turned, a row for each or all together in one."""
    topics = [(topic.name, turned_words(topic)) for topic in row.turned]
    if together:
        topics = [("; ".join(f"{name}: {words}" for name, words in topics), "")]
    for name, words in topics:
        yield TableRow(cells_of((country_name(row.old.id, names), name, words)))


def _counted_topics(heading: str, counts: Sequence[tuple[str, int]]) -> Iterator[AnyBlock]:
    if counts:
        yield HeadingBlock(1, heading)
        yield ListBlock(tuple(ListEntry(runs(fold(f"{name}: {number:,}"))) for name, number in counts), run_in=True)
