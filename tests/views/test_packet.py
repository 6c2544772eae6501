"""An exhibit as blocks: cover, index, contents, and a tab for each report in each part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.packet import Claim, Packet, PacketPart, PacketTab
from hrreport.views.blocks import EndMark, HeadingBlock, TableBlock, plain_text
from hrreport.views.packet import packet_document

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_tabs_are_lettered_through_all_parts_and_the_index_leads_to_them(
    arcadia: Report, names: dict[str, str]
) -> None:
    parts = tuple(PacketPart(part, ("prisons",), (PacketTab(arcadia, ()),)) for part in ("general", "group"))
    packet = Packet((arcadia,), (), parts)
    document = packet_document(packet, names)
    tabs = {block.id: block.text for block in document.headings(2) if block.level == 2}
    assert tabs == {
        "tab-a": "Tab A. Arcadia 2023",
        "tab-b": "Tab B. Arcadia 2023",
        "tab-c": "Tab C. Editions 2023",
    }
    assert [block.id for block in document.blocks if isinstance(block, EndMark)] == ["end-a", "end-b", "end-c"]
    index = next(block for block in document.blocks if isinstance(block, TableBlock))
    rows = [[line for cell in row.cells for line in cell.lines] for row in index.rows]
    assert [row[1][0].address for row in rows] == ["#tab-a", "#tab-b", "#tab-c"]
    assert plain_text(rows[1][1]) == "The chosen topics: Arcadia 2023"
    assert HeadingBlock(1, "Part 3. Source note", "part-3") in document.blocks


def test_the_cover_says_by_what_the_passages_were_chosen(arcadia: Report, names: dict[str, str]) -> None:
    packet = Packet((arcadia,), (), ())
    chosen, *_ = packet_document(packet, names).notes
    assert chosen.lead == "Chosen topics"
    claimed = packet_document(replace(packet, claim=Claim(("religion",))), names)
    assert (claimed.notes[0].lead, plain_text(claimed.notes[0].text)) == ("Chosen by", "grounds: religion")
    assert (claimed.title, claimed.subtitle) == ("Conditions in Arcadia", "From the editions of 2023")
