"""Figures: what is a number that counts, what is none, and what is counted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hrreport.analysis.figures import find_figures

CASES = Path(__file__).parent / "cases" / "figures.txt"


def read_cases() -> list[tuple[str, list[list[str]]]]:
    """Return every sentence of the file of cases with the figures it should give."""
    cases = []
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            rows = [[c.strip() for c in row[3:].split(";")] for row in lines[1:]]
            cases.append((lines[0], [[*row, ""][:6] for row in rows]))
    return cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases())
def test_sentence_gives_the_figures_that_count_or_measure(sentence: str, expected: list[list[str]]) -> None:
    found = [
        [
            f.text,
            "None" if f.value is None else f"{f.value:.16g}",
            "" if f.value_max is None else f"{f.value_max:.16g}",
            f.unit,
            f.what,
            f.bound or "",
        ]
        for f in find_figures(sentence)
    ]
    assert found == expected


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in read_cases()])
def test_text_of_a_figure_stands_in_the_sentence_in_order(sentence: str) -> None:
    position = 0
    for figure in find_figures(sentence):
        position = sentence.index(figure.text, position) + len(figure.text)


def test_sentence_without_a_number_is_passed_over() -> None:
    assert find_figures("Observers called the vote neither free nor fair.") == ()


def test_every_pattern_that_leaves_a_number_aside_says_for_which_numbers() -> None:
    from hrreport import tables

    for row in tables.rows("vocabulary/not_figures.csv"):
        assert row["of"] in {"any", "time", "share", "one"}
        assert row["side"] in {"before", "after"}
        assert re.compile(row["pattern"]).groups == 0
