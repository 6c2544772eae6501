"""The list of what could not be downloaded: a row for each report, whatever the reason is."""

from __future__ import annotations

from datetime import UTC, datetime

from hrreport.exporting.missing_list import MARK, missing_list
from hrreport.model.country import ReportId
from hrreport.model.holding import DownloadResult, DownloadSummary


def test_a_list_of_what_is_missing_stays_in_its_lines_and_columns() -> None:
    lost = DownloadResult(ReportId("lakes", 2023), "refused", "403\n\t\x1b[2Jno", "https://a.example/\n\tx")
    text = missing_list(DownloadSummary((lost,)), datetime(2025, 5, 3, 12, tzinfo=UTC))
    assert text.startswith(f"{MARK}, 3 May 2025, 12:00 UTC.\n")
    (entry,) = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert entry.split("\t") == [
        "lakes", "2023", "https://a.example/ x", "hrreport add FILE --country lakes --year 2023",
    ]  # fmt: skip
    assert "# refused: 403 [2Jno" in text
