"""Blocks and runs."""

from __future__ import annotations

from hrreport.views.blocks import (
    BlockDocument,
    EndMark,
    HeadingBlock,
    PageBreak,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    cells_of,
    marked_runs,
    plain_text,
    runs,
    small_note,
    without_pages,
)


def test_marked_runs_are_the_text_again() -> None:
    line = runs(*marked_runs("Guards beat men.", ((0, 6), (12, 15)), ("hit",), ("quoted",)))
    assert plain_text(line) == "Guards beat men."
    assert [run.text for run in line if run.marks == ("hit",)] == ["Guards", "men"]
    assert [run.text for run in line if run.marks == ("quoted",)] == [" beat ", "."]


def test_words_of_cells_and_notes_are_folded_and_empty_cells_have_no_line() -> None:
    assert cells_of(("a\x07  b", "")) == (TableCell((runs("a b"),)), TableCell())
    assert small_note(" a \n b ").runs == (TextRun("a b"),)
    assert small_note("a").small


def test_without_pages_no_column_of_page_numbers_is_left() -> None:
    columns = (TableColumn("Tab"), TableColumn("Pages", paged=True))
    table = TableBlock(columns, (TableRow(cells_of(("A", "1"))),))
    document = BlockDocument(
        "Title", (HeadingBlock(1, "One"), PageBreak(), EndMark("end"), HeadingBlock(3, "x"), table)
    )
    heading, _, left = without_pages(document).blocks
    assert heading == HeadingBlock(1, "One")
    assert left == TableBlock(columns[:1], (TableRow(cells_of(("A",))),))
    assert [block.text for block in document.headings(2)] == ["One"]
