"""The context of the use cases (library, fetcher, clock, messages), and their result."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrreport.errors import LibraryError
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from hrreport.fetching.fetcher import Fetcher
    from hrreport.library.library import Library
    from hrreport.model.country import ReportId
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def _ignore(_message: str) -> None:
    """Ignore a message."""


@dataclass(frozen=True, slots=True)
class Context:
    """The services of the use cases: library, fetcher, clock and messages."""

    library: Library | None
    """Where reports are kept; ``None`` where it cannot be used."""
    fetcher: Callable[[], Fetcher]
    """Gives the client; not called when nothing needs to be fetched."""
    clock: Callable[[], datetime]
    notify: Callable[[str], None]
    """Takes what the reader must know beside the answer."""
    progress: Callable[[str], None] = _ignore
    """Takes what is being done, for readers who want to follow it."""
    offline: bool = False
    refresh: bool = False
    sample: bool = True
    """Whether the bundled abridgement may stand in when no source can be reached."""

    def stored_ids(self) -> tuple[ReportId, ...]:
        """Return the ids of the reports in the library; nothing where it cannot be used."""
        return self.library.ids() if self.library else ()

    @contextmanager
    def noting_failures(self, *, needed: bool = False) -> Iterator[None]:
        """Report a failure of the library, without which the work continues.

        Raises:
            LibraryError: The library is `needed`, and failed.
        """
        try:
            yield
        except LibraryError as error:
            if needed:
                raise
            self.notify(f"Note: {error}" + (f"; {error.hint}" if error.hint else ""))


@dataclass(frozen=True, slots=True)
class Obtained:
    """A report, and what was found in it."""

    report: Report
    analysis: Analysis
