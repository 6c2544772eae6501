"""Views of a search: passages with the words that were met, or how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.hit_wording import found_said, none_said, reading_said, unsearched_said
from hrreport.model.wording import counted
from hrreport.terminal.exact import set_off
from hrreport.terminal.page import Block, Column, Page, Table
from hrreport.terminal.parts import GUTTER, labelled, pinpoint
from hrreport.terminal.spans import Span, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrreport.model.change_wording import Names
    from hrreport.model.hit import Coverage, Hit, Neighbour, Query, Reading, SearchResult, Tally
    from hrreport.terminal.page import Setting

    Cite = Callable[[Hit], str]

SNIPPET = 320
"""Characters of a paragraph that are shown around the words met."""
BAR = 40
"""Columns of the longest bar."""
_TALLIES = (Column(), Column("right"), Column("right"), Column(flexible=True))


def search_view(query: Query, result: SearchResult, names: Names, *, cite: Cite | None = None) -> Page:
    """Return the passages that a search found, the best first, the words met set off.

    Args:
        query: What was asked.
        result: What was found.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a hit, where one is wanted beside its place.
    """
    settings: list[Setting] = [Block((said(found_said(query, result), "faint"),))]
    for hit in result.hits:
        settings += _hit(hit, names, cite)
    return Page(tuple(settings))


def _hit(hit: Hit, names: Names, cite: Cite | None) -> Iterator[Setting]:
    where = said(f"{names.get(hit.id.country, hit.id.country)} {hit.id.year}, {hit.locator}", "strong")
    yield Block((where,), above=1)
    path: list[Span] = []
    for heading, stretches in zip(hit.headings, hit.heading_highlights, strict=True):
        path += [Span(" › ", "faint")] if path else []
        path += set_off(heading, stretches, "hit", "faint")
    yield Block(tuple(path), indent=2)
    if hit.before or hit.after:
        yield from (_neighbour(near) for near in hit.before)
        yield Block((*_label(hit), *set_off(hit.text, hit.highlights, "hit")), pinpoint(hit.locator), GUTTER)
        yield from (_neighbour(near) for near in hit.after)
    else:
        part = hit.excerpt(SNIPPET)
        ends = (Span("" if part.from_start else "… "), Span("" if part.to_end else " …"))
        words = (ends[0], *set_off(part.text, part.highlights, "hit"), ends[1])
        yield Block((*_label(hit), *words), pinpoint(hit.locator), GUTTER)
    if cite:
        yield Block((said(cite(hit), "faint"),), indent=GUTTER)


def _label(hit: Hit) -> tuple[Span, ...]:
    if not hit.topic:
        return ()
    return (*set_off(hit.topic, hit.topic_highlights, "hit", "label"), Span(": ", "label"))


def _neighbour(near: Neighbour) -> Block:
    words = tuple(Span(text, style or "faint") for text, style in labelled(near.topic, near.text))
    return Block(words, pinpoint(near.locator), GUTTER)


def tallies_view(
    query: Query,
    tallies: Sequence[Tally],
    by: str,
    names: Names,
    *,
    coverage: Coverage | None = None,
    reading: Reading | None = None,
) -> Page:
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
        return Page((Block((said(none_said(query, coverage, reading), "faint"),)),))
    most = max(tally.paragraphs for tally in tallies)
    rows = [
        (
            Block((said(names.get(tally.name, tally.name)),)),
            Block((Span(f"{tally.paragraphs:,}"),)),
            Block((Span(f"{tally.reports:,}"),)),
            Block((Span("━" * max(1, round(BAR * tally.paragraphs / most)), "key"),)),
        )
        for tally in tallies
    ]
    total = counted(sum(tally.paragraphs for tally in tallies), "passage")
    head = tuple(Block((Span(name, "faint"),)) for name in (by.capitalize(), "Passages", "Reports", ""))
    asked = reading.asked if reading else query.text
    words = " ".join((f"{total} with {asked}.", *reading_said(reading), *unsearched_said(coverage)))
    foot = Block((said(words, "faint"),), above=1)
    return Page((Table(_TALLIES, (head, *rows)), foot))
