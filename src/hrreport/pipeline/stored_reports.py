"""Work on many reports of the library, one after another or in several processes; nothing is fetched."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, NoReturn, TypeVar

from hrreport.errors import HrReportError, NotFoundError, OfflineError
from hrreport.pipeline.context import Context
from hrreport.pipeline.obtain import is_current, read_stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from hrreport.model.country import ReportId
    from hrreport.pipeline.context import Obtained

    T = TypeVar("T")
    Job = tuple[ReportId, ...]
    """The reports that are worked on together."""
    Progress = Callable[[int, int], None]
    """Takes how many jobs are done, and how many there are."""

FEW = 24
"""Up to so many jobs are done sooner in this process than others are started."""
MANY = 400
"""Likewise, of jobs that are hardly more than reading what is stored."""


def no_progress(done: int, total: int) -> None:
    """Take no note of how far it is."""


def map_stored(
    jobs: Sequence[Job],
    work: Callable[..., T],
    context: Context,
    *,
    light: bool = False,
    processes: int | None = None,
    progress: Progress = no_progress,
) -> Iterator[T | HrReportError]:
    """Yield what a function makes of each job's reports, in the order of the jobs; an error where they cannot be read.

    Args:
        jobs: Reports in the library.
        work: A function of a module, or a partial of one, that takes an `Obtained` for each report of a job.
        context: What may be used; its library holds the reports.
        light: Whether the work is hardly more than reading what is stored.
        processes: How many work at once; ``None`` for one on each processor.
        progress: Takes how many jobs are done, and how many there are.
    """
    most = min(processes or os.cpu_count() or 1, len(jobs))
    few = MANY if light and _is_current(jobs[0], context) else FEW
    if most < 2 or len(jobs) <= few:  # noqa: PLR2004  one is no more than this process
        for done, job in enumerate(jobs, 1):
            yield _attempted(partial(_run, job, work, context))
            progress(done, len(jobs))
        return
    yield from _in_processes(jobs, work, context, most, progress)


def _is_current(job: Job, context: Context) -> bool:
    """Return whether a job's reports need not be parsed again; then those of the others will not, most likely."""
    assert context.library is not None  # noqa: S101  the jobs are of its reports
    found = (context.library.load(report_id) for report_id in job)
    return all(stored is None or is_current(stored) for stored in found)


def _in_processes(
    jobs: Sequence[Job], work: Callable[..., T], context: Context, most: int, progress: Progress
) -> Iterator[T | HrReportError]:
    from concurrent.futures import ThreadPoolExecutor

    from hrreport.pipeline.worker_processes import WorkerProcesses

    assert context.library is not None  # noqa: S101  the jobs are of its reports
    path = context.library.path
    with WorkerProcesses(most) as readers, ThreadPoolExecutor(most) as threads:

        def asked(job: Job) -> T | HrReportError:
            about = " and ".join(map(str, job))
            return _attempted(lambda: readers.run(run_in_worker, path, job, work, about=about))

        try:
            for done, found in enumerate(threads.map(asked, jobs), 1):
                yield found
                progress(done, len(jobs))
        finally:
            readers.stop()
            threads.shutdown(cancel_futures=True)


def run_in_worker(path: Path, job: Job, work: Callable[..., T]) -> T:
    """Return what a function makes of reports, in a process that has nothing but the name of the library."""
    return _run(job, work, _library_alone(path))


def _attempted(work: Callable[[], T]) -> T | HrReportError:
    try:
        return work()
    except HrReportError as error:
        return error


def _run(job: Job, work: Callable[..., T], context: Context) -> T:
    return work(*(_stored(report_id, context) for report_id in job))


def _stored(report_id: ReportId, context: Context) -> Obtained:
    assert context.library is not None  # noqa: S101  the jobs are of its reports
    stored = context.library.load(report_id)
    if stored is None:
        raise NotFoundError(f"{report_id} was removed from the library meanwhile")
    return read_stored(stored, context)


@cache
def _library_alone(path: Path) -> Context:
    from hrreport.library.library import Library

    def now() -> datetime:
        return datetime.now(UTC)

    def no_fetcher() -> NoReturn:
        raise OfflineError("nothing is fetched here")

    return Context(Library(path, clock=now), no_fetcher, now, lambda _: None)
