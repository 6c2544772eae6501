"""The view of several reports beside each other, topic by topic.

Its cells are beside each other or below each other as the page has room, which a table of blocks cannot be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.model.change import rate
from hrreport.model.finding import Kind
from hrreport.terminal.columns import Columns, FittingSetting, StackedSettings
from hrreport.terminal.document import Document, TextBlock, text_block
from hrreport.terminal.parts import legend, mark
from hrreport.terminal.report_heads import heads
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import PER, format_rate, numbers_of, title
from hrreport.wording.reports import assessed_or_not, counted, sentence_or_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.change import Measure
    from hrreport.model.matrix import Cell, Matrix
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

WIDE = 180
_TOPIC = 26
"""Columns of the topics' names where reports are beside each other."""
_ROOMY = 36
"""Columns of a cell from which on reports are beside each other; in less room they are below each other."""
_GAP = 2


def matrix_view(matrix: Matrix, names: Names) -> Document:
    """Return topics by reports: the mark of the assessment, the first key finding word for word, and its place.

    Args:
        names: Names of countries as shown to readers, by slug.
    """
    which = tuple(title(report, names) for report in matrix.reports)
    settings: list[Setting] = [*heads(", ".join(which), matrix.reports, matrix.cautions, names, matrix.gaps)]
    settings.append(_row("", which, [_length(measure) for measure in matrix.measures]))
    settings += (
        _row(row.name, which, [_field(cell) for cell in row.cells])
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

    def block(self, *body: StyledSpan) -> TextBlock:
        """Return a body with the mark before it and the place at its end."""
        return TextBlock(body, (self.mark,), 2, (clean_span(self.where, "faint"),) if self.where else ())


def _length(measure: Measure) -> _MatrixField:
    """Return how long a report is, and how often it reports an abuse."""
    abuses = measure.of_kind(Kind.ABUSE)
    share = format_rate(rate(abuses, measure.characters))
    length = counted(measure.characters, "character")
    return _MatrixField(StyledSpan(" "), f"{length}; {counted(abuses, 'sentence')} reporting abuses ({share} {PER})")


def _field(cell: Cell) -> _MatrixField:
    """Return the mark of the assessment, and the key finding or, without one, the assessment in words."""
    if not cell.places:
        return _MatrixField(StyledSpan("–", "faint"), "no heading")
    if cell.finding is None:
        words = assessed_or_not(cell.assessment, cell.measure.sentences)
        return _MatrixField(mark(cell.assessment), words, f"§ {numbers_of(cell.places)}")
    words = sentence_or_length(cell.finding.text)
    return _MatrixField(mark(cell.assessment), words, str(cell.finding.locator), quoted=True)


def _row(name: str, reports: Sequence[str], fields: Sequence[_MatrixField]) -> Setting:
    """Return a row: its cells beside each other where there is room, else below each other.

    Args:
        name: The topic; empty for the first row, which has the names of the reports.
        reports: Their names.
        fields: Those of the row, one of each report.
    """
    beside: list[Setting] = [text_block(name, "strong")]
    for report, field in zip(reports, fields, strict=True):
        block = field.block(clean_span(field.words))
        beside.append(block if name else StackedSettings((text_block(report, "strong", indent=2), block)))
    room = _TOPIC + (_GAP + _ROOMY) * len(fields)
    below = StackedSettings((TextBlock(()), *_below(name, reports, fields)))
    return FittingSetting(room, Columns(tuple(beside), _TOPIC, _GAP), below)


def _below(name: str, reports: Sequence[str], fields: Sequence[_MatrixField]) -> Iterator[Setting]:
    """Yield each cell below its report's name."""
    if name:
        yield text_block(name, "strong")
    for report, field in zip(reports, fields, strict=True):
        which = clean_span(report, "aside" if name else "strong")
        if field.quoted:
            yield field.block(which)
            yield text_block(field.words, indent=2)
        else:
            yield field.block(which, StyledSpan(": "), clean_span(field.words))
