"""The fetcher: candidates become a snapshot with its provenance, or one error."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Self

from hrreport.fetching.attempts import CandidateWalk, check_page, check_pdf, error_of_attempts
from hrreport.fetching.mirror import FolderMirror, read_mirror
from hrreport.fetching.sources import Budget, Limits, NoResponse
from hrreport.model.retrieval import Provenance, Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    import httpx

    from hrreport.errors import Attempt
    from hrreport.fetching.attempts import FoundPage
    from hrreport.fetching.sources import PageSource, SourceAnswer
    from hrreport.model.country import ReportId
    from hrreport.model.retrieval import Candidate


_CAPTURE = (
    r"https?://(?:web\.archive\.org/web|webarchive\.library\.unt\.edu/\w+)"
    r"/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)"
)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _ignore(_line: object) -> None:
    """Ignore a message."""


def default_user_agent() -> str:
    """Return the name under which hosts are asked: the program, its version, and what it is."""
    return f"hrreport/{version('hrreport')} (reads the Country Reports on Human Rights Practices)"


class Fetcher:
    """Fetches pages politely and within limits; a context manager, and safe to use from several threads.

    Example:
        ``with Fetcher() as fetcher: snapshot = fetcher.fetch(candidates, accept)``
    """

    def __init__(
        self,
        *,
        mirror: str | None = None,
        user_agent: str | None = None,
        notify: Callable[[str], None] = _ignore,
        watch: Callable[[Attempt], None] = _ignore,
        limits: Limits | None = None,
        clock: Callable[[], datetime] = _utc_now,
        timer: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Prepare to fetch; nothing is contacted yet.

        Args:
            mirror: A folder or an address in which ``https://HOST/PATH`` is ``HOST/PATH``; then
                nothing else is contacted. ``None`` or empty for the web itself.
            user_agent: The name to ask under; ``None`` for an honest one.
            notify: Told one line whenever a host makes us wait.
            watch: Told of every address asked, and what came of it.
            limits: What a fetch may cost.
            clock: Gives the time, aware, in UTC.
            timer: Gives seconds that only run forward.
            sleep: Waits so many seconds; ``None`` for a wait that `stop` ends.
            transport: What carries requests; ``None`` for the network.

        Raises:
            InputError: The mirror is neither a folder nor an address.
        """
        self._mirror_name = mirror or ""
        self._mirror = read_mirror(mirror) if mirror else None
        self._user_agent = user_agent or default_user_agent()
        self._notify = notify
        self._watch = watch
        self._limits = limits or Limits()
        self._clock = clock
        self._timer = timer
        self._stopping = threading.Event()
        self._sleep = sleep or self._wait
        self._transport = transport
        self._guard = threading.Lock()
        self._source: PageSource | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
        self.close()

    @property
    def mirror_name(self) -> str:
        """The mirror that is asked, as it was named, or empty for the web itself."""
        return self._mirror_name

    def fetch(
        self,
        candidates: Sequence[Candidate],
        accept: Callable[[Snapshot], bool],
        *,
        report_id: ReportId | None = None,
        what: str = "the page",
        pdf: bool = False,
    ) -> Snapshot:
        """Return the page of the first candidate that gives one.

        Args:
            candidates: The addresses to ask, in order.
            accept: Returns whether a page is the one wanted.
            report_id: The report looked for, to be named in errors; ``None`` for another page.
            what: What another page is called in errors.
            pdf: Whether a PDF is wanted, and no page.

        Raises:
            NotFoundError: Every source that could know says that there is no such page; of a report,
                that its edition does not list it.
            RefusedError: A source refused, and none gave the page.
            FetchError: No source gave the page.
        """
        snapshot = self.look(None, candidates, accept, report_id=report_id, what=what, pdf=pdf).snapshot
        assert snapshot is not None  # noqa: S101  only a stored copy can be confirmed
        return snapshot

    def refresh(
        self,
        stored: Provenance,
        candidates: Sequence[Candidate],
        accept: Callable[[Snapshot], bool],
        *,
        report_id: ReportId | None = None,
    ) -> Snapshot | None:
        """Return the page as it is now, or ``None`` where its source says that it has not changed.

        Arguments and errors are those of `fetch`; `stored` is the provenance of the copy at hand.
        """
        return self.look(stored, candidates, accept, report_id=report_id).snapshot

    def look(
        self,
        stored: Provenance | None,
        candidates: Sequence[Candidate],
        accept: Callable[[Snapshot], bool],
        *,
        report_id: ReportId | None = None,
        what: str = "the page",
        pdf: bool = False,
    ) -> FoundPage:
        """Return the page as it is now, and the address that answered.

        Arguments and errors are those of `fetch`; `stored` is the provenance of the copy at hand, or ``None``.
        """
        if stored and self._mirror and stored.origin != "mirror":
            stored = None
        walk = CandidateWalk(
            self._open(),
            self._snapshot,
            partial(check_pdf if pdf else check_page, accept=accept),
            Budget(self._limits.total),
            stored,
            self._watch,
        )
        found = walk.run(candidates)
        if found is None:
            page = next((candidate.page or candidate.url for candidate in candidates), "")
            raise error_of_attempts(walk.attempts, report_id, page, what, mirrored=self._mirror is not None)
        return found

    def stop(self) -> None:
        """End every wait and every request under way, in whatever thread; what follows fails at once."""
        self._stopping.set()
        source = self._source
        if source:
            source.stop()

    def close(self) -> None:
        """Close the connection pool."""
        with self._guard:
            source, self._source = self._source, None
        if source:
            source.close()

    def _wait(self, seconds: float) -> None:
        if self._stopping.wait(seconds):
            raise NoResponse("offline", "stopped")

    def _open(self) -> PageSource:
        """Return what is asked, made when it is first needed."""
        with self._guard:
            if self._source is None:
                self._source = self._make_source()
            return self._source

    def _make_source(self) -> PageSource:
        if isinstance(self._mirror, Path):
            return FolderMirror(self._mirror, self._limits.body)
        # a folder needs no HTTP library
        from hrreport.fetching.web import Web

        return Web(
            user_agent=self._user_agent,
            limits=self._limits,
            mirror=self._mirror,
            notify=self._notify,
            clock=self._clock,
            timer=self._timer,
            sleep=self._sleep,
            stopping=self._stopping,
            transport=self._transport,
        )

    def _snapshot(self, candidate: Candidate, answer: SourceAnswer) -> Snapshot:
        return Snapshot(
            answer.body,
            Provenance(
                requested_url=candidate.page or candidate.url,
                url=answer.url,
                retrieved_at=self._clock(),
                origin="mirror" if self._mirror else candidate.origin,
                sha256=hashlib.sha256(answer.body).hexdigest(),
                status=answer.status,
                media_type=answer.media_type,
                encoding=answer.encoding,
                etag=answer.etag,
                last_modified=answer.last_modified,
                captured_at=_captured_at(candidate, answer.url),
            ),
        )


def _captured_at(candidate: Candidate, url: str) -> str:
    """Return when an archive captured what it answered with, ISO 8601, or empty where it is not known.

    The time in an address that was asked for may be a guess; one to which the archive redirects is its own.

    >>> from hrreport.model.retrieval import Candidate
    >>> near = Candidate("https://webarchive.library.unt.edu/eot2008/20081104000000id_/http://www.state.gov/")
    >>> _captured_at(near, near.url)
    ''
    >>> _captured_at(near, "https://webarchive.library.unt.edu/eot2008/20081105023300id_/http://www.state.gov/")
    '2008-11-05T02:33:00Z'
    """
    found = None if url == candidate.url else re.match(_CAPTURE, url)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else candidate.captured_at
