"""Comparisons of reports in the Python interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport import NotFoundError

if TYPE_CHECKING:
    from hrreport import Reports


def test_a_trend_is_of_the_stored_editions_or_of_those_named(shared: Reports) -> None:
    assert [point.report.id.year for point in shared.trend("kazakhstan").value.points] == [2023, 2024]
    assert [point.report.id.year for point in shared.trend("kazakhstan", 2023).value.points] == [2023]
    with pytest.raises(NotFoundError, match="no edition for kenya"):
        shared.trend("kenya")
