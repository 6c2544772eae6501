"""A finished document checked: what it quotes and cites, and reports that could not be obtained."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.filings import read_filing
from hrreport.model.country import ReportId
from hrreport.pipeline.check import ObtainedReports, check_filing
from hrreport.pipeline.obtain import obtain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.pipeline.context import Context

FIJI, KENYA = ReportId("fiji", 2023), ReportId("kenya", 2023)
QUOTED = "Equal pay of men and women for equal work was not required by law"
BRIEF = f"Counsel notes that “{QUOTED}.” 2023 DOS Country Report on Kenya, § 6.\n"


@pytest.mark.parametrize(
    ("text", "verdict"), [(BRIEF, "exact"), (BRIEF.replace("not required", "required"), "differs")]
)
def test_a_quotation_is_held_against_the_report_that_it_cites(
    context: Context, put: Callable[..., Path], text: str, verdict: str
) -> None:
    put("kenya")
    checked = check_filing(read_filing("brief.md", text.encode()), context)
    (finding,) = checked.findings
    assert (finding.verdict, finding.report, set(checked.reports)) == (verdict, KENYA, {KENYA})


def test_a_report_that_could_not_be_obtained_has_a_reason(context: Context) -> None:
    obtained = ObtainedReports([KENYA], replace(context, offline=True))
    assert obtained.report(KENYA) is None
    assert obtained.index(KENYA) is None
    assert "not in the library" in obtained.reason(KENYA)


def test_a_quotation_that_is_in_another_stored_report_is_found_there(
    context: Context, put: Callable[..., Path]
) -> None:
    for country in ("fiji", "kenya"):
        put(country, **({"49 crisis": "fifty crisis"} if country == "fiji" else {}))
        obtain(ReportId(country, 2023), context)
    obtained = ObtainedReports([FIJI, KENYA], context)
    verdict = obtained.elsewhere("fifty crisis centers", KENYA)
    assert verdict is not None
    assert verdict.id == FIJI
    assert obtained.elsewhere("nine hundred crisis centers", KENYA) is None
    assert obtained.newest("kenya") >= 2023
