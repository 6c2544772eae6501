"""Download many reports: several are fetched and parsed at once; one thread saves them to the library.

The others open the library file again, for the notes on lists of reports. A report is done when it is
saved. So a download that was interrupted, or killed, is taken up by starting it again: what is stored
is passed over.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from queue import SimpleQueue
from typing import TYPE_CHECKING, Protocol

from hrreport.errors import HrReportError, LibraryError, NotFoundError, OfflineError, RefusedError
from hrreport.model.holding import DownloadResult, DownloadSummary
from hrreport.pipeline.obtain import VERSIONS, is_current
from hrreport.pipeline.pdfs import (
    PAGES_VERSION,
    fetch_pdf,
    find_in_pdf,
    is_pdf,
    lacks_summary,
    open_pdf_page,
)
from hrreport.pipeline.retrieve import fetch_pages, open_edition_lists, open_pages, parse_and_analyze
from hrreport.values import dataclass
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from hrreport.library.library import Library
    from hrreport.library.loading import StoredReport
    from hrreport.model.country import ReportId
    from hrreport.model.holding import DownloadOutcome
    from hrreport.model.official_pdf import OfficialPdf
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot
    from hrreport.parsing.report import OpenedPage
    from hrreport.pipeline.context import Context, Obtained

    Read = Callable[[Sequence[OpenedPage], ReportId], Obtained]
    """Makes a report of pages: `parse_and_analyze`, or the same in a process of its own."""

LANES = 3
"""Reports that are fetched at the same time; each host is asked for one page at a time."""


class DownloadWatch(Protocol):
    """Follows a download; `doing` is called from several threads."""

    def doing(self, report_id: ReportId, what: str) -> None:
        """Record the step that is in progress for a report: fetching, reading."""
        ...

    def done(self, delivery: DownloadResult) -> None:
        """Record the result for a report."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    """The work for one report."""

    id: ReportId
    stored: StoredReport | None
    """The copy at hand."""
    pages: tuple[Snapshot, ...]
    """Of the copy at hand, where an older version of the program read them."""
    needs_pages: bool
    """Whether the sources are to be asked."""
    needs_pdf: bool = False
    """Whether the report's PDF is to be fetched."""


@dataclass(frozen=True, slots=True)
class _Done:
    """The end of a job."""

    job: _Job
    snapshots: tuple[Snapshot, ...] = ()
    got: Obtained | None = None
    """``None`` where the source confirmed the copy at hand, or was not asked."""
    reparsed: Obtained | None = None
    """The copy at hand, where its pages were read again."""
    error: Exception | None = None
    pdf: tuple[Snapshot, Report, OfficialPdf] | None = None
    """The PDF that was fetched, the report, and where the paragraphs of the report are in it."""
    pdf_error: str = ""
    """Why the PDF that was wanted is not there."""


def download(
    report_ids: Sequence[ReportId],
    context: Context,
    watch: DownloadWatch,
    *,
    read: Read = parse_and_analyze,
    lanes: int = LANES,
    pdfs: bool = False,
) -> DownloadSummary:
    """Fetch reports into the library, and log what came of each.

    What is stored is passed over, unless `context` says to refresh; what an older version of the
    program read is read again from the kept pages.

    Args:
        report_ids: The reports, in the order in which they are asked for.
        context: The library, and the client for the sources.
        watch: Follows what is being done.
        read: Makes reports of pages; called from several threads.
        lanes: Reports that are fetched at the same time.
        pdfs: Whether the PDF of each report is fetched too, where it is not stored.

    Raises:
        LibraryError: There is no library to keep them in, or it cannot be written.
        OfflineError: We were told not to ask the sources.
    """
    if context.library is None or context.library.read_only:
        raise LibraryError(
            "nothing was downloaded: the library cannot be written",
            hint="make the file and its folder writable, or name another library with --library",
        )
    if context.offline:
        raise OfflineError("nothing can be downloaded with --offline", hint="leave out --offline")
    log = context.library.downloads
    number = log.start(report_ids)
    deliveries = []
    with closing(_Downloads(context.library, context, watch, read, pdfs=pdfs).run(report_ids, lanes)) as done:
        for delivery in done:
            log.add(number, delivery.id, delivery.outcome, delivery.detail)
            watch.done(delivery)
            deliveries.append(delivery)
    log.finish(number)
    return DownloadSummary(tuple(deliveries))


class _Downloads:
    """The threads that fetch and read, and the one that has the library."""

    def __init__(self, library: Library, context: Context, watch: DownloadWatch, read: Read, *, pdfs: bool) -> None:
        self._library = library
        self._context = context
        self._watch = watch
        self._read = read
        self._pdfs = pdfs
        self._finished: SimpleQueue[_Done] = SimpleQueue()

    def run(self, report_ids: Sequence[ReportId], lanes: int) -> Generator[DownloadResult]:
        """Yield what came of each report, as it is done; whatever ends this early ends all threads."""
        executor = ThreadPoolExecutor(lanes, thread_name_prefix="hrreport lane")
        try:
            waiting = iter(dict.fromkeys(report_ids))
            under_way = 0
            while True:
                while under_way < lanes and (report_id := next(waiting, None)):
                    job = self._job(report_id)
                    if job.needs_pages or job.pages or job.needs_pdf:
                        under_way += 1
                        executor.submit(self._worker, job)
                    else:
                        yield DownloadResult(report_id, "unchanged", "stored already")
                if not under_way:
                    break
                done = self._finished.get()
                under_way -= 1
                yield self._deliver(done)
        except BaseException:
            self._context.fetcher().stop()
            executor.shutdown(wait=False, cancel_futures=True)
            raise
        executor.shutdown()

    # -- on the thread that has the library ----------------------------------------------------

    def _job(self, report_id: ReportId) -> _Job:
        stored = self._library.load(report_id)
        pages = self._library.snapshots(report_id) if stored and not is_current(stored) else ()
        needs_pages = stored is None or self._context.refresh
        needs_pdf = self._pdfs and (needs_pages or stored is None or stored.pdf is None)
        if needs_pages or needs_pdf:
            self._context.fetcher()  # made here, not in several threads at once
        return _Job(report_id, stored, pages, needs_pages, needs_pdf)

    def _deliver(self, done: _Done) -> DownloadResult:
        """Keep what was fetched, and tell what it came to."""
        job, got = done.job, done.got
        if done.reparsed and job.stored:
            self._library.replace_parsed(job.stored, done.reparsed.report, done.reparsed.analysis, **VERSIONS)
        if done.error:
            return _describe_loss(job, done.error)
        outcome: DownloadOutcome = "unchanged"
        if got:
            outcome = self._library.save(done.snapshots, got.report, got.analysis, **VERSIONS)
            detail = "; ".join(got.report.warnings[:1])
        elif job.needs_pages:
            self._library.touch(job.id)
            detail = "confirmed by its source"
        else:
            detail = "read again by this version of hrreport" if job.pages else "stored already"
        if done.pdf:
            self._library.save_pdf(*done.pdf, version=PAGES_VERSION)
        return _delivery(done, outcome, detail)

    # -- on the threads that fetch ---------------------------------------------------------------

    def _worker(self, job: _Job) -> None:
        done = _Done(job)
        try:
            if job.pages:
                self._watch.doing(job.id, "reading")
                done = replace(done, reparsed=self._read(open_pages(job.pages), job.id))
            self._finished.put(self._with_pdf(self._fetch(done)))
        except Exception as error:  # noqa: BLE001  told to the reader, or raised again there
            self._finished.put(replace(done, error=error))

    def _fetch(self, done: _Done) -> _Done:
        """Return a job with what its sources gave, where they are to be asked."""
        from hrreport.library.library import Library

        job = done.job
        if job.needs_pages:
            self._watch.doing(job.id, "fetching")
            with Library(self._library.path, clock=self._context.clock) as library:
                pages = fetch_pages(
                    job.id,
                    open_edition_lists(self._context, library.notes),
                    stored=job.stored.provenance if job.stored else None,
                    recall=not self._context.refresh,
                    progress=self._context.progress,
                )
            if pages is not None:
                self._watch.doing(job.id, "reading")
                snapshots = tuple(page.snapshot for page in pages)
                return replace(done, snapshots=snapshots, got=self._read(pages, job.id))
        return done

    def _with_pdf(self, done: _Done) -> _Done:
        """Return a job with the PDF of its report, where one is wanted, or the report was read from it."""
        job = done.job
        read_from = next((one for one in done.snapshots if is_pdf(one)), None)
        report = done.got.report if done.got else job.stored.report() if job.stored else None
        if report is None or not (job.needs_pdf or read_from):
            return done
        try:
            pdf = read_from or self._fetch_pdf(report)
            if lacks_summary(report) and not read_from:
                got = self._read((open_pdf_page(pdf),), job.id)
                if not lacks_summary(got.report):
                    done, report = replace(done, snapshots=(pdf,), got=got), got.report
            return replace(done, pdf=(pdf, report, find_in_pdf(report, pdf)))
        except HrReportError as error:
            return replace(done, pdf_error=error.message)

    def _fetch_pdf(self, report: Report) -> Snapshot:
        from hrreport.locating.addresses import pdf_address

        address = report.pdf or pdf_address(report.id)
        if not address:
            raise NotFoundError("no address of it is known")
        self._watch.doing(report.id, "fetching")
        return fetch_pdf(address, report.id, self._context.fetcher())


def _delivery(done: _Done, outcome: DownloadOutcome, of_report: str) -> DownloadResult:
    """Return what is told of a report that was delivered, with what came of its PDF."""
    of_pdf = f"without its PDF: {done.pdf_error}" if done.pdf_error else ""
    if done.pdf:
        *_, found = done.pdf
        differ = len(found.differences)
        of_pdf = f"with its PDF, in which words differ in {counted(differ, 'place')}" if differ else "with its PDF"
    detail = "; ".join(filter(None, (of_report, of_pdf)))
    return DownloadResult(done.job.id, outcome, detail, without_pdf=bool(done.pdf_error))


def _describe_loss(job: _Job, error: Exception) -> DownloadResult:
    """Return what is said of a report that was not delivered.

    Raises:
        Exception: The error is none of ours.
    """
    from hrreport.locating.addresses import candidates

    if not isinstance(error, HrReportError):
        raise error
    outcome: DownloadOutcome = "failed"
    detail = error.message.removeprefix(f"could not fetch {job.id}: ")
    if isinstance(error, NotFoundError):
        outcome, detail = "missing", "its edition has no such report"
    elif isinstance(error, RefusedError):
        outcome = "refused"
    likeliest = next((way.page or way.url for way in candidates(job.id)), "")
    url = str(error.facts.get("url") or "") or likeliest
    return DownloadResult(job.id, outcome, detail, url)
