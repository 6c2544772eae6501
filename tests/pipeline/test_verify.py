"""A quotation held against all stored reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.model.country import ReportId
from hrreport.pipeline.obtain import obtain
from hrreport.pipeline.verify import verify_everywhere

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.library.library import Library
    from hrreport.pipeline.context import Context

EVERYWHERE = "Equal pay of men and women for equal work"
FIJI, KENYA, MALI = (ReportId(country, 2023) for country in ("fiji", "kenya", "mali"))


@pytest.fixture(autouse=True)
def shelf(context: Context, put: Callable[..., Path]) -> None:
    for report_id in (FIJI, KENYA, MALI):
        put(report_id.country, **({"49 crisis": "fifty crisis"} if report_id == MALI else {}))
        obtain(report_id, context)


def test_the_report_that_is_named_comes_first(library: Library, context: Context) -> None:
    found = verify_everywhere(EVERYWHERE, library, context, first=KENYA)
    assert [report.id for report, _ in found.verdicts] == [KENYA, FIJI, MALI]
    assert all(report.id == verdict.id for report, verdict in found.verdicts)


def test_where_there_are_very_many_some_are_only_named(
    library: Library, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrreport.pipeline.verify.DESCRIBED", 1)
    found = verify_everywhere(f"  {EVERYWHERE}\n", library, context)
    assert (found.quotation, found.reports, found.found) == (EVERYWHERE, 3, True)
    assert [report.id for report, _ in found.verdicts] == [FIJI]
    assert found.others == (KENYA, MALI)


def test_what_stands_in_one_only_is_found_there(library: Library, context: Context) -> None:
    found = verify_everywhere("fifty crisis centers", library, context)
    assert [report.id for report, _ in found.verdicts] == [MALI]


def test_what_stands_nowhere_is_shown_beside_what_comes_nearest(library: Library, context: Context) -> None:
    found = verify_everywhere("the ministry counted fifty two crisis centers", library, context)
    assert not found.found
    ((report, verdict),) = found.verdicts
    assert report.id == verdict.id == MALI
    assert verdict.nearest
