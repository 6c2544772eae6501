"""Common subsequences: words that two texts have in common, in the same order.

Short pairs get the longest common subsequence, computed with one integer of bits per word of the
second text. A pair too long for that is first cut at the words that stand once in each, so the time
stays near the length of the texts even for hostile ones; where it has no such word, and is too long,
it has nothing in common.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BITS = 4_000_000
"""A pair is short while the product of its lengths is not above this; half a megabyte of bits."""

DEEPEST = 20
"""Cutting is repeated on the pieces at most so many times."""

Pair = tuple[int, int]
"""A word in common, by its number in each text."""


def common_words(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Return the words in common, in order.

    >>> common_words("no one was ever held".split(), "one man was held".split())
    [(1, 0), (2, 2), (4, 3)]
    >>> common_words(["a", "b", "c"], ["b", "x", "c"])
    [(1, 0), (2, 2)]
    """
    return _common(a, b, DEEPEST)


def _common(a: Sequence[str], b: Sequence[str], depth: int) -> list[Pair]:
    shorter = min(len(a), len(b))
    begin = next((n for n in range(shorter) if a[n] != b[n]), shorter)
    shorter -= begin
    ending = next((n for n in range(shorter) if a[-1 - n] != b[-1 - n]), shorter)
    middle = _middle(a[begin : len(a) - ending], b[begin : len(b) - ending], depth)
    return [
        *((n, n) for n in range(begin)),
        *((begin + i, begin + j) for i, j in middle),
        *((len(a) - n, len(b) - n) for n in range(ending, 0, -1)),
    ]


def _middle(a: Sequence[str], b: Sequence[str], depth: int) -> list[Pair]:
    if not a or not b or not depth:
        return []
    if len(a) * len(b) <= MOST_BITS:
        return _longest(a, b)
    pairs: list[Pair] = []
    i = j = 0
    for k, m in _rising(_once_in_each(a, b)):
        pairs += ((i + x, j + y) for x, y in _common(a[i:k], b[j:m], depth - 1))
        pairs.append((k, m))
        i, j = k + 1, m + 1
    if pairs:
        pairs += ((i + x, j + y) for x, y in _common(a[i:], b[j:], depth - 1))
    return pairs


def _once_in_each(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    counts_a, counts_b = Counter(a), Counter(b)
    in_b = {word: j for j, word in enumerate(b) if counts_b[word] == 1}
    return [(i, in_b[word]) for i, word in enumerate(a) if counts_a[word] == 1 and word in in_b]


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest run of pairs, given by their first numbers, whose second numbers rise too."""
    tails: list[int] = []
    tail_pairs: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        tails[place : place + 1] = [j]
        tail_pairs[place : place + 1] = [n]
        before.append(tail_pairs[place - 1] if place else -1)
    chosen: list[Pair] = []
    n = tail_pairs[-1] if tail_pairs else -1
    while n >= 0:
        chosen.append(pairs[n])
        n = before[n]
    return chosen[::-1]


def _longest(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Return the longest common subsequence.

    Bit ``i`` of a row is 0 where the word ``i`` of `a` makes the longest common subsequence of the
    words up to it, and of `b` up to the row's word, one longer (Hyyrö 2004).
    """
    full = (1 << len(a)) - 1
    stands: dict[str, int] = {}
    for i, word in enumerate(a):
        stands[word] = stands.get(word, 0) | 1 << i
    row, rows = full, [full]
    for word in b:
        hits = row & stands.get(word, 0)
        row = ((row + hits) | (row - hits)) & full
        rows.append(row)
    pairs: list[Pair] = []
    i, j = len(a), len(b)
    while i and j:
        bit = 1 << (i - 1)
        if rows[j] & bit:
            i -= 1
        elif not rows[j - 1] & bit:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]
