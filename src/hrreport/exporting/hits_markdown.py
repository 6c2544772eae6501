"""Markdown: the passages that a search found, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.exporting import commonmark
from hrreport.exporting.report_heads import table
from hrreport.wording.hits import describe_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hrreport.model.hit import Hit, HitSpan, Neighbor, Query, SearchResult, Tally
    from hrreport.wording.changes import Names

    Cite = Callable[[Hit], str]


def search_markdown(query: Query, result: SearchResult, names: Names, *, cite: Cite) -> str:
    """Return the passages that a search found, the best first, whole, the words met in bold.

    Args:
        query: What was asked.
        result: What was found.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a hit.
    """
    blocks = [f"# {commonmark.plain(f'Search: {query.text}')}", commonmark.plain(describe_found(query, result))]
    for hit in result.hits:
        name = names.get(hit.id.country, hit.id.country)
        blocks.append(f"## {commonmark.plain(f'{name} {hit.id.year}, {hit.locator}')}")
        blocks.append(f"*{commonmark.plain(' › '.join(hit.headings))}*")
        blocks += [_neighbor(near) for near in hit.before]
        label = f"{commonmark.set_off(hit.topic)} " if hit.topic else ""
        blocks.append(f"{label}{bold(hit.text, hit.highlights)}")
        blocks += [_neighbor(near) for near in hit.after]
        blocks.append(f"> {commonmark.plain(cite(hit))}")
    return "\n\n".join(blocks) + "\n"


def bold(text: str, spans: Iterable[HitSpan]) -> str:
    r"""Return words with some stretches in bold.

    >>> from hrreport.model.hit import HitSpan
    >>> bold("a *long* time", [HitSpan(2, 8)])
    'a **\\*long\\*** time'
    """
    done = 0
    said = []
    for start, end in spans:
        said += [commonmark.stretch(text, done, start), f"**{commonmark.stretch(text, start, end)}**"]
        done = end
    return "".join([*said, commonmark.stretch(text, done, len(text))])


def _neighbor(near: Neighbor) -> str:
    label = f"{commonmark.set_off(near.topic)} " if near.topic else ""
    return f"{near.locator.pinpoint} {label}{commonmark.plain(near.text)}"


def tallies_markdown(query: Query, tallies: Sequence[Tally], by: str, names: Names) -> str:
    """Return how many passages a search meets in each country or year (`by`), as a table."""
    rows = [
        (commonmark.plain(names.get(tally.name, tally.name)), f"{tally.paragraphs:,}", f"{tally.reports:,}")
        for tally in tallies
    ]
    heading = f"# {commonmark.plain(f'Search: {query.text}')}"
    return f"{heading}\n\n{table((by.capitalize(), 'Passages', 'Reports'), rows, right=(1, 2))}\n"
