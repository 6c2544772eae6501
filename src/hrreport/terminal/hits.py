"""Views of a search: passages with the words that were met, or how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells
from hrreport.terminal.exact_spans import set_off
from hrreport.terminal.parts import GUTTER, labeled, pinpoint
from hrreport.terminal.spans import StyledSpan, clean_span
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
        cite: Makes the citation of a hit, where one is wanted beside its place.
    """
    settings: list[Setting] = [TextBlock((clean_span(describe_found(query, result), "faint"),))]
    for hit in result.hits:
        settings += _hit(hit, names, cite)
    return Document(tuple(settings))


def _hit(hit: Hit, names: Names, cite: Cite | None) -> Iterator[Setting]:
    where = clean_span(f"{names.get(hit.id.country, hit.id.country)} {hit.id.year}, {hit.locator}", "strong")
    yield TextBlock((where,), above=1)
    path: list[StyledSpan] = []
    for heading, stretches in zip(hit.headings, hit.heading_highlights, strict=True):
        path += [StyledSpan(" › ", "faint")] if path else []
        path += set_off(heading, stretches, "hit", "faint")
    yield TextBlock(tuple(path), indent=2)
    if hit.before or hit.after:
        yield from (_neighbor(near) for near in hit.before)
        yield TextBlock((*_label(hit), *set_off(hit.text, hit.highlights, "hit")), pinpoint(hit.locator), GUTTER)
        yield from (_neighbor(near) for near in hit.after)
    else:
        part = hit.excerpt(SNIPPET)
        ends = (StyledSpan("" if part.from_start else "… "), StyledSpan("" if part.to_end else " …"))
        words = (ends[0], *set_off(part.text, part.highlights, "hit"), ends[1])
        yield TextBlock((*_label(hit), *words), pinpoint(hit.locator), GUTTER)
    if cite:
        yield TextBlock((clean_span(cite(hit), "faint"),), indent=GUTTER)


def _label(hit: Hit) -> tuple[StyledSpan, ...]:
    if not hit.topic:
        return ()
    return (*set_off(hit.topic, hit.topic_highlights, "hit", "label"), StyledSpan(": ", "label"))


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
        return Document((TextBlock((clean_span(describe_no_hits(query, coverage, reading), "faint"),)),))
    most = max(tally.paragraphs for tally in tallies)
    rows = [
        (
            *cells(names.get(tally.name, tally.name), f"{tally.paragraphs:,}", f"{tally.reports:,}"),
            *cells("━" * max(1, round(BAR * tally.paragraphs / most)), style="key"),
        )
        for tally in tallies
    ]
    total = counted(sum(tally.paragraphs for tally in tallies), "passage")
    head = cells(by.capitalize(), "Passages", "Reports", "", style="faint")
    asked = reading.asked if reading else query.text
    words = " ".join((f"{total} with {asked}.", *describe_query_reading(reading), *describe_unsearched(coverage)))
    foot = TextBlock((clean_span(words, "faint"),), above=1)
    return Document((Table(_TALLIES, (head, *rows)), foot))
