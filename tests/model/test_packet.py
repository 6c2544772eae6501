"""An exhibit's topics, and the paragraphs of a tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.locator import Locator
from hrreport.model.packet import Packet, PacketParagraph, PacketPassage, PacketTab, PartSubjects
from hrreport.model.report import Paragraph

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_a_topic_of_two_parts_is_named_once() -> None:
    subjects = (PartSubjects("group", ("women", "police")), PartSubjects("protection", ("police", "courts")))
    assert Packet((), subjects, ()).topics == ("women", "police", "courts")


def test_neighbors_are_among_the_printed_paragraphs(arcadia: Report) -> None:
    chosen, beside = (
        PacketParagraph(Locator("1.c", number), Paragraph(number, "Cells were cold."), neighbor=number == 2)
        for number in (1, 2)
    )
    passages = (PacketPassage("1.c", ("c. Torture",), (chosen, beside)), PacketPassage("1.d", (), (chosen,)))
    assert PacketTab(arcadia, passages).paragraphs == 3
