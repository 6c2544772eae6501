"""The summary of a whole report: of what is stored with it, and beside the edition before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.model.country import ReportId
from hrreport.pipeline.summarize import summarize

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.model.summary import Length
    from hrreport.pipeline.context import Context

KENYA = ReportId("kenya", 2023)


@pytest.mark.parametrize("length", ["brief", "short", "medium", "long"])
def test_a_stored_report_is_summarized_as_one_that_was_just_fetched(
    context: Context, put: Callable[..., Path], length: Length
) -> None:
    put("kenya")
    fetched = summarize(KENYA, context, length, with_brief=True)
    stored = summarize(KENYA, context, length, with_brief=True)
    assert stored[0] == fetched[0]
    assert stored[1].sentences == fetched[1].sentences
    assert fetched[1].sentences


def test_what_differs_from_the_edition_before_is_said_where_the_library_has_that_one(
    context_of_editions: Context,
) -> None:
    _, later = summarize(ReportId("arcadia", 2024), context_of_editions, "brief", with_brief=False)
    _, first = summarize(ReportId("arcadia", 2005), context_of_editions, "brief", with_brief=False)
    assert later.overview is not None
    assert first.overview is not None
    assert later.overview.since is not None
    assert first.overview.since is None
