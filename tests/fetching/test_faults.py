"""The faults of the real servers, as the mirror's own server shows them."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import FetchError, NotFoundError, RefusedError
from hrreport.fetching.fetcher import Fetcher
from hrreport.fetching.sources import Limits
from hrreport.locating.addresses import candidates
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fetching.conftest import World

    from hrreport.errors import HrReportError
    from hrreport.model.retrieval import Snapshot

KAZAKHSTAN = ReportId("kazakhstan", 2023)
PAGE = "www.state.gov/reports/2023-country-reports-on-human-rights-practices/kazakhstan/"
LIMITS = Limits(attempts=2, silence=3.0, answer=1.5, total=12.0)


def is_report(page: Snapshot) -> bool:
    return b'class="report__content"' in page.body


def read_links(body: bytes, _encoding: str) -> list[tuple[str, str]]:
    found = re.findall(rb'<option value="(http[^"]+)">([^<]+)', body)
    return [(name.decode(), url.decode()) for url, name in found]


@pytest.fixture
def serve(shared_site: Path) -> Iterator[Callable[..., str]]:
    """Start the mirror's server with some faults, and return its address."""
    running: list[subprocess.Popen[str]] = []
    tool = shared_site.parent / "tools" / "serve_site.py"

    def start(*faults: str) -> str:
        options = [part for fault in faults for part in ("--fault", fault)]
        server = subprocess.Popen(
            [sys.executable, str(tool), "--root", str(shared_site), "--port", "0", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        running.append(server)
        assert server.stdout is not None
        return server.stdout.readline().split()[-1]

    yield start
    for server in running:
        server.terminate()
        server.communicate()


@pytest.fixture
def fetch(world: World) -> Callable[..., Snapshot]:
    """Fetch a report from a mirror, waits between two requests left out."""

    def from_mirror(mirror: str, report: ReportId = KAZAKHSTAN) -> Snapshot:
        time = world.time
        with Fetcher(
            mirror=mirror, limits=LIMITS, notify=world.notes.append, timer=time.timer, sleep=time.sleep
        ) as fetcher:
            return fetcher.fetch(candidates(report, read_links), is_report, report_id=report)

    return from_mirror


@pytest.mark.parametrize(
    ("fault", "kind", "said"),
    [
        ("403", RefusedError, "www.state.gov: 403, access refused"),
        ("soft", RefusedError, 'www.state.gov: a "Technical Difficulties" page instead of the report'),
        ("empty", FetchError, "www.state.gov: an empty answer"),
        ("nobody", FetchError, "www.state.gov: a page without a report"),
        ("429", RefusedError, "www.state.gov: 429, too many requests"),
        ("429date", RefusedError, "www.state.gov: 429, too many requests"),
        ("503", RefusedError, "www.state.gov: 503, service unavailable"),
        ("truncate", FetchError, "www.state.gov: cut short"),
        ("reset", FetchError, "www.state.gov: connection failed"),
        ("slow", FetchError, "www.state.gov: timed out after 0 s"),
        ("huge", FetchError, "www.state.gov: more than 20 MB"),
        ("loop", FetchError, "www.state.gov: redirects in a circle"),
        ("wrongtype", FetchError, "www.state.gov: a PDF instead of a page"),
    ],
)
def test_a_fault_everywhere_is_one_line_within_the_time(
    serve: Callable[..., str], fetch: Callable[..., Snapshot], fault: str, kind: type[FetchError], said: str
) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(serve(fault))
    assert type(caught.value) is kind
    host, _, reason = said.partition(": ")  # hosts that say the same are named together
    assert re.search(
        rf"{re.escape(host)}(?:, [^:;]+)?: {re.escape(reason)}", str(caught.value)
    )  # hosts that say the same
    assert str(caught.value).startswith("could not fetch kazakhstan 2023: ")
    assert f"(url: https://{PAGE})" in str(caught.value)
    assert "hrreport add FILE --country kazakhstan --year 2023" in str(caught.value.hint)


@pytest.mark.parametrize("fault", ["429", "429date", "503", "truncate", "reset"])
def test_a_fault_that_passes_is_waited_for(
    serve: Callable[..., str], fetch: Callable[..., Snapshot], world: World, shared_site: Path, fault: str
) -> None:
    snapshot = fetch(serve(f"{fault}:.:1"))
    assert snapshot.body == (shared_site / PAGE / "index.html").read_bytes()
    assert len(world.notes) == 1
    assert "asking again in" in world.notes[0]


@pytest.mark.parametrize("fault", ["gzip", "moved"])
def test_a_page_sent_otherwise_is_the_same_page(
    serve: Callable[..., str], fetch: Callable[..., Snapshot], shared_site: Path, fault: str
) -> None:
    snapshot = fetch(serve(fault))
    assert snapshot.body == (shared_site / PAGE / "index.html").read_bytes()
    assert snapshot.provenance.origin == "mirror"
    assert snapshot.provenance.url == f"https://{PAGE}"


def test_bytes_of_an_undeclared_charset_are_kept_as_they_are(
    serve: Callable[..., str], fetch: Callable[..., Snapshot], shared_site: Path
) -> None:
    snapshot = fetch(serve("latin1"))
    text = (shared_site / PAGE / "index.html").read_bytes().decode().replace('<meta charset="utf-8" />', "")
    assert snapshot.body == text.encode("cp1252", "replace")
    assert snapshot.provenance.encoding == ""


def test_the_next_source_is_asked_where_the_first_refuses(
    serve: Callable[..., str], fetch: Callable[..., Snapshot]
) -> None:
    with pytest.raises(RefusedError) as caught:
        fetch(serve("403:^/www.state.gov"))
    assert re.search(r"2021-2025\.state\.gov(?:, [^:;]+)?: 404, no such page", str(caught.value))
    assert "web.archive.org: 404, no such page" in str(caught.value)


@pytest.mark.parametrize(
    ("report", "kind", "said"),
    [
        (ReportId("togo", 2023), FetchError, "its edition lists it, but its page is not in the mirror"),
        (ReportId("cook-islands", 2023), NotFoundError, "no report for cook-islands in 2023"),
        (ReportId("togo", 2031), FetchError, "its page is not in the mirror, nor is the list of its edition"),
    ],
)
def test_a_report_that_nobody_has_is_no_refusal(
    serve: Callable[..., str],
    fetch: Callable[..., Snapshot],
    shared_site: Path,
    report: ReportId,
    kind: type[HrReportError],
    said: str,
) -> None:
    for mirror in (serve(), str(shared_site)):
        with pytest.raises(kind, match=said) as caught:
            fetch(mirror, report)
        assert type(caught.value) is kind


def test_a_stored_page_that_has_not_changed_is_not_sent_again(
    serve: Callable[..., str], fetch: Callable[..., Snapshot]
) -> None:
    mirror = serve()
    stored = fetch(mirror).provenance
    with Fetcher(mirror=mirror, limits=LIMITS) as fetcher:
        assert fetcher.refresh(stored, candidates(KAZAKHSTAN, read_links), is_report, report_id=KAZAKHSTAN) is None


def test_a_folder_and_a_server_of_the_same_pages_give_the_same(
    serve: Callable[..., str], fetch: Callable[..., Snapshot], shared_site: Path
) -> None:
    served, read = fetch(serve()), fetch(str(shared_site))
    assert served.body == read.body
    assert served.provenance.sha256 == read.provenance.sha256
    assert served.provenance.url == read.provenance.url
