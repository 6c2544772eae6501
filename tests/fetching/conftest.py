"""A clock that only moves when told, a web made of functions, and a small faulty server on loopback."""

from __future__ import annotations

import http.server
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from hrreport.fetching.fetcher import Fetcher
from hrreport.fetching.sources import Limits
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hrreport.errors import Attempt
    from hrreport.model.retrieval import Snapshot

PAGE = "https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/togo/"
COPY = PAGE.replace("www.", "2021-2025.")
REPORT = b"<html><h1>Togo</h1><p>A report about an invented place: \xe2\x80\x9cfair\xe2\x80\x9d.</p></html>"
START = datetime(2026, 1, 1, tzinfo=UTC)


class Time:
    """Time that moves only by sleeping, or when a test moves it."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.slept: list[float] = []

    def clock(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def timer(self) -> float:
        return self.passed

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds


class Pieces(httpx.SyncByteStream):
    """A body that arrives in pieces, as bodies do."""

    def __init__(self, *pieces: bytes, after: Callable[[], object] = lambda: None) -> None:
        self._pieces = pieces
        self._after = after

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            yield piece
            self._after()


def page(
    body: bytes = REPORT, status: int = 200, headers: Mapping[str, str] | None = None
) -> Callable[[httpx.Request], httpx.Response]:
    """Return what answers every request with one page."""
    declared = {"content-type": "text/html; charset=UTF-8", "content-length": str(len(body)), **(headers or {})}
    return lambda _request: httpx.Response(status, headers=declared, stream=Pieces(body))


class World:
    """A web of functions: which address answers what, what was asked, and what was told meanwhile."""

    PAGE = PAGE
    COPY = COPY
    REPORT = REPORT
    START = START
    page = staticmethod(page)
    Pieces = Pieces

    def __init__(self) -> None:
        self.time = Time()
        self.pages: dict[str, list[Callable[[httpx.Request], httpx.Response]]] = {}
        self.requests: list[httpx.Request] = []
        self.notes: list[str] = []
        self.attempts: list[Attempt] = []

    def put(self, url: str, *answers: Callable[[httpx.Request], httpx.Response]) -> None:
        """Let an address give these answers in turn, the last one for ever."""
        self.pages[url] = list(answers)

    @property
    def asked(self) -> list[str]:
        return [str(request.url) for request in self.requests]

    def handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answers = self.pages.get(str(request.url), [page(b"<p>Not here.</p>", 404)])
        return (answers.pop(0) if len(answers) > 1 else answers[0])(request)

    @staticmethod
    def accept(page: Snapshot) -> bool:
        """Stand for the recognition of a report page."""
        return b"A report" in page.body

    def fetch(self, *urls: str, **options: Any) -> Snapshot:
        """Fetch the report of Togo from some addresses, by default its page."""
        with self.fetcher(**options) as fetcher:
            ways = [Candidate(url) for url in urls or (PAGE,)]
            return fetcher.fetch(ways, self.accept, report_id=ReportId("togo", 2023))

    def fetcher(self, **options: Any) -> Fetcher:
        return Fetcher(
            **{
                "notify": self.notes.append,
                "watch": self.attempts.append,
                "clock": self.time.clock,
                "timer": self.time.timer,
                "sleep": self.time.sleep,
                "transport": httpx.MockTransport(self.handle),
                **options,
            }
        )


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def quick() -> Limits:
    """Limits that a test can wait for."""
    return Limits(body=100_000, attempts=2, connect=1.0, silence=0.4, answer=0.6, total=3.0)


class FaultyServer(http.server.ThreadingHTTPServer):
    """A server on loopback whose pages are functions of the request handler."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), FaultyHandler)
        self.pages: dict[str, Callable[[FaultyHandler], None]] = {}
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class FaultyHandler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FaultyServer

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.close_connection = True
        with suppress(OSError):  # the client has had enough
            self.server.pages[self.path](self)

    def say(self, *lines: str, then: bytes = b"", every: float = 0.0, for_ever: bool = False) -> None:
        """Send lines, and then a piece once, or for ever with so many seconds between."""
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode() + then)
        while for_ever and not self.server.over.wait(every):
            self.wfile.write(then)


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer() as faulty:
        thread = threading.Thread(target=faulty.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield faulty
        faulty.over.set()
        faulty.shutdown()
        thread.join()
