"""Hits: the passages that a search found, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    ProseBlock,
    QuotationBlock,
    TableBlock,
    TableColumn,
    TableRow,
    cells_of,
    marked_runs,
    runs,
    small_note,
)
from hrreport.views.heads import document_on
from hrreport.wording.changes import name_of
from hrreport.wording.hits import describe_found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrreport.model.hit import Hit, Neighbor, Query, SearchResult, Tally
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

    Cite = Callable[[Hit], str]


def search_document(query: Query, result: SearchResult, names: Names, *, cite: Cite) -> BlockDocument:
    """Return the passages that a search found, the best first, whole, the words met marked.

    Args:
        query: What was asked.
        result: What was found.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a hit.
    """
    blocks: list[AnyBlock] = [ProseBlock(runs(fold(describe_found(query, result))))]
    for hit in result.hits:
        blocks.append(HeadingBlock(1, fold(f"{name_of(hit.id, names)}, {hit.locator}")))
        blocks.append(small_note(" › ".join(hit.headings)))
        blocks += map(_neighbor, hit.before)
        words = runs(*marked_runs(hit.text, hit.highlights, ("hit",)))
        blocks.append(QuotationBlock(words, citation=fold(cite(hit)), label=fold(hit.topic or "")))
        blocks += map(_neighbor, hit.after)
    return document_on(f"Search: {query.text}", (), blocks, names=names, colophon="")


def _neighbor(near: Neighbor) -> QuotationBlock:
    return QuotationBlock(runs(fold(near.text)), near.locator.pinpoint, label=fold(near.topic or ""))


def tallies_document(query: Query, tallies: Sequence[Tally], by: str, names: Names) -> BlockDocument:
    """Return how many passages a search meets in each country or year (`by`), as a table."""
    columns = (TableColumn(by.capitalize()), TableColumn("Passages", "end"), TableColumn("Reports", "end"))
    rows = (
        TableRow(cells_of((names.get(tally.name, tally.name), f"{tally.paragraphs:,}", f"{tally.reports:,}")))
        for tally in tallies
    )
    table = TableBlock(columns, tuple(rows))
    return document_on(f"Search: {query.text}", (), (table,), names=names, colophon="")
