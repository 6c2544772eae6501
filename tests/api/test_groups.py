"""Answers on many countries at once, and what does not go with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport import Reports


def test_many_countries_are_read_from_what_is_stored(shared: Reports, tmp_path: Path) -> None:
    listed = tmp_path / "two.txt"
    listed.write_text("Kazakhstan\nKenya\n", encoding="utf-8")
    for matrix in (shared.compare(None, 2024, region="sca"), shared.compare(None, 2024, group=listed)):
        assert [each.report.id.country for each in matrix] == ["kazakhstan"]
        assert "Not in the library" in matrix.notices[-1]
        assert {"country", "topic", "level", "finding"} <= set(matrix.to_dicts()[0])
    changes = shared.diff(None, 2023, 2024, group=["kazakhstan", "kenya"], sort="gone")
    assert (len(changes), changes.to_dicts()[0]["dropped"]) == (1, len(changes[0].dropped))
    duties = shared.diff(None, 2023, 2024, all=True, duties=True)
    assert len(duties.to_dicts()) == len(duties.value.duties)
    trend = shared.trend(None, topic="torture", all=True)
    assert [cell["year"] for cell in trend.to_dicts()] == [2023, 2024]
    assert "Kazakhstan" in str(trend)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda reports: reports.compare(None, 2024), "no country was named"),
        (lambda reports: reports.compare("kenya", 2024, all=True), "all does not go with a country that is named"),
        (lambda reports: reports.diff(None, 2023, 2024, all=True, sort="beauty"), 'there is no order "beauty"'),
        (lambda reports: reports.diff(None, 2023, 2024, all=True, topic="torture"), "topic does not go with many"),
        (lambda reports: reports.trend(None, all=True), "one topic is followed"),
    ],
)
def test_what_does_not_go_together_is_refused(shared: Reports, asked: Callable[[Reports], object], said: str) -> None:
    with pytest.raises(InputError, match=said):
        asked(shared)
