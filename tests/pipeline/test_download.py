"""Downloading: threads that fetch, one that has the library; what fails, what is stale, what goes wrong for good."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError, OfflineError, ParseError
from hrreport.model.country import ReportId
from hrreport.pipeline.download import LANES, download
from hrreport.pipeline.retrieve import open_pages, parse_and_analyze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hrreport.library.library import Library
    from hrreport.model.holding import DownloadResult
    from hrreport.parsing.report import OpenedPage
    from hrreport.pipeline.context import Context, Obtained

    Put = Callable[..., Path]

KENYA, JORDAN, JAPAN = (ReportId(country, 2023) for country in ("kenya", "jordan", "japan"))


class Watch:
    """Remembers what it saw, and from which threads."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.threads: set[str] = set()

    def doing(self, report_id: ReportId, what: str) -> None:
        self.seen.append(f"{what} {report_id}")
        self.threads.add(threading.current_thread().name)

    def done(self, delivery: DownloadResult) -> None:
        self.seen.append(f"{delivery.outcome} {delivery.id}")


@pytest.fixture
def watch() -> Watch:
    return Watch()


def test_what_is_wanted_is_fetched_read_and_saved_each_once(
    context: Context, put: Put, watch: Watch, library: Library
) -> None:
    put("kenya")
    done = download([KENYA, KENYA], context, watch)
    assert [(d.id, d.outcome) for d in done.deliveries] == [(KENYA, "new")]
    assert watch.seen == ["fetching kenya 2023", "reading kenya 2023", "new kenya 2023"]
    assert library.load(KENYA)
    assert library.downloads.last(1)[0].done[0].outcome == "new"


def test_no_more_than_a_few_are_under_way_at_once(context: Context, put: Put, watch: Watch) -> None:
    names = ("chad", "cuba", "fiji", "iran", "iraq", "kenya", "mali")
    for name in names:
        put(name)
    busy, most, guard = 0, 0, threading.Lock()

    def read(pages: Sequence[OpenedPage], report_id: ReportId) -> Obtained:
        nonlocal busy, most
        with guard:
            busy += 1
            most = max(most, busy)
        got = parse_and_analyze(pages, report_id)
        with guard:
            busy -= 1
        return got

    done = download([ReportId(name, 2023) for name in names], context, watch, read=read)
    assert done.count("new") == len(names)
    assert 1 <= most <= LANES
    assert all(name.startswith("hrreport lane") for name in watch.threads)


def test_what_an_older_version_stored_is_read_again_without_asking(
    context: Context, put: Put, watch: Watch, library: Library
) -> None:
    page = put("kenya")
    download([KENYA], context, watch)
    stored = library.load(KENYA)
    assert stored
    report = stored.report()
    library.replace_parsed(stored, report, stored.analysis(report), parser_version="old", analysis_version="old")
    page.unlink()
    done = download([KENYA], context, watch)
    assert [(d.outcome, d.detail) for d in done.deliveries] == [("unchanged", "read again by this version of hrreport")]
    again = library.load(KENYA)
    assert again
    assert again.parser_version != "old"
    assert done.lost == ()


def test_a_change_of_the_parser_is_no_revision_when_refreshed(
    context: Context, put: Put, watch: Watch, library: Library
) -> None:
    put("kenya")
    download([KENYA], context, watch)
    stored = library.load(KENYA)
    assert stored
    other = replace(stored.report(), sections=stored.report().sections[:2])
    library.replace_parsed(
        stored,
        other,
        parse_and_analyze(open_pages(library.snapshots(KENYA)), KENYA).analysis,
        parser_version="old",
        analysis_version="old",
    )
    done = download([KENYA], replace(context, refresh=True), watch)
    assert done.count("unchanged") == 1
    assert len(library.revisions(KENYA)) == 1


def test_what_is_lost_has_a_reason_and_an_address(context: Context, put: Put, watch: Watch) -> None:
    put("kenya").write_text("<p>Hello</p>")

    def read(_p: Sequence[OpenedPage], report_id: ReportId) -> Obtained:
        raise ParseError(f"{report_id} is not understood", url="https://jordan.example/")

    put("jordan")
    done = download([KENYA, JORDAN, JAPAN], context, watch, read=read)
    assert [(str(d.id), d.outcome) for d in done.lost] == [
        ("japan 2023", "failed"), ("jordan 2023", "failed"), ("kenya 2023", "failed"),
    ]  # fmt: skip
    assert (
        done.lost[0].url
        == f"https://www.state.gov/reports/{JAPAN.year}-country-reports-on-human-rights-practices/japan/"
    )
    assert (done.lost[1].detail, done.lost[1].url) == ("jordan 2023 is not understood", "https://jordan.example/")


def test_an_error_in_the_program_is_not_taken_for_a_report_that_failed(
    context: Context, put: Put, watch: Watch
) -> None:
    put("kenya")

    def read(_p: Sequence[OpenedPage], _r: ReportId) -> Obtained:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        download([KENYA], context, watch, read=read)


def test_a_library_that_fails_ends_the_download_and_every_thread(
    context: Context, put: Put, watch: Watch, library: Library
) -> None:
    for name in ("chad", "cuba", "fiji", "kenya"):
        put(name)
    saved = 0

    class Full:
        """The library, on a disk that is full after the first report."""

        def __getattr__(self, name: str) -> object:
            nonlocal saved
            if name == "save":
                saved += 1
                if saved > 1:
                    raise LibraryError("the disk is full")
            return getattr(library, name)

    wanted = [ReportId(name, 2023) for name in ("chad", "cuba", "fiji", "kenya")]
    with pytest.raises(LibraryError, match="disk is full"):
        download(wanted, replace(context, library=Full()), watch)  # type: ignore[arg-type]
    for thread in threading.enumerate():
        if thread.name.startswith("hrreport lane"):
            thread.join(10)
            assert not thread.is_alive()
    assert len(library.entries()) == 1
    assert library.downloads.last(1)[0].finished_at is None


def test_nothing_is_begun_where_it_cannot_be_kept_or_asked(context: Context, watch: Watch) -> None:
    with pytest.raises(LibraryError, match="cannot be written"):
        download([KENYA], replace(context, library=None), watch)
    with pytest.raises(OfflineError, match="--offline"):
        download([KENYA], replace(context, offline=True), watch)


def test_lists_of_old_editions_are_remembered_in_the_library_for_the_other_threads(
    context: Context, mirror: Path, watch: Watch, library: Library
) -> None:
    tree = mirror / "2009-2017.state.gov/j/drl/rls/hrrpt/2005"
    tree.mkdir(parents=True)
    (tree / "index.htm").write_text(
        '<html><body><a href="/j/drl/rls/hrrpt/2005/61574.htm">Kenya</a>'
        '<a href="/j/drl/rls/hrrpt/2005/61575.htm">Mali</a></body></html>'
    )
    wanted = [ReportId("kenya", 2005), ReportId("mali", 2005)]
    done = download(wanted, context, watch)
    assert done.count("new") == 0
    place = context.fetcher().mirror_name or "the web"
    with library._opened.db as db:
        keys = [key for (key,) in db.execute("SELECT key FROM note")]
    assert any(place in key for key in keys), keys


@pytest.mark.parametrize(
    ("more", "outcome", "said"),
    [
        (
            "<p>" + "Police beat 12 men in town. " * 120_000 + "</p>",
            "failed",
            "more than any report",
        ),
        ("<p>" + "x" * 2_000_000 + "</p>", "new", ""),
        ("<h4>a</h4><p>b</p>" * 8_000, "failed", "more than any report"),
        ("<div>" * 20_000 + "deep" + "</div>" * 20_000, "new", ""),
        ("<p>\x00\x01\x1b[2J\u202e\u2066wobble</p>", "new", ""),
    ],
    ids=["long", "one word", "many headings", "deep", "control characters"],
)
def test_a_monstrous_page_is_read_or_refused_and_harms_nothing(
    context: Context, put: Put, watch: Watch, library: Library, more: str, outcome: str, said: str
) -> None:
    page = put("kenya")
    text = page.read_text(encoding="utf-8")
    place = text.index("<p>The government did not enforce")
    page.write_text(text[:place] + more + text[place:], encoding="utf-8")
    put("mali")
    done = download([KENYA, ReportId("mali", 2023)], context, watch)
    came = {d.id: d for d in done.deliveries}
    assert came[KENYA].outcome == outcome
    assert said in came[KENYA].detail
    assert came[ReportId("mali", 2023)].outcome == "new"
    assert list(library.check()) == []
