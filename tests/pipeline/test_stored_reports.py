"""Work on many stored reports, in this process and in others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import NotFoundError, ParseError
from hrreport.model.country import ReportId
from hrreport.pipeline.stored_reports import map_stored

if TYPE_CHECKING:
    from hrreport.pipeline.context import Context, Obtained


@pytest.fixture
def context(context_of_editions: Context) -> Context:
    return context_of_editions


def title(got: Obtained) -> str:
    return got.report.title


def test_processes_give_what_this_one_would_in_the_same_order(context: Context) -> None:
    jobs = [(ReportId("arcadia", 2023),), (ReportId("arcadia", 2024),)] * 13
    seen: list[tuple[int, int]] = []
    apart = list(map_stored(jobs, title, context, processes=2, progress=lambda *so_far: seen.append(so_far)))
    assert apart == list(map_stored(jobs, title, context, processes=1))
    assert seen == [(done, len(jobs)) for done in range(1, len(jobs) + 1)]


def test_an_error_of_one_job_is_its_answer(context: Context) -> None:
    jobs = [(ReportId("arcadia", 2023),), (ReportId("nowhere", 2023),)]
    first, second = map_stored(jobs, partial(title), context)
    assert isinstance(first, str)
    assert isinstance(second, NotFoundError)
    assert not isinstance(second, ParseError)
