"""The Bluebook and EOIR against citations written by hand, and their months."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.citing import cite

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_a_citation_reads_as_written_by_hand(written: tuple[str, str]) -> None:
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("month", "name"), list(enumerate("Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(), start=1))
)
def test_months_are_shortened_as_law_reviews_do(month: int, name: str, reports: dict[str, Report]) -> None:
    report = replace(reports["plain"], published=f"2024-{month:02d}-02")
    assert f" ({name} 2, 2024), http" in cite(report, None, style="bluebook", country_name="Arcadia")
