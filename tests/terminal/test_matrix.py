"""Several reports beside each other on a terminal."""

from __future__ import annotations

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
