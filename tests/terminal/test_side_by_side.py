"""Passages beside each other on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.matrix import compile_passages
from hrreport.terminal.side_by_side import compilation_view, passages_beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.change import Comparison
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]
    Names = dict[str, str]
    Expected = Callable[[str], str]


@pytest.fixture
def compared(editions: Editions) -> Comparison:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    return compare_reports(old, new, then=then, now=now)


@pytest.mark.parametrize("width", [80, 140])
def test_the_passages_beside_each_other(
    width: int, compared: Comparison, names: dict[str, str], expected: Expected
) -> None:
    chosen = select(compared, topics=["torture", "prisons"])
    assert passages_beside(chosen, names).plain(width) == expected(f"beside-{width}")


def test_only_what_changed(compared: Comparison, names: dict[str, str], expected: Expected) -> None:
    assert passages_beside(select(compared, changed_only=True), names).plain(80) == expected("changed-80")


@pytest.mark.parametrize("width", [80, 140])
def test_reworded_sentences_have_the_sign_of_the_overview_on_both_sides(
    width: int, compared: Comparison, names: Names
) -> None:
    text = passages_beside(select(compared, topics=["torture"]), names).plain(width)
    signs = [line[0] for line in text.split("\n") if line[3:4] == "¶"]
    assert "~" in signs
    assert "−  ¶ 1  Guards beat [-40-]" not in text
    assert "~  ¶ 1  Guards beat {+51+}" in text
    assert "\n~ sentences reworded, split or merged\n− sentences only in 2023\n+ sentences only in 2024\n" in text


@pytest.mark.parametrize("width", [60, 140])
def test_compiled_passages(width: int, editions: Editions, names: dict[str, str], expected: Expected) -> None:
    reports = [editions[name][0] for name in ("arcadia-2023", "arcadia-2024", "ruritania-2024")]
    document = compile_passages(reports, ["torture", "women"])
    assert compilation_view(document, names).plain(width) == expected(f"compilation-{width}")
