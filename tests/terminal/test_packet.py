"""An exhibit on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.changes import compare_reports
from hrreport.model.packet import (
    Claim,
    Packet,
    PacketParagraph,
    PacketPart,
    PacketPassage,
    PacketTab,
    UnaddressedCell,
    UnaddressedTopic,
)
from hrreport.terminal.packet import packet_view

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_parts_tabs_changes_and_silences_are_shown(
    arcadia: Report, editions: dict[str, tuple[Report, Analysis]], names: dict[str, str]
) -> None:
    section = arcadia.section("1.b")
    paragraphs = tuple(PacketParagraph(section.locate(each), each) for each in section.paragraphs)
    tab = PacketTab(arcadia, (PacketPassage("1.b", ("1", "b. Disappearance"), paragraphs),))
    change = compare_reports(editions["arcadia-2023"][0], editions["arcadia-2024"][0])
    silence = UnaddressedTopic("arcadia", "exile", "Exile", (), (UnaddressedCell(2023, "none", 1),))
    parts = (PacketPart("group", (), (tab,)),)
    packet = Packet((arcadia,), (), parts, (change,), (silence,), claim=Claim(("religion",)))
    lines = packet_view(packet, names, cite=lambda report, _: f"Cited: {report}.").plain(120).splitlines()
    assert lines[0] == "Exhibit: Arcadia 2023"
    at = lines.index("grounds: religion")
    assert lines[at + 3 : at + 10] == [
        "The group",
        "",
        "Arcadia 2023 1 paragraph",
        "Cited: arcadia 2023.",
        "",
        "1 › b. Disappearance",
        "",
    ]
    assert lines[at + 10] == "   ¶ 1  There were no reports of disappearances."
    assert any(line.startswith("Of ") and "repeated word for word" in line for line in lines)
    assert "Exile: 2023: no heading in this edition's outline; its words in 1 paragraph" in lines
