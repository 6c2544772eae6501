"""Blocks on a terminal: one look for each kind of block, marks that need no color, rows that fit the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.blocks import settings_of
from hrreport.terminal.document import Document
from hrreport.views.blocks import (
    BlockDocument,
    ContentsBlock,
    HeadingBlock,
    ListBlock,
    ListEntry,
    NoteBlock,
    PageBreak,
    ProseBlock,
    QuotationBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TextRun,
    runs,
)

if TYPE_CHECKING:
    from hrreport.views.blocks import AnyBlock

COLUMNS = (TableColumn("Level"), TableColumn("", "end", 0.2), TableColumn("Countries", width=2), TableColumn("Place"))


def shown(*blocks: AnyBlock, width: int = 60, dense: bool = False) -> list[str]:
    settings = settings_of(BlockDocument("Title", blocks), dense=dense)
    return Document(tuple(settings)).plain(width).splitlines()


def row(*words: str) -> TableRow:
    return TableRow(tuple(TableCell((runs(word),)) for word in words))


def test_a_verdict_has_its_sign_in_the_margin_and_what_belongs_to_it_below() -> None:
    said = ProseBlock(runs("Word for word."), tone="exact")
    place = HeadingBlock(2, "§ 1.c ¶ 1")
    path = ProseBlock(runs("Section 1"), small=True)
    quoted = QuotationBlock(runs(TextRun("The law", ("hit",)), " forbids it."), citation="Cited.")
    caution = NoteBlock(runs("Read on."), "Caution")
    assert shown(QuotationBlock(runs("The law"), form="note"), said, place, path, quoted, caution) == [
        "The law",
        "",
        "✓  Word for word.",
        "",
        "   § 1.c ¶ 1",
        "   Section 1",
        "   ⟦The law⟧ forbids it.",
        "!  Read on.",
        "   Cited.",
    ]


def test_words_that_are_marked_alike_need_no_signs_around_them() -> None:
    assert shown(QuotationBlock(runs(TextRun("All of it.", ("hit",))))) == ["All of it."]
    changed = runs("In ", TextRun("June ", ("deleted",)), TextRun("May ", ("inserted",)), "it rained.")
    assert shown(ProseBlock(changed)) == ["In [-June-] {+May+} it rained."]


def test_parts_begin_with_a_rule_unless_they_stand_close() -> None:
    blocks = (HeadingBlock(1, "One"), ProseBlock(runs("a"), small=True), HeadingBlock(1, "Two"))
    assert shown(*blocks) == ["", "─" * 60, "One", "a", "", "─" * 60, "Two"]
    assert shown(*blocks, dense=True) == ["", "One", "  a", "", "Two"]


def test_rows_of_a_run_in_table_are_paragraphs() -> None:
    table = TableBlock(COLUMNS, (row("● serious", "2", "Chad, Niger", ""), row("Kenya", "", "", "")), run_in=True)
    assert shown(HeadingBlock(2, "● Torture"), table) == ["", "● Torture", "● serious (2): Chad, Niger", "  Kenya"]


def test_columns_that_can_be_missed_are_left_out_where_there_is_no_room() -> None:
    columns = (TableColumn("Country", width=2), TableColumn("Kept", "end"), TableColumn("", dispensable=True))
    table = TableBlock(columns, (row("Bosnia and Herzegovina", "1,432", "█" * 20),))
    assert shown(table) == ["Country                  Kept", "Bosnia and Herzegovina  1,432  " + "█" * 20]
    assert shown(table, width=40) == ["Country                  Kept", "Bosnia and Herzegovina  1,432"]


def test_lists_are_lines_or_run_in() -> None:
    entries = (ListEntry(runs("Exile: 2")), ListEntry(runs("Gangs: 1")))
    assert shown(ListBlock(entries)) == ["Exile: 2", "Gangs: 1"]
    assert shown(ListBlock(entries, run_in=True)) == ["  Exile: 2; Gangs: 1"]


def test_a_passage_with_a_place_has_it_in_the_gutter_and_what_is_said_of_it_below() -> None:
    passage = QuotationBlock(runs("Guards beat him."), "¶ 4", "Cited.", "Torture", remarks=("abuse",))
    assert shown(HeadingBlock(3, "Section 1", remark="2 paragraphs"), passage, passage)[1:6] == [
        "Section 1 2 paragraphs",
        "   ¶ 4  Torture: Guards beat him.",
        "        abuse",
        "        Cited.",
        "",
    ]


def test_notes_have_a_sign_and_entries_of_entries_stand_further_right() -> None:
    assert shown(NoteBlock(runs("Kenya 2023."), "Not included")) == ["! Not included: Kenya 2023."]
    below = ListEntry(runs("Below"))
    assert shown(ListBlock((ListEntry(runs("Above"), (below,)),))) == ["Above", "  Below"]


def test_what_needs_pages_is_left_out() -> None:
    assert shown(PageBreak(), ContentsBlock(), ProseBlock(runs("Words."))) == ["Words."]
