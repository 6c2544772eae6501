"""Report pages on their way from the sources: each is opened once, when it is received."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import ParseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.retrieval import Snapshot
    from hrreport.parsing import OpenedPage


def opened(snapshots: Sequence[Snapshot]) -> tuple[OpenedPage, ...]:
    """Return the pages of snapshots.

    Raises:
        ParseError: One holds no report, or exceeds a limit.
    """
    from hrreport.parsing import open_report

    return tuple(open_report(snapshot) for snapshot in snapshots)


class PageOpener:
    """Opens what the fetcher receives, and keeps the page that it accepted."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._page: OpenedPage | None = None

    def accept(self, snapshot: Snapshot) -> bool:
        """Return whether a page holds a report."""
        from hrreport.parsing import open_report

        try:
            self._page = open_report(snapshot)
        except ParseError:
            return False
        return True

    def page_of(self, snapshot: Snapshot) -> OpenedPage:
        """Return the page that was opened of a snapshot that was accepted."""
        assert self._page is not None  # noqa: S101  it was accepted
        assert self._page.snapshot is snapshot  # noqa: S101
        return self._page


def without_bytes(pages: Sequence[OpenedPage]) -> tuple[OpenedPage, ...]:
    """Return opened pages without the bytes that they were made of, to be handed to another process."""
    return tuple(replace(page, snapshot=replace(page.snapshot, body=b"")) for page in pages)
