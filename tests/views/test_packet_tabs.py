"""Tabs of an exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.changes import compare_reports
from hrreport.model.packet import (
    OutlineCut,
    Packet,
    PacketParagraph,
    PacketPart,
    PacketPassage,
    PacketTab,
    PrintedElsewhere,
    UnaddressedCell,
    UnaddressedTopic,
)
from hrreport.views.blocks import HeadingBlock, ProseBlock, QuotationBlock, TableBlock, plain_text
from hrreport.views.packet_tabs import changes_tab, passages_tab, silences_tab, sources_tab

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.views.blocks import AnyBlock


def prose(blocks: tuple[AnyBlock, ...]) -> list[str]:
    return [plain_text(block.runs) for block in blocks if isinstance(block, ProseBlock)]


def test_passages_have_their_number_and_neighbors_brackets(arcadia: Report, names: dict[str, str]) -> None:
    section, summary = arcadia.section("1.a"), arcadia.section("summary")
    printed = tuple(
        PacketParagraph(section.locate(paragraph), paragraph, neighbor=paragraph.number == 2)
        for paragraph in section.paragraphs
    )
    first = (PacketParagraph(summary.locate(summary.paragraphs[0]), summary.paragraphs[0]),)
    passages = (PacketPassage("summary", (), first), PacketPassage("1.a", (), printed))
    tab = PacketTab(arcadia, passages, (PrintedElsewhere("1.b", (1, 2), "group"),))
    made = passages_tab(PacketPart("adverse", (), (tab,)), tab, names, None, {"group": 2})
    assert (made.name, made.date) == ("Arcadia 2023", "22 April 2024")
    quoted = [block.pinpoint for block in made.blocks if isinstance(block, QuotationBlock)]
    assert quoted == ["¶ 1", "§ 1.a ¶ 1", "(§ 1.a ¶ 2)"]
    headings = [block.text for block in made.blocks if isinstance(block, HeadingBlock)]
    assert headings == ["Executive Summary", "§ 1.a, Arbitrary Deprivation of Life"]
    assert prose(made.blocks)[-1] == "§ 1.b, Disappearance, ¶¶ 1, 2: in their place in Part 2."
    empty = passages_tab(PacketPart("general", (), ()), PacketTab(arcadia, ()), names, None, {})
    assert prose(empty.blocks)[1].startswith("No passage of this report is on the topics of this part")


def test_changes_have_what_was_reworded_and_what_one_edition_alone_has(
    editions: dict[str, tuple[Report, Analysis]], names: dict[str, str]
) -> None:
    comparison = compare_reports(editions["arcadia-2023"][0], editions["arcadia-2024"][0])
    made = changes_tab(comparison, names, lambda report, _: f"Cited: {report}.")
    assert made.name == "Arcadia, 2023 and 2024"
    assert prose(made.blocks)[:2] == ["Cited: arcadia 2023.", "Cited: arcadia 2024."]
    assert {"Reworded:", "Only in the Arcadia 2023 report:"} <= set(prose(made.blocks))
    quoted = " ".join(plain_text(block.runs) for block in made.blocks if isinstance(block, QuotationBlock))
    for pair in comparison.pairs:
        if pair.kind in ("reworded", "removed", "added"):
            assert all(quote.text in quoted for quote in (*pair.old, *pair.new))


def test_silences_are_a_table_of_topics_by_edition(names: dict[str, str]) -> None:
    cells = (UnaddressedCell(2023, "own"), UnaddressedCell(2024, "none", 1))
    made = silences_tab("arcadia", [UnaddressedTopic("arcadia", "exile", "Exile", ("exile*",), cells)], names)
    (table,) = made.blocks
    assert isinstance(table, TableBlock)
    assert made.name == "Arcadia 2023, 2024"
    assert [plain_text(line) for cell in table.rows[0].cells for line in cell.lines] == [
        "Exile", "addressed", "no heading in this edition's outline; its words in 1 paragraph", "exile*",
    ]  # fmt: skip


def test_outlines_that_were_cut_are_told(arcadia: Report) -> None:
    cut = OutlineCut(2024, 90, 40, ("prisons",))
    notes = prose(sources_tab(Packet((arcadia,), (), (), cuts=(cut,), cautions=("Read on.",))).blocks)
    assert notes[0].endswith("Without a heading in 2024 that they had: Prison and detention conditions.")
    assert notes[1:] == ["No topic of this exhibit is among them.", "Read on."]
    assert prose(sources_tab(Packet((arcadia,), (), ())).blocks)[0].startswith("No edition of this exhibit")
