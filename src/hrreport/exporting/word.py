"""Word: a document of blocks with real styles, contents that Word updates, and page fields.

Pinpoints are words in the margin and not a list that Word counts: they stay what they are when somebody
takes paragraphs out, and so does every citation.

One class writes all kinds of blocks, since they add to one file, whose bookmarks, sections and pages depend on what
was written before; what it adds with is in `word_layout` and `word_parts`.
"""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from hrreport.errors import InputError
from hrreport.exporting.markup import keep_spaces, web_address
from hrreport.exporting.word_layout import room_on, set_page, set_properties, set_styles, turn_page
from hrreport.exporting.word_parts import (
    add_bookmark,
    add_field,
    add_link,
    add_reference,
    apply_marks,
    begin_field,
    bookmark,
    describe_picture,
    end_field,
    normalize_zip,
    rule,
    set_style,
    strip_illegal_xml,
    update_fields,
    words,
)
from hrreport.views.blocks import (
    ContentsBlock,
    EndMark,
    HeadingBlock,
    ListBlock,
    NoteBlock,
    PageBreak,
    PictureBlock,
    ProseBlock,
    QuotationBlock,
    TableBlock,
    TableCell,
    TextRun,
    runs,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from hrreport.exporting.documents import Paper
    from hrreport.views.blocks import AnyBlock, BlockDocument, DocumentSource, ListEntry, Runs

_STYLES = {"text": "Report Text", "item": "Report Item", "note": "Report Note"}
_MANY = 2
"""From more reports than these, the provenance of each is one paragraph."""
_DEEPEST = 6
_ROOMY = 7
"""A table of more columns than these is set smaller."""
_MARGIN = 12
"""Characters of a pinpoint that the margin has room for."""


def document_docx(document: BlockDocument, *, paper: Paper = "letter") -> bytes:
    """Return a document as a Word file; the same document gives the same bytes.

    Raises:
        InputError: The package python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise InputError(
            "Word documents need the package python-docx, which is not installed",
            hint="install it with: pip install 'hrreport[docx]'",
        ) from error
    writer = _WordWriter(docx.Document(), document, paper)
    writer.write()
    out = io.BytesIO()
    writer.file.save(out)
    return normalize_zip(out.getvalue())


class _WordWriter:
    """Adds the blocks of one document to one Word file."""

    def __init__(self, file: Document, document: BlockDocument, paper: Paper) -> None:
        self.file = file
        self._document = document
        self._paper = paper
        self._numbers: dict[str, int] = {}
        """The number of the bookmark of each id."""
        self._bookmarks: list[int] = []
        """The number of the bookmark of each block, or 0 where it has none."""
        self._style_ids: dict[str, str] = {}
        """The id of each style by its name."""
        self._new_page = self._sideways = False
        self._added: list[Paragraph] = []
        """The paragraphs of the block that is being written."""
        for block in document.blocks:
            name = getattr(block, "id", "")
            named = bool(name) and name not in self._numbers
            number = max(self._bookmarks, default=0) + 1 if named or isinstance(block, HeadingBlock) else 0
            self._bookmarks.append(number)
            if named:
                self._numbers[name] = number

    def write(self) -> None:
        set_styles(self.file)
        self._style_ids = {str(style.name): style.style_id for style in self.file.styles}
        set_page(self.file, self._document, self._paper)
        set_properties(self.file, self._document)
        self._add("Title", runs(self._document.title))
        if self._document.subtitle:
            self._add("Subtitle", runs(self._document.subtitle))
        for note in self._document.notes:
            self._write_note(note)
        for source in self._document.sources:
            self._write_source(source)
        if self._document.colophon:
            self._add("Remark", runs(self._document.colophon))
        self._write_blocks(self._document.blocks)
        if any(isinstance(block, ContentsBlock) for block in self._document.blocks):
            update_fields(self.file)

    def _write_source(self, source: DocumentSource) -> None:
        """Write a report's name and its provenance: a line for each fact, or one for all."""
        self._add("Source", runs(TextRun(source.name, ("strong",)), f": {source.title}" if source.title else ""))
        facts = [runs(f"{fact.name}: ", TextRun(fact.text, address=fact.address)) for fact in source.facts]
        if len(self._document.sources) > _MANY:
            facts = [runs(*(run for fact in facts for run in (*fact, TextRun("; "))))[:-1]] if facts else []
        for fact in facts:
            self._add("Remark", fact)

    # -- words -------------------------------------------------------------------------------

    def _add(self, style: str, line: Runs = ()) -> Paragraph:
        paragraph = self.file.add_paragraph()
        set_style(paragraph, self._style_ids[style])
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
            self._new_page = False
        self._added.append(paragraph)
        self._add_runs(paragraph, line)
        return paragraph

    def _add_runs(self, paragraph: Paragraph, line: Runs) -> None:
        for run in line:
            if not run.page_of:
                apply_marks(self._add_run(paragraph, run), run.marks, self._style_ids)
            elif number := self._numbers.get(run.page_of):
                add_field(paragraph, f"PAGEREF {bookmark(number)} \\h", "")

    def _add_run(self, paragraph: Paragraph, run: TextRun) -> Run:
        text = strip_illegal_xml(keep_spaces(run.text))
        if url := web_address(run.address):
            return add_link(paragraph, text, url)
        if run.address.startswith("#") and (number := self._numbers.get(run.address[1:])):
            return add_reference(paragraph, text, bookmark(number))
        return paragraph.add_run(text)

    # -- blocks ------------------------------------------------------------------------------

    def _write_blocks(self, blocks: Sequence[AnyBlock]) -> None:
        for block, number, after in zip_longest(blocks, self._bookmarks, blocks[1:]):
            last = self._added[-1:]
            self._added.clear()
            if isinstance(block, HeadingBlock) and isinstance(after, TableBlock) and after.wide:
                self._turn_page()  # it goes on the page of the table that it is above
            self._write_block(block)
            if isinstance(block, EndMark):
                self._added += last
                for paragraph in last:
                    add_bookmark(paragraph, number, at_end=True)
            elif number and self._added:
                add_bookmark(self._added[0], number)

    def _write_block(self, block: AnyBlock) -> None:
        writers: dict[type, Callable[[Any], object]] = {
            HeadingBlock: self._write_heading,
            NoteBlock: self._write_note,
            ProseBlock: lambda prose: self._add("Remark" if prose.small else "Prose", prose.runs),
            QuotationBlock: self._write_quotation,
            ListBlock: lambda made: self._write_entries(made.entries, ordered=made.ordered),
            TableBlock: self._write_table,
            PictureBlock: self._write_picture,
            ContentsBlock: self._write_contents,
        }
        if isinstance(block, PageBreak):
            self._new_page = True
        elif not isinstance(block, EndMark):
            writers[type(block)](block)

    def _write_heading(self, block: HeadingBlock) -> None:
        self._add(f"Heading {min(block.level, _DEEPEST)}", runs(block.text))
        if block.remark:
            self._add("Remark", runs(block.remark))

    def _write_note(self, note: NoteBlock) -> None:
        self._add("Notice", runs(f"{note.lead}: " if note.lead else "", *note.text))

    def _write_quotation(self, block: QuotationBlock) -> None:
        """Write a passage with its pinpoint in the margin; what follows the tab is the report's."""
        line = self._add(_STYLES[block.form], runs(TextRun(block.pinpoint, ("pinpoint",), block.source.address)))
        line.add_run("\t" if len(block.pinpoint) <= _MARGIN else " ")
        if block.label:
            label = f"{block.label}:{' ' if block.runs else ''}"
            self._add_runs(line, runs(TextRun(label, ("strong", "emphasis"))))
        self._add_runs(line, block.runs)
        for remark in (*block.remarks, block.citation):
            if remark:
                line.paragraph_format.keep_with_next = True
                self._add("Citation", runs(remark))

    def _write_entries(self, entries: Iterable[ListEntry], *, ordered: bool, depth: int = 1) -> None:
        for number, entry in enumerate(entries, 1):
            if ordered:
                line = self._add("Numbered", runs(f"{number}."))
                line.add_run("\t")
                self._add_runs(line, entry.runs)
            else:
                self._add(("List Bullet", "List Bullet 2", "List Bullet 3")[min(depth, 3) - 1], entry.runs)
            self._write_entries(entry.entries, ordered=False, depth=depth + 1)

    def _write_table(self, block: TableBlock) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Inches

        if block.caption:
            self._add("Caption", runs(block.caption)).paragraph_format.keep_with_next = True
        room = room_on(self._paper, sideways=block.wide)
        if block.wide and not self._sideways:
            self._turn_page()
        headed = any(column.title for column in block.columns)
        table = self.file.add_table(len(block.rows) + headed, len(block.columns))
        table.autofit = False
        style = "Table Text" if len(block.columns) <= _ROOMY else "Table Small"
        whole = sum(column.width for column in block.columns) or 1
        widths = [room * column.width / whole for column in block.columns]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Inches(width)
        heads = tuple(_strong(TableCell((runs(column.title),))) for column in block.columns)
        named = [(_strong(row.cells[0]), *row.cells[1:]) if block.row_heads else row.cells for row in block.rows]
        lines = [*([heads] if headed else []), *named]
        for n, (cells, row) in enumerate(zip(lines, table.rows, strict=True)):
            # row.cells is worked out again at every call
            for column, cell, content, width in zip(block.columns, row.cells, cells, widths, strict=False):
                cell.width = Inches(width)
                self._write_cell(cell, content, style)
                for paragraph in cell.paragraphs:
                    if column.align == "end":
                        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                    if headed and n == 0:
                        paragraph.paragraph_format.keep_with_next = True
        rule(table, headed=headed)
        if block.wide:
            self._turn_page()
        else:
            self._add("Remark")

    def _turn_page(self) -> None:
        self._sideways = not self._sideways
        turn_page(self.file, self._paper, sideways=self._sideways)

    def _write_cell(self, cell: _Cell, content: TableCell, style: str) -> None:
        for n, line in enumerate(content.lines or ((),)):
            paragraph = cell.add_paragraph() if n else cell.paragraphs[0]
            paragraph.style = style
            self._add_runs(paragraph, line)

    def _write_picture(self, block: PictureBlock) -> None:
        """Add a drawing as a bitmap, where the package that draws it is installed; its words otherwise."""
        from docx.shared import Inches

        from hrreport.exporting.pdf import svg_png

        try:
            drawn = svg_png(block.svg)
        except InputError:
            self._add("Remark", runs(block.alt))
        else:
            paragraph = self.file.add_paragraph(style="Normal")
            paragraph.add_run().add_picture(io.BytesIO(drawn), width=Inches(room_on(self._paper)))
            describe_picture(paragraph, words(block.alt))
        if block.caption:
            self._add("Caption", runs(block.caption))

    def _write_contents(self, block: ContentsBlock) -> None:
        """Add a field that lists the headings and their pages."""
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Inches

        self._add("Contents Heading", runs(block.title))
        listed = [
            (number, heading)
            for number, heading in zip(self._bookmarks, self._document.blocks, strict=True)
            if isinstance(heading, HeadingBlock) and heading.level <= block.depth
        ]
        for number, heading in listed:
            line = self._add(f"toc {min(heading.level, 3)}")
            line.paragraph_format.tab_stops.add_tab_stop(
                Inches(room_on(self._paper)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
            )
            if number == listed[0][0] and not block.fixed:
                begin_field(line, f'TOC \\o "1-{block.depth}" \\h \\z \\u')
            add_reference(line, words(heading.text), bookmark(number))
            line.add_run("\t")
            add_field(line, f"PAGEREF {bookmark(number)} \\h", "")
            if number == listed[-1][0] and not block.fixed:
                end_field(line)


def _strong(cell: TableCell) -> TableCell:
    """Return a cell that names its row or its column."""
    return replace(
        cell, lines=tuple(tuple(replace(r, marks=(*r.marks, "strong")) for r in line) for line in cell.lines)
    )
