"""Views of a library and of downloads: counts, sizes, reasons, and nothing of a page obeyed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.model.change import Quote, SentencePair
from hrreport.model.country import ReportId
from hrreport.model.holding import (
    Download,
    DownloadLine,
    DownloadResult,
    DownloadSummary,
    Holding,
    ImportSummary,
    LibraryFlaw,
    LibraryInfo,
    Revision,
    RevisionChange,
)
from hrreport.model.locator import Locator
from hrreport.terminal.library import (
    download_view,
    format_size,
    holdings_view,
    info_view,
    library_check_view,
    log_view,
    merged_view,
)
from hrreport.terminal.revisions import revisions_view

if TYPE_CHECKING:
    from hrreport.model.report import Report
    from hrreport.terminal.document import Document


NAMES = {"arcadia": "Arcadia"}


NOON = datetime(2025, 5, 3, 12, tzinfo=UTC)


ARCADIA = ReportId("arcadia", 2023)


EVIL = "\x1b[2J\x1b]0;title\x07 \u202e[bold]\x9b31m\rx"


@pytest.fixture
def revision(arcadia: Report) -> Revision:
    return Revision(ARCADIA, 1, True, arcadia.title, "", arcadia.provenance, "ab" * 32, 12_345, 67, NOON, NOON)


INFO = LibraryInfo(
    "/shelf/library.sqlite", 45_300_000, 1, "wal", True, 3, 4, 5, 600, (2022, 2023), 9_000_000, (("pages", 812),)
)


def test_stored_reports_are_listed(revision: Revision) -> None:
    shown = holdings_view((Holding(revision, 2),), NAMES).plain(120).splitlines()
    assert shown[1].split() == "Arcadia 2023 12,345 67 2 3 May 2025 from www.state.gov".split()
    assert shown[-1] == "1 report on 1 country."


def test_the_state_of_a_library_is_told_in_sizes_that_people_say() -> None:
    shown = info_view(INFO).plain(100)
    assert "/shelf/library.sqlite (can only be read)" in shown
    assert "45.3 MB: pages 812 bytes" in shown
    assert "3, 4 texts" in shown
    assert format_size(7_200_000_000_000) == "7200.0 GB"


def test_a_check_tells_what_it_looked_at_or_what_it_found() -> None:
    assert library_check_view((), INFO, NAMES).plain() == "Sound: 4 texts, 5 pages, the index.\n"
    assert library_check_view((), None, NAMES).plain() == "Sound: all.\n"
    flaws = (LibraryFlaw("page", "It is gone.", ARCADIA), LibraryFlaw("file", "It is short."))
    assert library_check_view(flaws, INFO, NAMES).plain() == (
        "2 flaws:\npage  Arcadia 2023  It is gone.\nfile                It is short.\n"
    )


def test_what_was_taken_over_is_counted_and_what_was_refused_named() -> None:
    shown = merged_view(
        ImportSummary((ARCADIA,), (ARCADIA,), (), (LibraryFlaw("page", "Gone.", ARCADIA), LibraryFlaw("file", "x"))),
        NAMES,
    )
    assert shown.plain().splitlines() == [
        "1  new        taken over",
        "0  unchanged  with the same words",
        "1  revised    Arcadia 2023",
        "2  refused    Arcadia 2023: Gone.; the file: x",
    ]


def test_a_download_closes_with_counts_and_reasons() -> None:
    done = DownloadSummary(
        (DownloadResult(ARCADIA, "new"), DownloadResult(ReportId("lakes", 2023), "refused", "403, access refused"))
    )
    shown = download_view(done, NAMES).plain().splitlines()
    assert shown[0] == "2 reports:"
    assert shown[1].startswith("1  new ")
    assert shown[-1] == "lakes 2023  refused  403, access refused"
    assert "failed" not in "".join(shown)


def test_the_log_tells_what_is_left_to_do() -> None:
    line = DownloadLine(ARCADIA, "missing", "no such report", NOON)
    log = (
        Download(2, NOON, None, (ARCADIA,), (line, replace(line, outcome="new", detail=""))),
        Download(1, NOON, NOON, (), ()),
    )
    shown = log_view(log, NAMES).plain(100)
    assert "Download 2: begun 3 May 2025, 12:00 UTC, not finished; 3 reports" in shown
    assert "  1 new\n  1 missing\n    Arcadia 2023: no such report\n  1 not done\n" in shown
    assert "ended 3 May 2025, 12:00 UTC; 0 reports" in shown
    assert log_view((), NAMES).plain() == "Nothing was downloaded yet.\n"


@pytest.fixture
def hostile(revision: Revision) -> tuple[Document, ...]:
    one = ReportId(EVIL, 2023)
    source = replace(revision.provenance, url=EVIL, publisher=EVIL, captured_at=EVIL)
    worse = replace(revision, id=one, title=EVIL, provenance=source, text_hash=EVIL)
    quote = Quote(Locator(EVIL, 1, 1), EVIL, ((1, 4),))
    pairs = (SentencePair("reworded", (quote,), (quote,)), SentencePair("moved", (quote,), (quote,)))
    flaw = LibraryFlaw(EVIL, EVIL, one)
    return (
        holdings_view((Holding(worse, 1),), {}),
        revisions_view((RevisionChange(worse, pairs),), {}, sentences=True),
        merged_view(ImportSummary((one,), (one,), (one,), (flaw,)), {}),
        download_view(DownloadSummary((DownloadResult(one, "failed", EVIL, EVIL),)), {}),
        log_view((Download(1, NOON, None, (one,), (DownloadLine(one, "failed", EVIL, NOON),)),), {}),
        info_view(replace(INFO, path=EVIL)),
    )


def test_hostile_words_are_shown_and_not_obeyed(hostile: tuple[Document, ...]) -> None:
    for page in hostile:
        assert all(line.isprintable() for line in page.plain(100).split("\n"))
