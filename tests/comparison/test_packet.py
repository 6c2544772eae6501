"""Exhibits: which paragraph is printed in which part, and that none is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.packet import packet_of
from hrreport.inputs.claims import read_claim, subjects_named, subjects_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.packet import Packet, PacketTab
    from hrreport.model.report import Report

OLD = """
summary Executive Summary
Boatmen had few rights. Gangs ruled the lakes.

1.c Torture | torture
Guards beat boatmen.
There were no reports of torture in the north.

6/women Women | women
Women were few.
Rape | rape-domestic-violence > It was forbidden.
A court sentenced a sergeant to prison.

6/children Children | children
Children went to school.
Gangs recruited children.
Children had no boats.
Children had no lakes.
"""
NEW = """
summary Executive Summary
Boatmen had no rights.

3.a Torture | torture
Guards beat more boatmen.
"""


@pytest.fixture
def packet(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> Packet:
    read = [(report, analyze(report)) for report in (build(2023, OLD), build(2024, NEW))]
    claim = read_claim('grounds = ["PSG"]\ngroup = ["women"]\ntopics = ["gangs"]')
    return packet_of(read, subjects_of(claim), claim=claim)


def printed(tab: PacketTab) -> list[str]:
    """Place of each paragraph, neighbors in brackets."""
    return [
        f"({each.locator})" if each.neighbor else str(each.locator)
        for passage in tab.passages
        for each in passage.paragraphs
    ]


def test_passages_stand_in_their_part_with_the_paragraphs_beside_those_that_hold_a_word(packet: Packet) -> None:
    general, group, adverse = packet.parts
    assert printed(general.tabs[0]) == ["§ summary ¶ 1", "§ 1.c ¶ 1", "§ 1.c ¶ 2"]
    women = ["§ 6 ¶ 1", "§ 6 ¶ 2", "§ 6 ¶ 3"]
    assert printed(group.tabs[0]) == [*women, "(§ 6 ¶ 1)", "§ 6 ¶ 2", "(§ 6 ¶ 3)"]
    assert [(each.section, each.part) for each in group.tabs[0].elsewhere] == [("summary", "general")]
    assert printed(group.tabs[1]) == []
    assert adverse.id == "adverse"


def test_what_cuts_the_other_way_is_printed_again_in_a_part_of_its_own(packet: Packet) -> None:
    tab = packet.parts[-1].tabs[0]
    assert printed(tab) == ["§ 1.c ¶ 2", "§ 6 ¶ 3"]
    assert [each.part for each in tab.elsewhere] == ["general", "group"]


def test_nothing_is_printed_twice_among_the_parts_on_subjects(packet: Packet) -> None:
    for n in range(len(packet.reports)):
        places = [
            (passage.section, each.locator)
            for part in packet.parts[:-1]
            for passage in part.tabs[n].passages
            for each in passage.paragraphs
        ]
        assert len(places) == len(set(places))


def test_topics_that_lost_their_heading_are_named_with_the_editions_that_lost_it(packet: Packet) -> None:
    silent = {silence.topic: [cell.standing for cell in silence.cells] for silence in packet.silences}
    assert silent["women"] == ["own", "unused"]
    assert silent["rape-domestic-violence"] == ["own", "none"]
    assert silent["gangs"] == ["none", "none"]
    assert "torture" not in silent
    assert [(cut.year, "women" in cut.dropped) for cut in packet.cuts] == [(2023, False), (2024, True)]


def test_what_changed_is_told_of_the_chosen_paragraphs_alone(packet: Packet) -> None:
    (change,) = packet.changes
    assert [topic.name for topic in change.changes][:3] == ["Executive Summary", "Torture and ill-treatment", "Women"]
    children = [str(quote.text) for pair in change.pairs for quote in pair.old if quote.locator.anchor == "6"]
    assert "Gangs recruited children." in children
    assert "Children had no boats." not in children
    assert {kind: old for kind, old, _ in change.tally}["removed"] == len([p for p in change.pairs if not p.new])


def test_one_edition_alone_has_no_changes(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> None:
    report = build(2023, OLD)
    packet = packet_of([(report, analyze(report))], subjects_named(["women"]))
    assert packet.changes == ()
    assert [part.id for part in packet.parts] == ["general", "group", "adverse"]


def test_a_response_before_a_but_cuts_the_other_way_too(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    report = build(
        2023, OLD.replace("Women were few.", "The government prosecuted some men, but impunity was widespread.")
    )
    claim = read_claim('grounds = ["PSG"]\ngroup = ["women"]')
    packet = packet_of([(report, analyze(report))], subjects_of(claim), claim=claim)
    adverse = next(part for part in packet.parts if part.id == "adverse")
    assert "§ 6 ¶ 1" in [place.strip("()") for place in printed(adverse.tabs[0])]
