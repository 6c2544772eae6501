"""Settings beside each other or below each other, as the page has room."""

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
    """One row of cells, as tall as its tallest: the first of a fixed width or none, the others sharing the rest."""

    cells: tuple[Setting, ...]
    first: int = 0
    """Columns of the first cell; 0 lets it share like the others."""
    gap: int = 3

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield an empty line, then its own."""
        yield []
        sharing = len(self.cells) - bool(self.first)
        free = width - self.first - self.gap * (len(self.cells) - 1)
        widths = [self.first] * bool(self.first) + [max(free // sharing, LEAST)] * sharing
        cells = [tuple(cell.lines(wide, spell)) for cell, wide in zip(self.cells, widths, strict=True)]
        for pieces in zip_longest(*cells, fillvalue=None):
            line: Line = []
            for n, (piece, wide) in enumerate(zip(pieces, widths, strict=True)):
                line += [StyledSpan(" " * self.gap)] if n else []
                line += [*(piece or []), StyledSpan(" " * max(wide - width_of(piece or []), 0))]
            yield line


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StackedSettings:
    """Settings below each other, as one."""

    settings: tuple[Setting, ...]

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield their lines."""
        for setting in self.settings:
            yield from setting.lines(width, spell)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FittingSetting:
    """A setting for pages that are wide enough for it, and another for narrower ones."""

    least: int
    """Columns of the narrowest page that is wide enough."""
    beside: Setting
    below: Setting

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield the lines of the one that fits."""
        yield from (self.beside if width >= self.least else self.below).lines(width, spell)
