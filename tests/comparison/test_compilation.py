"""Chosen passages as one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.compilation import compile_passages, excerpts

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

OLD = """
1.c Torture | torture
Guards beat boatmen.

6/women Women | women
Women were few.
Rape | rape-domestic-violence > It was forbidden.
Shelters were full.
"""
NEW = """
3.a Torture | torture
Guards beat more boatmen.
"""


def test_passages_stand_by_topic_then_report_whole_and_in_order(build: Callable[..., Report]) -> None:
    old, new = build(2023, OLD), build(2024, NEW)
    document = compile_passages([old, new], ["rape-domestic-violence", "torture", "torture"])
    assert [chapter.name for chapter in document.chapters] == [
        "Rape and domestic violence",
        "Torture and ill-treatment",
    ]
    rape, torture = document.chapters
    assert [[p.text for x in e.excerpts for p in x.paragraphs] for e in rape.entries] == [
        ["It was forbidden.", "Shelters were full."],
        [],
    ]
    assert [str(x.place) for e in torture.entries for x in e.excerpts] == ["§ 1.c", "§ 3.a"]
    assert torture.entries[0].excerpts[0].path == ("c. Torture",)
    assert document.reports == (old, new)
    assert document.cautions[0].startswith("Absence of reporting")


def test_a_wider_topic_brings_those_that_belong_to_it(build: Callable[..., Report]) -> None:
    found = excerpts(build(2023, OLD), ["women"])
    assert [x.place.label for x in found] == ["", "Rape"]
