"""Results of a download."""

from __future__ import annotations

from typing import get_args

from hrreport.model.country import ReportId
from hrreport.model.holding import DownloadOutcome, DownloadResult, DownloadSummary


def test_reports_that_were_not_delivered_are_listed_by_country_and_year() -> None:
    outcomes = get_args(DownloadOutcome)
    done = DownloadSummary(tuple(DownloadResult(ReportId("arcadia", 2020 - n), o) for n, o in enumerate(outcomes)))
    assert [(each.id.year, each.outcome) for each in done.lost] == [
        (2015, "failed"), (2016, "missing"), (2017, "refused"),
    ]  # fmt: skip
    assert [done.count(outcome) for outcome in outcomes] == [1] * len(outcomes)
