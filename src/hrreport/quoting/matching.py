"""Find every occurrence of a quotation, with its ellipses and brackets.

Sets of positions are kept as the bits of one integer. To pass a word is to shift the set by one bit
and keep the positions at which the word stands, so the time is that of the quotation's length times a
few machine words, whatever the quotation: there is no backtracking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.quoting.quotation import Bracket, PatchedWord, WordRun
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.quoting.quotation import Element
    from hrreport.quoting.quotation_index import QuotationIndex

BRACKET_SHIFTS = (1, 2, 4, 8)
MOST_REPLACED = sum(BRACKET_SHIFTS)
"""A bracket stands in place of at most so many words."""


@dataclass(frozen=True, slots=True)
class TextMatch:
    """The positions of a quotation's elements in a report, and the end of the last one."""

    bounds: tuple[int, ...]
    """Numbers of words; element ``i`` covers the words from ``bounds[i]`` to ``bounds[i + 1]``."""

    @property
    def first(self) -> int:
        """The first word."""
        return self.bounds[0]

    @property
    def last(self) -> int:
        """The last word."""
        return self.bounds[-1] - 1


class _WordSets:
    """Sets of positions in one report."""

    def __init__(self, index: QuotationIndex) -> None:
        self._index = index
        self._known: dict[str, int] = {}
        self._sections: list[tuple[int, int]] = []

    def of_word(self, word: str) -> int:
        """Return where a word stands."""
        if word not in self._known:
            self._known[word] = self._bits(self._index.positions.get(word, ()))
        return self._known[word]

    def of_patched(self, patched: PatchedWord) -> int:
        """Return where a word stands whose letters fit."""
        if patched.text not in self._known:
            fits = patched.pattern.fullmatch
            found = (p for word, places in self._index.positions.items() if fits(word) for p in places)
            self._known[patched.text] = self._bits(found)
        return self._known[patched.text]

    def before_gap(self, after: int) -> int:
        """Return from where an ellipsis leads to a position of a set without leaving the section."""
        self._sections = self._sections or list(self._index.sections())
        reach = 0
        for begin, end in self._sections:
            inside = after & ((1 << end) - (1 << begin))
            if inside:
                reach |= (1 << inside.bit_length()) - (1 << (begin + 1))
        return reach

    def _bits(self, positions: Iterable[int]) -> int:
        bits = bytearray(len(self._index.words) // 8 + 1)
        for position in positions:
            bits[position >> 3] |= 1 << (position & 7)
        return int.from_bytes(bits, "little")


def find_all(index: QuotationIndex, elements: Sequence[Element]) -> list[TextMatch]:
    """Return every match, in the order of the page; of those that end together, the shortest."""
    reach = _reach(index, elements)
    if not reach:
        return []
    by_end: dict[int, TextMatch] = {}
    for start in _members(reach[0]):
        match = _follow(elements, reach, start)
        by_end[match.last] = match
    return sorted(by_end.values(), key=lambda match: match.bounds)


def _reach(index: QuotationIndex, elements: Sequence[Element]) -> list[int]:
    """Return, for each element, from where it and all after it fit; empty where nothing does."""
    sets = _WordSets(index)
    reach = [(1 << (len(index.words) + 1)) - 1]
    for element in reversed(elements):
        here = reach[-1]
        if isinstance(element, WordRun):
            for word in reversed(element.words):
                here = (here >> 1) & sets.of_word(word)
                if not here:
                    break
        elif isinstance(element, PatchedWord):
            here = (here >> 1) & sets.of_patched(element)
        elif isinstance(element, Bracket):
            for shift in BRACKET_SHIFTS:
                here |= here >> shift
        else:
            here = sets.before_gap(here)
        if not here:
            return []
        reach.append(here)
    return reach[::-1]


def _follow(elements: Sequence[Element], reach: Sequence[int], start: int) -> TextMatch:
    """Return the match from a start, every ellipsis and bracket standing for as little as it can."""
    bounds = [start]
    for element, after in zip(elements, reach[1:], strict=True):
        here = bounds[-1]
        if isinstance(element, WordRun):
            here += len(element.words)
        elif isinstance(element, PatchedWord):
            here += 1
        else:
            ahead = after >> here
            here += (ahead & -ahead).bit_length() - 1
        bounds.append(here)
    return TextMatch(tuple(bounds))


def _members(positions: int) -> Iterator[int]:
    """Yield the positions of a set, ascending."""
    while positions:
        lowest = positions & -positions
        yield lowest.bit_length() - 1
        positions ^= lowest
