"""Reports that are missing."""

from __future__ import annotations

from typing import get_args

from hrreport.codec.changes import gaps_json
from hrreport.model.country import ReportId
from hrreport.model.gap import MissingReport, Why


def test_a_missing_report_is_named_with_the_reason() -> None:
    gaps = [MissingReport(ReportId("arcadia", 2023), why, "The list does not name it.") for why in get_args(Why)]
    assert [gap["why"] for gap in gaps_json(gaps, {"arcadia": "Arcadia"})] == list(get_args(Why))
    assert gaps_json(gaps[:1], {"arcadia": "Arcadia"}) == [
        {"country": "arcadia", "year": 2023, "name": "Arcadia", "why": "no-such-report",
         "reason": "The list does not name it."},
    ]  # fmt: skip
