"""The words of an exhibit that are the program's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.model.finding import Assessment
from hrreport.model.packet import Claim, Packet, UnaddressedCell
from hrreport.wording.packets import describe_silence, names_of_topics, part_title

if TYPE_CHECKING:
    from hrreport.model.packet import PacketPartId

STATE, PRIVATE, BOTH = Claim(actors=("state",)), Claim(actors=("private",)), Claim(actors=("state", "private"))
SILENT = Assessment("not-addressed", basis="description")


@pytest.mark.parametrize(
    ("part", "claim", "title"),
    [
        ("group", None, "The chosen topics"),
        ("group", STATE, "The group"),
        ("protection", STATE, "State actors"),
        ("protection", PRIVATE, "Unable or unwilling to protect"),
        ("protection", BOTH, "State actors; unable or unwilling to protect"),
        ("protection", None, "State actors; unable or unwilling to protect"),
        ("sources", STATE, "Source note"),
    ],
)
def test_parts_are_named_by_what_is_claimed(part: PacketPartId, claim: Claim | None, title: str) -> None:
    assert part_title(part, Packet((), (), (), claim=claim)) == title


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (UnaddressedCell(2023, "narrower"), "only headings for parts of it"),
        (UnaddressedCell(2023, "own", assessment=SILENT), "description only"),
        (UnaddressedCell(2023, "own"), "addressed"),
        (UnaddressedCell(2023, "unused", 2), "no heading in this report; its words in 2 paragraphs"),
        (UnaddressedCell(2023, "wider"), "only a heading for the wider topic; its words nowhere"),
    ],
)
def test_a_silence_is_named_by_how_the_topic_stands(cell: UnaddressedCell, words: str) -> None:
    assert describe_silence(cell) == words


def test_topics_have_their_names_and_others_their_ids() -> None:
    assert names_of_topics(("prisons", "piracy")) == "Prison and detention conditions; piracy"
