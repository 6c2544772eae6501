"""Set aside what a PDF repeats at the edges of its pages: running heads and feet, and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.filing import PrintedLine, PrintedPages

_LEAST_REPEATED = 3
"""A line at the same place near the edge of so many pages is a running head or foot."""
_EDGE = 2
"""So many lines at the top and at the bottom of a page may be heads and feet."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[-–—\s]*(?:page )?(\d+)(?: of \d+)?[-–—\s]*", re.IGNORECASE)


def without_furniture(pages: PrintedPages) -> PrintedPages:
    """Return the lines of each page that are neither running heads or feet nor numbers of pages."""
    edges = Counter(key for page in pages for key in {key for line in _at_edges(page) for key in _keys(line)})
    least = min(_LEAST_REPEATED, max(2, len(pages)))

    def is_furniture(line: PrintedLine) -> bool:
        repeated = (sum(edges[words, height + off] for off in (-1, 0, 1)) >= least for words, height in _keys(line))
        return any(repeated) or bool(_NUMBER.fullmatch(line.text))

    kept = []
    for page in pages:
        aside = {id(line) for line in _at_edges(page) if is_furniture(line)}
        kept.append(tuple(line for line in page if id(line) not in aside))
    return tuple(kept)


def printed_numbers(pages: PrintedPages) -> tuple[int, ...]:
    """Return the number that is printed on each page, or would be: where none is printed, the count goes on.

    Where the numbers that are printed do not rise by one, pages are counted from 1 as a reader's program does.
    """
    offsets = {
        int(found[1]) - line.page
        for page in pages
        for line in _at_edges(page)
        if (found := _NUMBER.fullmatch(line.text))
    }
    first = 1 + (offsets.pop() if len(offsets) == 1 else 0)
    return tuple(range(first, first + len(pages)))


def _at_edges(page: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    return (*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :])


def _keys(line: PrintedLine) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield what a running head or foot has on all pages: words and numbers, one that of the page; and its height."""
    words, height = _DIGITS.sub("#", line.text), round(line.bottom)
    numbers = _DIGITS.findall(line.text)
    yield (words, *numbers), height
    for n, number in enumerate(numbers):
        yield (words, *numbers[:n], f"page {int(number) - line.page:+}", *numbers[n + 1 :]), height
