"""Views of a search: passages with the words that were met, or how many there are.

A passage is cut to what is around the words, and counts have bars; the document has passages whole, and counts alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells, text_block
from hrreport.terminal.exact_spans import set_off
from hrreport.terminal.parts import GUTTER, labeled, pinpoint
from hrreport.terminal.spans import StyledSpan
from hrreport.wording.hits import describe_found, describe_no_hits, describe_query_reading, describe_unsearched
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrreport.model.hit import Coverage, Hit, Neighbor, Query, QueryReading, SearchResult, Tally
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

    Cite = Callable[[Hit], str]

SNIPPET = 320
"""Characters of a paragraph that are shown around the words met."""
BAR = 40
"""Columns of the longest bar."""
_TALLIES = (Column(), Column("right"), Column("right"), Column(flexible=True))


def search_view(query: Query, result: SearchResult, names: Names, *, cite: Cite | None = None) -> Document:
    """Return the passages that a search found, the best first, the words met set off.

    Args:
        query: What was asked.
        result: What was found.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a hit, where one is shown beside its place.
    """
    settings = [setting for hit in result.hits for setting in _hit(hit, names, cite)]
    return Document((text_block(describe_found(query, result), "faint"), *settings))


def _hit(hit: Hit, names: Names, cite: Cite | None) -> Iterator[Setting]:
    name = names.get(hit.id.country, hit.id.country)
    yield text_block(f"{name} {hit.id.year}, {hit.locator}", "strong", above=1)
    path: list[StyledSpan] = []
    for heading, stretches in zip(hit.headings, hit.heading_highlights, strict=True):
        path += [StyledSpan(" › ", "faint")] if path else []
        path += set_off(heading, stretches, "hit", "faint")
    yield TextBlock(tuple(path), indent=2)
    yield from map(_neighbor, hit.before)
    words: list[StyledSpan] = []
    if hit.topic:
        words += (*set_off(hit.topic, hit.topic_highlights, "hit", "label"), StyledSpan(": ", "label"))
    if hit.before or hit.after:
        words += set_off(hit.text, hit.highlights, "hit")
    else:
        part = hit.excerpt(SNIPPET)
        words += [] if part.from_start else [StyledSpan("… ")]
        words += set_off(part.text, part.highlights, "hit")
        words += [] if part.to_end else [StyledSpan(" …")]
    yield TextBlock(tuple(words), pinpoint(hit.locator), GUTTER)
    yield from map(_neighbor, hit.after)
    if cite:
        yield text_block(cite(hit), "faint", indent=GUTTER)


def _neighbor(near: Neighbor) -> TextBlock:
    words = tuple(StyledSpan(text, style or "faint") for text, style in labeled(near.topic, near.text))
    return TextBlock(words, pinpoint(near.locator), GUTTER)


def tallies_view(
    query: Query,
    tallies: Sequence[Tally],
    by: str,
    names: Names,
    *,
    coverage: Coverage | None = None,
    reading: QueryReading | None = None,
) -> Document:
    """Return how many passages a search meets in each country or year, as a bar chart.

    Args:
        query: What was asked.
        tallies: What was counted, in the order shown.
        by: ``country`` or ``year``.
        names: Names of countries as shown to readers, by slug.
        coverage: What was looked at, where that was asked.
        reading: How the query was read.
    """
    if not tallies:
        return Document((text_block(describe_no_hits(query, coverage, reading), "faint"),))
    most = max(tally.paragraphs for tally in tallies)
    rows = [
        (
            *cells(names.get(tally.name, tally.name), f"{tally.paragraphs:,}", f"{tally.reports:,}"),
            text_block("━" * max(1, round(BAR * tally.paragraphs / most)), "key"),
        )
        for tally in tallies
    ]
    total = counted(sum(tally.paragraphs for tally in tallies), "passage")
    head = cells(by.capitalize(), "Passages", "Reports", "", style="faint")
    asked = reading.asked if reading else query.text
    words = " ".join((f"{total} with {asked}.", *describe_query_reading(reading), *describe_unsearched(coverage)))
    return Document((Table(_TALLIES, (head, *rows)), text_block(words, "faint", above=1)))
