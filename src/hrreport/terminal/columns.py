"""Columns of running text beside each other, each row as tall as its tallest cell."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from hrreport.terminal.document import LEAST
from hrreport.terminal.spans import StyledSpan, width_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import Line


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Columns:
    """One row of cells: the first of a fixed width or none, the others sharing the rest equally."""

    cells: tuple[Setting, ...]
    first: int = 0
    """Columns of the first cell; 0 lets it share like the others."""
    gap: int = 3
    above: int = 0
    """Empty lines before it."""
    rule: str = ""
    """Stands in the middle of every gap."""

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield its lines."""
        yield from ([] for _ in range(self.above))
        widths = self.widths(width)
        cells = [tuple(cell.lines(wide, spell)) for cell, wide in zip(self.cells, widths, strict=True)]
        between = StyledSpan(spell(self.rule).center(self.gap), "faint") if self.rule else StyledSpan(" " * self.gap)
        for pieces in zip_longest(*cells, fillvalue=None):
            line: Line = []
            for n, (piece, wide) in enumerate(zip(pieces, widths, strict=True)):
                line += [between] if n else []
                line += [*(piece or []), StyledSpan(" " * max(wide - width_of(piece or []), 0))]
            yield line

    def widths(self, width: int) -> list[int]:
        """Return the width of each cell on a page of a given width."""
        sharing = len(self.cells) - bool(self.first)
        free = width - self.first - self.gap * (len(self.cells) - 1)
        each = [max(free // sharing, LEAST)] * sharing if sharing else []
        return [self.first, *each] if self.first else each


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StackedSettings:
    """Settings below each other, as one."""

    settings: tuple[Setting, ...]

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield their lines."""
        for setting in self.settings:
            yield from setting.lines(width, spell)
