"""Blocks: a document as headings, paragraphs, quotations and tables, before any format.

A run of text holds words and marks, never markup. Each writer escapes the words in its own way, follows
http(s) addresses only, and drops a link to a place that the document does not have. All that a writer must show
is in this one module.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from hrreport.text.whitespace import fold
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from hrreport.model.report import Report

Mark = Literal["strong", "emphasis", "hit", "inserted", "deleted", "quoted", "pinpoint", "small"]
"""``hit``: words that were looked for. ``quoted``: the report's own words. ``pinpoint``: a place in a report.
``small``: a remark beside other words."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words that look alike."""

    text: str
    marks: tuple[Mark, ...] = ()
    address: str = ""
    """Where the words lead: an http(s) address, or ``#`` and the id of a block of the same document."""
    page_of: str = ""
    """Id of a block; in paged formats the number of its page is printed in place of the words."""


Runs: TypeAlias = tuple[TextRun, ...]


def runs(*parts: str | TextRun) -> Runs:
    """Return plain words and runs as runs; empty ones are left out.

    >>> [run.text for run in runs("see ", TextRun("§ 1.c", ("pinpoint",)), "")]
    ['see ', '§ 1.c']
    """
    made = (TextRun(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in made if run.text or run.page_of)


def plain_text(line: Runs) -> str:
    """Return the words of runs without their marks."""
    return "".join(run.text for run in line)


def marked_runs(
    text: str, slices: Iterable[tuple[int, int]], marks: tuple[Mark, ...], others: tuple[Mark, ...] = ()
) -> Iterator[TextRun]:
    """Yield a text in runs, some slices of it, ascending, with marks, and those between with others."""
    done = 0
    for start, end in slices:
        yield TextRun(text[done:start], others)
        yield TextRun(text[start:end], marks)
        done = end
    yield TextRun(text[done:], others)


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading; `level` counts from 1, the highest below the document's title."""

    level: int
    text: str
    id: str = ""
    pinpoint: str = ""
    """The section's place in the report, shown in the margin."""
    remark: str = ""
    """Words of the program after it: "serious abuses reported"."""
    tone: str = ""
    """Degree of the assessment that the remark names; sets its color."""


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """Words that must be read with the document: a notice, a caution, a report that is missing."""

    text: Runs
    lead: str = "Notice"


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """A paragraph of the program's own words."""

    runs: Runs
    id: str = ""
    small: bool = False
    tone: str = ""
    """What a verdict comes to: sets its color."""


def small_note(words: str) -> ProseBlock:
    """Return a remark beside the answer."""
    return ProseBlock(runs(fold(words)), small=True)


@dataclass(frozen=True, slots=True)
class PassageSource:
    """Where the words of a passage are: each empty where it is not known."""

    address: str = ""
    """The address of its page, which opens at its words: where its pinpoint leads."""
    pdf_pages: str = ""
    """Its pages in the official PDF, which a page of HTML shows beside it: "p. 12"."""
    pdf_address: str = ""
    """The address of the PDF, which opens at the first of them."""


NO_SOURCE = PassageSource()
"""Of a passage that leads nowhere."""


@dataclass(frozen=True, slots=True)
class QuotationBlock:
    """A passage of a report, verbatim, with its place and its citation."""

    runs: Runs
    pinpoint: str = ""
    """Its place, shown in the margin or before the words: "¶ 4"."""
    citation: str = ""
    """Printed after it, where it is not empty."""
    label: str = ""
    """The run-in label that the report prints at its start, without the colon."""
    form: Literal["text", "item", "note"] = "text"
    id: str = ""
    remarks: tuple[str, ...] = ()
    """What the program says of it, each on a line of its own."""
    kind: str = ""
    """The kind of the finding that it is; readers in a browser can choose by it."""
    key: bool = False
    """Whether it is a key finding."""
    copied: str = ""
    """What a reader in a browser copies as its citation."""
    source: PassageSource = NO_SOURCE


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An item of a list, and the list below it."""

    runs: Runs
    entries: tuple[ListEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list."""

    entries: tuple[ListEntry, ...]
    ordered: bool = False
    run_in: bool = False
    """Whether a terminal sets its entries one after another in a paragraph."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its title, the side that its cells are set flush with, and its share of the width."""

    title: str = ""
    align: Literal["start", "end"] = "start"
    width: float = 1
    paged: bool = False
    """Whether it has numbers of pages; it is left out where there are no pages."""
    dispensable: bool = False
    """Whether it is left out on a terminal that is too narrow for it."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table: lines below each other."""

    lines: tuple[Runs, ...] = ()
    tone: str = ""
    """Degree of the assessment that it shows: a class of the HTML pages, and a color where there are colors."""


def cells_of(words: Iterable[str]) -> tuple[TableCell, ...]:
    """Return plain words as the cells of a row."""
    return tuple(TableCell((runs(fold(each)),) if each else ()) for each in words)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table."""

    cells: tuple[TableCell, ...]
    tone: str = ""
    """``border``: another outline begins here; or the kind of a change."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; the first cell of each row names the row where `row_heads` is set."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    row_heads: bool = True
    caption: str = ""
    wide: bool = False
    """Whether it is set on a page turned on its side, where pages can be turned."""
    run_in: bool = False
    """Whether a terminal sets each row as a paragraph that begins with its first cell."""


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A drawing as SVG, with the words that stand for it where it is not seen."""

    svg: str
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class ContentsBlock:
    """A table of contents: the headings of the document down to a level; without pages, all that can be led to."""

    depth: int = 2
    title: str = "Contents"
    fixed: bool = False
    """Whether a Word file has its lines as they are, with page numbers that every program works out; otherwise Word
    makes them again from the headings that are there, and other programs show no numbers until they are asked to."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The end of a page, in formats that have pages."""


@dataclass(frozen=True, slots=True)
class EndMark:
    """The end of what was written so far, so that the number of its last page can be printed; shows nothing."""

    id: str


AnyBlock: TypeAlias = (
    HeadingBlock
    | NoteBlock
    | ProseBlock
    | QuotationBlock
    | ListBlock
    | TableBlock
    | PictureBlock
    | ContentsBlock
    | PageBreak
    | EndMark
)


@dataclass(frozen=True, slots=True)
class SourceFact:
    """One line of a report's provenance, and where it leads."""

    name: str
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """One of the reports that a document is of, and where it came from."""

    name: str
    """Country and year."""
    title: str
    facts: tuple[SourceFact, ...] = ()
    report: Report | None = None
    """The report itself, where its citation is wanted."""


@dataclass(frozen=True, slots=True)
class BlockDocument:
    """A whole document: its head, its sources, and its blocks in order."""

    title: str
    blocks: tuple[AnyBlock, ...]
    subtitle: str = ""
    running_head: str = ""
    """Printed at the head of every page: the citation."""
    language: str = "en"
    notes: tuple[NoteBlock, ...] = ()
    """What must be read first."""
    sources: tuple[DocumentSource, ...] = ()
    colophon: str = ""
    """What is the program's and not the report's; at the end."""
    metadata: Mapping[str, object] | None = None
    """For programs that read the Markdown: its front matter. Words, numbers, lists and mappings."""
    author: str = ""
    created: datetime | None = None
    """When the newest of its sources was retrieved; never the time of writing: equal answers are equal files."""
    folding: bool = False
    """Whether a reader in a browser opens the parts under its highest headings one by one."""

    def headings(self, depth: int = 6) -> Iterator[HeadingBlock]:
        """Yield its headings down to a level, in order."""
        yield from (block for block in self.blocks if isinstance(block, HeadingBlock) and block.level <= depth)


def without_pages(document: BlockDocument) -> BlockDocument:
    """Return a document as formats without pages have it: no ends of pages, no columns of page numbers."""
    blocks = (_unpaged(block) for block in document.blocks if not isinstance(block, PageBreak | EndMark))
    return replace(document, blocks=tuple(blocks))


def _unpaged(block: AnyBlock) -> AnyBlock:
    if not isinstance(block, TableBlock) or not any(column.paged for column in block.columns):
        return block
    kept = [n for n, column in enumerate(block.columns) if not column.paged]
    rows = (replace(row, cells=tuple(row.cells[n] for n in kept)) for row in block.rows)
    return replace(block, columns=tuple(block.columns[n] for n in kept), rows=tuple(rows))
