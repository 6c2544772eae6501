"""Progress of a download on stderr: a live display on a terminal, otherwise a line for each report."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from hrreport.cli.output import notify
from hrreport.terminal.spans import clean_span
from hrreport.wording.changes import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from rich.console import Console
    from rich.progress import TaskID

    from hrreport.model.country import ReportId
    from hrreport.model.holding import DownloadResult

_BAR = 24
"""Columns of the bar."""


class LineProgress:
    """A line on stderr for each report that is done; what was stored already is only counted."""

    def __init__(self, total: int, names: Mapping[str, str]) -> None:
        """Expect so many reports."""
        self._total = total
        self._names = names
        self._done = 0
        self._passed_over = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._passed_over:
            notify(f"{self._passed_over:,} stored already")

    def doing(self, report_id: ReportId, what: str) -> None:
        """Pass over what is only being done."""

    def done(self, delivery: DownloadResult) -> None:
        """Write a line."""
        self._done += 1
        if delivery.outcome == "unchanged" and delivery.detail == "stored already":
            self._passed_over += 1
        else:
            notify(f"[{self._done}/{self._total}] {line_of(delivery, self._names)}")


def line_of(delivery: DownloadResult, names: Mapping[str, str]) -> str:
    """Return what came of a report on one line: ``refused   Japan 2023: www.state.gov: 403, access refused``."""
    name = name_of(delivery.id, names)
    return clean_span(f"{delivery.outcome} {name}" + (f": {delivery.detail}" if delivery.detail else "")).text


class Live:
    """A live display: how far it is, how fast, what is in flight; what failed stays above it, with the reason."""

    def __init__(
        self,
        total: int,
        names: Mapping[str, str],
        console: Console,
        *,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        """Expect so many reports, and draw on a terminal.

        Args:
            total: How many are wanted.
            names: Names of countries as shown to readers, by slug.
            console: The terminal.
            timer: Gives seconds that only run forward.
        """
        from rich.console import Group
        from rich.live import Live as RichLive
        from rich.progress import (
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        self._names = names
        self._timer = timer
        self._begun = timer()
        self._asked = 0
        self._failed = 0
        self._done = 0
        self._total = total
        self._all = Progress(
            TextColumn("Downloading"),
            TextColumn("{task.fields[bar]}", markup=False),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}", style="bold"),
            console=console,
            expand=True,
        )
        self._flying = Progress(SpinnerColumn(), TextColumn("{task.description}", markup=False), console=console)
        self._task = self._all.add_task("", total=total, rate="", failed="", bar=self._bar(0))
        self._flights: dict[ReportId, TaskID] = {}
        self._live = RichLive(Group(self._all, self._flying), console=console, refresh_per_second=8, transient=True)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._live.stop()

    def doing(self, report_id: ReportId, what: str) -> None:
        """Show what is in flight."""
        name = clean_span(f"{what} {name_of(report_id, self._names)}").text
        if report_id in self._flights:
            self._flying.update(self._flights[report_id], description=name)
        else:
            self._flights[report_id] = self._flying.add_task(name, total=None)

    def done(self, delivery: DownloadResult) -> None:
        """Count a report; one that failed, or has other words than before, is named above the display."""
        if (flight := self._flights.pop(delivery.id, None)) is not None:
            self._flying.remove_task(flight)
            self._asked += 1
        self._failed += delivery.lost
        self._done += 1
        if delivery.lost or delivery.outcome == "revised":
            from rich.text import Text

            self._live.console.print(Text(line_of(delivery, self._names)))
        self._all.update(
            self._task,
            advance=1,
            rate=self._rate(),
            bar=self._bar(self._done),
            failed=f"{self._failed} failed" if self._failed else "",
        )

    def _bar(self, done: int) -> str:
        """Return a bar that needs no color: how much is done, and how much is left."""
        filled = _BAR * done // max(self._total, 1)
        return f"[{'#' * filled}{'.' * (_BAR - filled)}]"

    def _rate(self) -> str:
        """Return how many reports are fetched in a second, or in a minute where they are fewer."""
        passed = self._timer() - self._begun
        if not self._asked or passed <= 0:
            return ""
        rate = self._asked / passed
        return f"{rate:.1f}/s" if rate >= 1 else f"{rate * 60:.1f}/min"
