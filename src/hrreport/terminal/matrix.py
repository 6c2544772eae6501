"""The view of several reports beside each other, topic by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.terminal.columns import Columns, StackedSettings
from hrreport.terminal.document import Document, TextBlock
from hrreport.terminal.parts import legend, mark
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.values import dataclass
from hrreport.wording.changes import PER, format_rate, numbers_of, title
from hrreport.wording.reports import assessed_or_not, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.change import Measure
    from hrreport.model.matrix import Cell, Matrix
    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import Line
    from hrreport.wording.changes import Names

WIDE = 180
_TOPIC = 26
"""Columns of the topics' names where reports stand beside each other."""
_ROOMY = 36
"""Columns of a cell from which on reports stand beside each other; in less room they stand below each other."""
_MOST_WORDS = 60
"""A longer sentence is named by its length and place: it is never cut."""


def matrix_view(matrix: Matrix, names: Names) -> Document:
    """Return topics by reports: the mark of the assessment, the first key finding word for word, and its place.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    which = tuple(title(report, names) for report in matrix.reports)
    settings: list[Setting] = [*heads(", ".join(which), matrix.reports, matrix.cautions, names, matrix.gaps)]
    settings.append(_MatrixLine("", which, tuple(_length(measure) for measure in matrix.measures)))
    settings += (
        _MatrixLine(row.name, which, tuple(_told(cell) for cell in row.cells))
        for row in matrix.rows
        if any(cell.measure.sentences for cell in row.cells)
    )
    missing = TextBlock((StyledSpan("no heading in this report", "faint"),), (StyledSpan("–", "faint"),), 2)
    shown = [cell.assessment for row in matrix.rows for cell in row.cells]
    return Document((*settings, *legend(shown), missing), measure=WIDE)


class _MatrixField(NamedTuple):
    """The content of a field."""

    mark: StyledSpan
    words: str
    where: str = ""
    quoted: bool = False
    """Whether the words are the report's."""


def _length(measure: Measure) -> _MatrixField:
    """Return how long a report is, and how often it reports an abuse."""
    abuses = measure.of_kind(Kind.ABUSE)
    share = format_rate(rate(abuses, measure.characters))
    length = counted(measure.characters, "character")
    return _MatrixField(StyledSpan(" "), f"{length}; {counted(abuses, 'sentence')} reporting abuses ({share} {PER})")


def _told(cell: Cell) -> _MatrixField:
    """Return the mark of the assessment, and the key finding or, without one, the assessment in words."""
    if not cell.places:
        return _MatrixField(StyledSpan("–", "faint"), "no heading")
    where = str(cell.finding.locator) if cell.finding else "§ " + numbers_of(cell.places)
    return _MatrixField(mark(cell.assessment), _words(cell), where, quoted=cell.finding is not None)


def _words(cell: Cell) -> str:
    """Return what a cell says; a very long sentence is named and not cut."""
    if cell.finding is None:
        return assessed_or_not(cell.assessment, cell.measure.sentences)
    number = len(cell.finding.text.split())
    return cell.finding.text if number <= _MOST_WORDS else f"[a sentence of {number} words]"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _MatrixLine:
    """A row of the matrix: its cells beside each other where there is room, else below each other."""

    name: str
    """The topic; empty for the first row, which has the names of the reports."""
    reports: tuple[str, ...]
    cells: tuple[_MatrixField, ...]

    def lines(self, width: int, spell: Callable[[str], str]) -> Iterator[Line]:
        """Yield its lines."""
        beside = Columns((TextBlock((clean_span(self.name, "strong"),)), *self._beside()), _TOPIC, gap=2, above=1)
        if beside.widths(width)[-1] >= _ROOMY:
            yield from beside.lines(width, spell)
        else:
            yield []
            yield from StackedSettings(tuple(self._below())).lines(width, spell)

    def _beside(self) -> Iterator[Setting]:
        for report, cell in zip(self.reports, self.cells, strict=True):
            block = TextBlock((clean_span(cell.words),), (cell.mark,), 2, _tail(cell))
            yield block if self.name else StackedSettings((TextBlock((clean_span(report, "strong"),), indent=2), block))

    def _below(self) -> Iterator[Setting]:
        """Yield each cell below its report's name."""
        if self.name:
            yield TextBlock((clean_span(self.name, "strong"),))
        for report, cell in zip(self.reports, self.cells, strict=True):
            name = clean_span(report, "aside" if self.name else "strong")
            if cell.quoted:
                yield TextBlock((name,), (cell.mark,), 2, _tail(cell))
                yield TextBlock((clean_span(cell.words),), indent=2)
            else:
                yield TextBlock((name, StyledSpan(": "), clean_span(cell.words)), (cell.mark,), 2, _tail(cell))


def _tail(cell: _MatrixField) -> tuple[StyledSpan, ...]:
    return (clean_span(cell.where, "faint"),) if cell.where else ()
