"""Several reports beside each other on a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.matrix import matrix_of
from hrreport.terminal.matrix import matrix_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_matrix(
    width: int,
    editions: dict[str, tuple[Report, Analysis]],
    names: dict[str, str],
    expected: Callable[[str], str],
) -> None:
    matrix = matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]])
    assert matrix_view(matrix, names).plain(width) == expected(f"matrix-{width}")


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_cell_has_the_words_of_the_report_and_the_mark_says_the_rest(
    width: int, editions: dict[str, tuple[Report, Analysis]], names: dict[str, str]
) -> None:
    matrix = matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]], ["torture"])
    findings = [cell.finding for row in matrix.rows for cell in row.cells if cell.finding]
    assert findings
    whole = matrix_view(matrix, names).plain(width)
    text = " ".join(whole.partition("Torture")[2].split())
    assert "serious abuses" not in text.partition("serious abuses reported")[0], "but for the legend"
    if width < 140:
        assert all(finding.text in text for finding in findings)
    assert all(word in text.split() for finding in findings for word in finding.text.split())


def test_a_very_long_sentence_is_named_and_never_cut(
    editions: dict[str, tuple[Report, Analysis]], names: dict[str, str]
) -> None:
    report, analysis = editions["arcadia-2024"]
    matrix = matrix_of([(report, analysis)], ["torture"])
    row = next(row for row in matrix.rows if row.cells[0].finding)
    assert row.cells[0].finding is not None
    finding = replace(row.cells[0].finding, text="torture " * 61)
    long = replace(matrix, rows=(replace(row, cells=(replace(row.cells[0], finding=finding),)),))
    shown = matrix_view(long, names).plain(80)
    assert "[a sentence of 61 words]" in shown
    assert str(finding.locator) in shown
