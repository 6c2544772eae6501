"""Progress of a download: drawn on a terminal, written elsewhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from hrreport.cli.progress import LineProgress, Live, line_of
from hrreport.model.country import ReportId
from hrreport.model.holding import DownloadResult

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {"kenya": "Kenya", "mali": "Mali", "fiji": "Fiji"}
KENYA, MALI, FIJI = (ReportId(country, 2023) for country in NAMES)


@pytest.fixture
def seconds() -> Iterator[float]:
    """A clock that a test reads four seconds after it began."""
    return iter((0.0, *[4.0] * 50))


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=100, color_system=None, _environ={})


def drawn(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_display_shows_how_far_how_fast_what_is_in_flight_and_what_failed(
    console: Console, seconds: Iterator[float]
) -> None:
    with Live(3, NAMES, console, timer=lambda: next(seconds)) as live:
        live.doing(KENYA, "fetching")
        live.doing(KENYA, "reading")
        live.doing(MALI, "fetching")
        live._live.refresh()
        live.done(DownloadResult(KENYA, "new"))
        live.done(DownloadResult(FIJI, "unchanged", "stored already"))
        live.doing(MALI, "fetching")
        live.done(DownloadResult(MALI, "refused", "403 \x1b[2J[red]no[/]"))
        live._live.refresh()
    shown = drawn(console)
    assert "3/3" in shown
    assert "reading Kenya 2023" in shown
    assert "fetching Mali 2023" in shown
    assert "30.0/min" in shown
    assert "1 failed" in shown
    assert "refused Mali 2023: 403 [2J[red]no[/]" in shown
    assert "new Kenya" not in shown


@pytest.mark.parametrize(("asked", "rate"), [(8, "2.0/s"), (1, "15.0/min")])
def test_the_rate_is_in_seconds_or_in_minutes(
    console: Console, seconds: Iterator[float], asked: int, rate: str
) -> None:
    with Live(8, NAMES, console, timer=lambda: next(seconds)) as live:
        for _ in range(asked):
            live.doing(KENYA, "fetching")
            live.done(DownloadResult(KENYA, "new"))
        live._live.refresh()
    assert rate in drawn(console)


def test_lines_are_written_for_what_was_asked_and_a_count_for_what_was_not(capsys: pytest.CaptureFixture[str]) -> None:
    with LineProgress(3, NAMES) as lines:
        lines.doing(KENYA, "fetching")
        lines.done(DownloadResult(KENYA, "new"))
        lines.done(DownloadResult(FIJI, "unchanged", "stored already"))
        lines.done(DownloadResult(MALI, "missing", "its edition has no such report"))
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.splitlines() == [
        "[1/3] new Kenya 2023",
        "[3/3] missing Mali 2023: its edition has no such report",
        "1 stored already",
    ]


def test_words_of_a_source_are_not_obeyed() -> None:
    assert line_of(DownloadResult(ReportId("x\x1b", 2023), "failed", "a\nb\x07\u202e"), {}) == "failed x 2023: a b"
