"""Several reports beside each other on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.matrix import matrix_of
from hrreport.exporting.series_html import matrix_html
from hrreport.exporting.series_markdown import matrix_markdown
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
def test_a_cell_says_what_the_other_formats_say_of_assessment_and_figure(
    width: int, editions: dict[str, tuple[Report, Analysis]], names: dict[str, str]
) -> None:
    matrix = matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]], ["torture"])
    text = " ".join(matrix_view(matrix, names).plain(width).partition("Sentences reporting")[2].split())
    files = (matrix_markdown(matrix, names), matrix_html(matrix, names))
    for said in ("serious abuses", "51 (lawyers)", "description only"):
        assert said in text
        assert all(said in file for file in files)
