"""Views of a search: passages with the words that were met, or how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.hit_wording import found_said, none_said, reading_said, unsearched_said
from hrreport.model.wording import counted
from hrreport.terminal.exact import set_off
from hrreport.terminal.page import Column, Document, Table, TextBlock
from hrreport.terminal.parts import GUTTER, labelled, pinpoint
from hrreport.terminal.spans import StyledSpan, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrreport.model.change_wording import Names
    from hrreport.model.hit import Coverage, Hit, Neighbour, Query, QueryReading, SearchResult, Tally
    from hrreport.terminal.page import Setting

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
    settings: list[Setting] = [TextBlock((said(found_said(query, result), "faint"),))]
    for hit in result.hits:
        settings += _hit(hit, names, cite)
    return Document(tuple(settings))


def _hit(hit: Hit, names: Names, cite: Cite | None) -> Iterator[Setting]:
    where = said(f"{names.get(hit.id.country, hit.id.country)} {hit.id.year}, {hit.locator}", "strong")
    yield TextBlock((where,), above=1)
    path: list[StyledSpan] = []
    for heading, stretches in zip(hit.headings, hit.heading_highlights, strict=True):
        path += [StyledSpan(" › ", "faint")] if path else []
        path += set_off(heading, stretches, "hit", "faint")
    yield TextBlock(tuple(path), indent=2)
    if hit.before or hit.after:
        yield from (_neighbour(near) for near in hit.before)
        yield TextBlock((*_label(hit), *set_off(hit.text, hit.highlights, "hit")), pinpoint(hit.locator), GUTTER)
        yield from (_neighbour(near) for near in hit.after)
    else:
        part = hit.excerpt(SNIPPET)
        ends = (StyledSpan("" if part.from_start else "… "), StyledSpan("" if part.to_end else " …"))
        words = (ends[0], *set_off(part.text, part.highlights, "hit"), ends[1])
        yield TextBlock((*_label(hit), *words), pinpoint(hit.locator), GUTTER)
    if cite:
        yield TextBlock((said(cite(hit), "faint"),), indent=GUTTER)


def _label(hit: Hit) -> tuple[StyledSpan, ...]:
    if not hit.topic:
        return ()
    return (*set_off(hit.topic, hit.topic_highlights, "hit", "label"), StyledSpan(": ", "label"))


def _neighbour(near: Neighbour) -> TextBlock:
    words = tuple(StyledSpan(text, style or "faint") for text, style in labelled(near.topic, near.text))
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
        return Document((TextBlock((said(none_said(query, coverage, reading), "faint"),)),))
    most = max(tally.paragraphs for tally in tallies)
    rows = [
        (
            TextBlock((said(names.get(tally.name, tally.name)),)),
            TextBlock((StyledSpan(f"{tally.paragraphs:,}"),)),
            TextBlock((StyledSpan(f"{tally.reports:,}"),)),
            TextBlock((StyledSpan("━" * max(1, round(BAR * tally.paragraphs / most)), "key"),)),
        )
        for tally in tallies
    ]
    total = counted(sum(tally.paragraphs for tally in tallies), "passage")
    head = tuple(TextBlock((StyledSpan(name, "faint"),)) for name in (by.capitalize(), "Passages", "Reports", ""))
    asked = reading.asked if reading else query.text
    words = " ".join((f"{total} with {asked}.", *reading_said(reading), *unsearched_said(coverage)))
    foot = TextBlock((said(words, "faint"),), above=1)
    return Document((Table(_TALLIES, (head, *rows)), foot))
