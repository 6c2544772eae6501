"""Documents of blocks on a terminal: one look for each kind of block, as there is one writer for each format of files.

Heads of answers are not set here: they are longer or shorter as the reader asks (`hrreport.terminal.parts`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Rule, Table, TextBlock, cells, text_block
from hrreport.terminal.exact_spans import AROUND, exact_span
from hrreport.terminal.parts import GUTTER
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.views.blocks import (
    HeadingBlock,
    ListBlock,
    NoteBlock,
    ProseBlock,
    QuotationBlock,
    TableBlock,
    plain_text,
    without_pages,
)
from hrreport.wording.treatments import LEVEL_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.terminal.document import Setting
    from hrreport.terminal.spans import StyleName
    from hrreport.views.blocks import AnyBlock, BlockDocument, ListEntry, Mark, Runs, TableCell

INDENT = 3
"""Columns left of what belongs to a verdict."""
SIGNS = {
    "exact": StyledSpan("✓", "added"),
    "altered-as-marked": StyledSpan("~", "limited"),
    "differs": StyledSpan("✗", "notice"),
    "not-found": StyledSpan("✗", "notice"),
}
"""The sign of each verdict, in the margin of its words."""
_STYLES: dict[Mark, StyleName] = {
    "strong": "strong", "emphasis": "aside", "hit": "", "inserted": "added", "deleted": "removed", "quoted": "",
    "pinpoint": "faint", "small": "faint",
}  # fmt: skip
_AROUND: dict[Mark, tuple[tuple[str, str], StyleName]] = {
    "deleted": (AROUND["removed"], "removed"), "inserted": (AROUND["added"], "added"), "hit": (("⟦", "⟧"), "key"),
}  # fmt: skip
"""The signs around marked words, so that they are distinguished without color, and their style."""
_LEVEL_STYLES: dict[str, StyleName] = {
    "serious": "serious", "limited": "limited", "reported": "reported", "wider": "faint", "no-heading": "faint",
    "heading-gone": "strong",
}  # fmt: skip
LEVEL_MARKS = {level: StyledSpan(sign, _LEVEL_STYLES.get(level, "")) for level, sign in LEVEL_SIGNS.items()}
"""The mark of each level of a topic in one of many countries."""
_MARKS = {mark.text: mark for mark in LEVEL_MARKS.values()}


def settings_of(document: BlockDocument, *, dense: bool = False) -> Iterator[Setting]:
    """Yield the blocks of a document as settings; its head, its pictures and its table of contents are left out.

    Args:
        dense: Whether no rules are set between its parts.
    """
    writer = _Writer(dense=dense)
    for block in without_pages(document).blocks:
        yield from writer.settings(block)
    yield from writer.ending()


def spans_of(line: Runs, style: StyleName = "") -> Iterator[StyledSpan]:
    """Yield runs as spans, signs around the marked words unless all words are marked alike."""
    alone = all("hit" in run.marks for run in line)
    for run in line:
        around = next((_AROUND[mark] for mark in run.marks if mark in _AROUND), None)
        words = exact_span(run.text, next((found for mark in run.marks if (found := _STYLES[mark])), style))
        if around is None or (alone and "hit" in run.marks):
            yield words
            continue
        before, after = (StyledSpan(sign, around[1]) for sign in around[0])  # inside of the spaces at either end
        yield StyledSpan(" " * words.text.startswith(" "))
        yield from (before, words._replace(text=words.text.strip()), after)
        yield StyledSpan(" " * (len(words.text) > 1 and words.text.endswith(" ")))


class _Writer:
    """Sets block after block; where one is set depends on those before it."""

    def __init__(self, *, dense: bool) -> None:
        self._dense = dense
        self._indent = 0
        self._detail = False
        self._before: AnyBlock | None = None
        self._citation: tuple[TextBlock, ...] = ()

    def settings(self, block: AnyBlock) -> Iterator[Setting]:
        """Yield the settings of the next block."""
        if not isinstance(block, (NoteBlock, ListBlock)):
            yield from self.ending()
        if isinstance(block, HeadingBlock):
            yield from self._heading(block)
        elif isinstance(block, ProseBlock):
            yield self._prose(block)
        elif isinstance(block, QuotationBlock):
            yield from self._quotation(block)
        elif isinstance(block, NoteBlock):
            plain = block.lead in ("", "Caution", "Notice")  # for which the sign in the margin is enough
            lead = () if plain else (clean_span(f"{block.lead}:", "notice"), StyledSpan(" "))
            words = (*lead, *spans_of(block.text, "notice"))
            yield TextBlock(words, (StyledSpan("!", "sign"),), max(self._indent, 2))
        elif isinstance(block, ListBlock):
            yield from self._list(block)
        elif isinstance(block, TableBlock):
            yield from self._rows(block) if block.run_in else self._table(block)
        else:
            return
        self._before = block

    def ending(self) -> Iterator[Setting]:
        """Yield the citation of the last passage, which comes after all remarks on it."""
        yield from self._citation
        self._citation = ()

    def _above(self, *, apart: bool = True) -> int:
        """Return the empty lines before a block that is set apart: none at the beginning and below a heading."""
        return int(apart and self._before is not None and not isinstance(self._before, HeadingBlock))

    def _heading(self, block: HeadingBlock) -> Iterator[Setting]:
        sign, words = _margin((clean_span(block.text, "strong"),))
        words += (StyledSpan(" "), clean_span(block.remark, "faint")) if block.remark else ()
        if block.level > 1 or self._dense:
            self._detail = self._dense
            yield TextBlock(words, sign, max(self._indent, 2 * len(sign)), above=1)
            return
        self._indent = 0
        yield Rule()
        yield TextBlock(words)

    def _prose(self, block: ProseBlock) -> TextBlock:
        if block.tone in SIGNS:
            self._indent = INDENT
            return TextBlock(tuple(spans_of(block.runs)), (SIGNS[block.tone],), INDENT, above=1)
        words = tuple(spans_of(block.runs, "faint" if block.small else ""))
        self._detail = self._detail and not isinstance(self._before, TableBlock)
        apart = not block.small or (self._dense and not self._detail)
        return TextBlock(words, indent=max(self._indent, 2 * self._detail), above=self._above(apart=apart))

    def _quotation(self, block: QuotationBlock) -> Iterator[TextBlock]:
        """Yield a passage; one that is asked about, and not printed in a report at a place, is strong."""
        asked = block.form == "note" and not block.pinpoint
        indent = GUTTER if block.pinpoint else self._indent
        place = (StyledSpan(clean_span(block.pinpoint).text.rjust(GUTTER - 2), "faint"),) if block.pinpoint else ()
        label = (clean_span(f"{block.label}:", "label"), StyledSpan(" ")) if block.label else ()
        words = (*label, *spans_of(block.runs, "strong" if asked else ""))
        apart = asked or bool(place and not self._dense)
        yield TextBlock(words, place, indent, above=self._above(apart=apart))
        for remark in block.remarks:
            yield text_block(remark, "aside", indent=indent)
        self._citation = (text_block(block.citation, "faint", indent=indent),) if block.citation else ()

    def _list(self, block: ListBlock) -> Iterator[TextBlock]:
        if block.run_in:
            words = "; ".join(plain_text(entry.runs) for entry in block.entries)
            yield text_block(words, indent=self._indent + 2)
        else:
            yield from self._entries(block.entries, self._indent)

    def _entries(self, entries: tuple[ListEntry, ...], indent: int) -> Iterator[TextBlock]:
        for entry in entries:
            yield TextBlock(tuple(spans_of(entry.runs, "aside")), indent=indent)
            yield from self._entries(entry.entries, indent + 2)

    def _rows(self, block: TableBlock) -> Iterator[TextBlock]:
        """Yield each row as a paragraph: its first cell, numbers in brackets, words, the rest at the right end."""
        for row in block.rows:
            (_, first), *others = zip(block.columns, map(_cell, row.cells), strict=True)
            sign, name = _margin(first)
            body = list(name) if sign else [span._replace(style="strong") for span in name]
            for column, number in others:
                body += [StyledSpan(f" ({text})") for text, _ in number if column.align == "end"]
            words, *rest = [cell for column, cell in others if column.align == "start"]
            body += [StyledSpan(": "), *words] if words else []
            yield TextBlock(tuple(body), sign, self._indent + 2, tuple(span for cell in rest for span in cell))

    def _table(self, block: TableBlock) -> Iterator[Setting]:
        widest = max(block.columns, key=lambda column: column.width)
        columns = tuple(
            Column("right" if column.align == "end" else "left", column is widest, column.dispensable)
            for column in block.columns
        )
        head = cells(*(column.title for column in block.columns), style="faint")
        rows = (tuple(TextBlock(_cell(cell)) for cell in row.cells) for row in block.rows)
        yield from (TextBlock(()) for _ in range(self._above()))
        yield Table(columns, (head, *rows), room=24)


def _cell(cell: TableCell) -> tuple[StyledSpan, ...]:
    """Return the lines of a cell as one."""
    spans = [span for line in cell.lines for span in (*spans_of(line), StyledSpan(" "))]
    return tuple(spans[:-1])


def _margin(words: tuple[StyledSpan, ...]) -> tuple[tuple[StyledSpan, ...], tuple[StyledSpan, ...]]:
    """Return the mark of a level that words begin with, for the margin, and the words after it."""
    sign, space, rest = words[0].text.partition(" ") if words else ("", "", "")
    if not space or sign not in _MARKS:
        return (), words
    return (_MARKS[sign],), (words[0]._replace(text=rest), *words[1:])
