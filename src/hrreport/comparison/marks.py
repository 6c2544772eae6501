"""Word-level marks: which words of a sentence the other side does not have.

The longest common subsequence of words and marks, found row by row with one big integer per word
(Hyyrö 2004), so that two sentences of a hundred words take a fraction of a millisecond.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrreport.comparison.terms import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.comparison.terms import ComparedWord
    from hrreport.model.change import Slices

_LOOSE = 2
"""A run of so few words of grammar, alone between changed words, is marked with them."""


def common(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence in both, ascending.

    >>> common(["a", "b", "c"], ["b", "x", "c"])
    [(1, 0), (2, 2)]
    """
    head, tail = _ends(one, other)
    middle = _subsequence(one[head : len(one) - tail], other[head : len(other) - tail])
    found = [(i, i) for i in range(head)]
    found += [(head + i, head + j) for i, j in middle]
    return found + [(len(one) - n, len(other) - n) for n in range(tail, 0, -1)]


def _ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return how many words at the beginning, and how many at the end, are the same."""
    fewer = min(len(one), len(other))
    head = 0
    while head < fewer and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < fewer - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head, tail


def _subsequence(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    places: dict[str, int] = {}
    for j, word in enumerate(other):
        places[word] = places.get(word, 0) | 1 << j
    full = (1 << len(other)) - 1
    row = full
    rows = []
    for word in one:
        hits = row & places.get(word, 0)
        row = ((row + hits) | (row - hits)) & full
        rows.append(row)
    found = []
    i, j = len(one), len(other)
    while i and j:
        if rows[i - 1] >> (j - 1) & 1:
            j -= 1
            continue
        i -= 1
        if not i or rows[i - 1] >> (j - 1) & 1:
            j -= 1
            found.append((i, j))
    return found[::-1]


def marks(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[Slices, ...], tuple[Slices, ...]]:
    """Return, for each old and each new text, the pieces that the other side does not have.

    Several texts of one side are read as one, as where a sentence was split.

    >>> marks(["He was held in a cell."], ["She was held in a cold cell."])
    ((((0, 2),),), (((0, 3), (18, 22)),))
    """
    old_tokens = [(n, t) for n, text in enumerate(old) for t in tokens(text)]
    new_tokens = [(n, t) for n, text in enumerate(new) for t in tokens(text)]
    pairs = common([t.word for _, t in old_tokens], [t.word for _, t in new_tokens])
    pairs = _without_loose(pairs, [t for _, t in old_tokens], len(new_tokens))
    return (
        _slices(old_tokens, {i for i, _ in pairs}, len(old)),
        _slices(new_tokens, {j for _, j in pairs}, len(new)),
    )


def _without_loose(pairs: list[tuple[int, int]], old: Sequence[ComparedWord], new_count: int) -> list[tuple[int, int]]:
    """Drop common runs that are a mere "of the" between changed words."""
    kept: list[tuple[int, int]] = []
    runs = groupby(enumerate(pairs), key=lambda each: (each[1][0] - each[0], each[1][1] - each[0]))
    for _, group in runs:
        run = [pair for _, pair in group]
        inside = run[0] != (0, 0) and run[-1] != (len(old) - 1, new_count - 1)
        if not (inside and len(run) <= _LOOSE and all(old[i].plain for i, _ in run)):
            kept += run
    return kept


def _slices(found: Sequence[tuple[int, ComparedWord]], common_places: set[int], texts: int) -> tuple[Slices, ...]:
    """Join neighboring changed words of one text into pieces."""
    pieces: list[list[tuple[int, int]]] = [[] for _ in range(texts)]
    before: tuple[int, int] | None = None
    for place, (text, token) in enumerate(found):
        if place in common_places:
            continue
        if before == (text, place - 1):
            pieces[text][-1] = (pieces[text][-1][0], token.end)
        else:
            pieces[text].append((token.start, token.end))
        before = (text, place)
    return tuple(tuple(each) for each in pieces)
