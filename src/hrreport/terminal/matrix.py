"""The view of several reports beside each other, topic by topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hrreport.model.change import rate
from hrreport.model.change_wording import PER, fixed, numbers_of, title
from hrreport.model.finding import Kind
from hrreport.model.wording import assessed_or_not, figure_words
from hrreport.terminal.columns import Columns, Stack
from hrreport.terminal.page import Block, Page
from hrreport.terminal.parts import legend, mark
from hrreport.terminal.several import heads
from hrreport.terminal.spans import Span, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.change_wording import Names
    from hrreport.model.matrix import Cell, Matrix
    from hrreport.terminal.page import Setting
    from hrreport.terminal.spans import Line

WIDE = 180
_TOPIC, _TOPIC_NARROW = 30, 20
_ROOMY = 26
"""Columns of a cell from which on it shows words of a finding, and not only its figure."""
_WORDS_SHOWN = 110
"""Characters of a finding that are shown in a cell; the rest is one command away."""


def matrix_view(matrix: Matrix, names: Names) -> Page:
    """Return topics by reports: mark and assessment, key figure, first key finding and where it stands.

    Narrow cells have no words of the finding.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    which = ", ".join(title(report, names) for report in matrix.reports)
    settings: list[Setting] = [*heads(which, matrix.reports, matrix.cautions, names, matrix.gaps)]
    settings.append(
        _Row("", tuple(Block((said(title(report, names), "strong"),)) for report in matrix.reports), above=1)
    )
    settings += _lengths(matrix)
    settings += (
        _Row(row.name, tuple(_brief(cell) for cell in row.cells), tuple(_full(cell) for cell in row.cells), above=1)
        for row in matrix.rows
        if any(cell.measure.sentences for cell in row.cells)
    )
    missing = Block((Span("no heading in this report", "faint"),), (Span("–", "faint"),), 2)
    shown = [cell.assessment for row in matrix.rows for cell in row.cells]
    return Page((*settings, *legend(shown), missing), measure=WIDE)


def _lengths(matrix: Matrix) -> Iterator[_Row]:
    yield _Row("Characters", tuple(Block((Span(f"{m.characters:,}"),)) for m in matrix.measures))
    abuses = [(m.of_kind(Kind.ABUSE), m.characters) for m in matrix.measures]
    told = tuple(Block((Span(f"{count:,} ({fixed(rate(count, length))})"),)) for count, length in abuses)
    yield _Row(f"Sentences reporting abuses (in brackets {PER})", told)


def _brief(cell: Cell) -> Setting:
    return _told(cell, "")


def _full(cell: Cell) -> Setting:
    return _told(cell, shortened(cell.finding.text) if cell.finding else "")


def _told(cell: Cell, words: str) -> Setting:
    """Return a cell: the assessment, then the key figure and what words of the finding are shown."""
    if not cell.places:
        return Block((Span("–", "faint"),))
    lines = [said(assessed_or_not(cell.assessment, cell.measure.sentences))]
    lines += [said(figure_words(cell.figure))] if cell.figure else []
    lines += [said(words)] if words else []
    heads = ((mark(cell.assessment),), *((),) * (len(lines) - 1))
    tails = (*((),) * (len(lines) - 1), (_where(cell),))
    return Stack(tuple(Block((line,), head, 2, tail) for line, head, tail in zip(lines, heads, tails, strict=True)))


def _where(cell: Cell) -> Span:
    return said(str(cell.finding.locator) if cell.finding else "§ " + numbers_of(cell.places), "faint")


def shortened(text: str, most: int = _WORDS_SHOWN) -> str:
    """Return the beginning of a text with "[…]" for the rest, cut between words.

    >>> shortened("Guards beat boatmen in Gallow.", 16)
    'Guards beat […]'
    """
    if len(text) <= most:
        return text
    return text[: text.rfind(" ", 0, most - len(" […]") + 1)] + " […]"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Row:
    """A row of the matrix: briefer where its cells are narrow."""

    name: str
    brief: tuple[Setting, ...]
    full: tuple[Setting, ...] = ()
    above: int = 0

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield its lines."""
        first = _TOPIC if width > 2 * _TOPIC + _ROOMY else _TOPIC_NARROW
        cells = self._columns(self.brief, first)
        if self.full and cells.widths(width)[-1] >= _ROOMY:
            cells = self._columns(self.full, first)
        yield from cells.lines(width, spell)

    def _columns(self, cells: tuple[Setting, ...], first: int) -> Columns:
        return Columns((Block((said(self.name),)), *cells), first, gap=2, above=self.above)
