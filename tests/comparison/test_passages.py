"""The text under one heading or one run-in label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

TEXT = """
6/women Women | women
Women were few in public life.
Rape and Domestic Violence | rape > The law forbids it.
Shelters were full.
Administration > Two offices dealt with complaints.
Nothing was published.
Reproductive Rights | reproductive-rights > Clinics were open.

tibet:1.c Torture | torture
Monks were beaten.

9/oddity Something New
It happened.
"""


def test_a_run_in_label_holds_until_the_next_label_or_heading(build: Callable[[int, str], Report]) -> None:
    found = [(p.section.id, p.label, [t.number for t in p.paragraphs]) for p in passages(build(2023, TEXT))]
    assert found == [
        ("6/women", "", [1, 4, 5]),
        ("6/women", "Rape and Domestic Violence", [2, 3]),
        ("6/women", "Reproductive Rights", [6]),
        ("tibet:1.c", "", [1]),
        ("9/oddity", "", [1]),
    ]


def test_a_passage_knows_its_topics_part_and_place(build: Callable[[int, str], Report]) -> None:
    women, rape, _, tibet, odd = passages(build(2023, TEXT))
    assert (women.topics, rape.topics, odd.topics) == (("women",), ("rape",), ())
    assert (women.part, tibet.part) == ("", "tibet")
    assert str(rape.place) == "§ 6 Women, Rape and Domestic Violence"


def test_a_heading_without_topic_takes_those_of_the_nearest_heading_above(build: Callable[[int, str], Report]) -> None:
    from dataclasses import replace

    report = build(2023, TEXT)
    women, _, odd = report.sections
    nested = replace(report, sections=(replace(women, sections=(odd,)),))
    assert passages(nested)[-1].topics == ("women",)
