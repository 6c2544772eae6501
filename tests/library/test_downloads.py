"""The log of downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.library.library import Library
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

A, B, C = (ReportId(slug, 2024) for slug in ("sealand", "zubrowka", "ruritania"))


def test_a_download_is_logged_report_by_report(library: Library) -> None:
    number = library.downloads.start((A, B, A, C))
    library.downloads.add(number, B, "new")
    library.downloads.add(number, A, "refused", "403, said the server")
    (download,) = library.downloads.last()
    assert download.pending == (C,)
    assert [(line.id, line.outcome, line.detail) for line in download.done] == [
        (B, "new", ""),
        (A, "refused", "403, said the server"),
    ]
    assert download.finished_at is None
    library.downloads.finish(number)
    (download,) = library.downloads.last()
    assert download.finished_at is not None
    assert download.started_at < download.done[0].at < download.done[1].at < download.finished_at


def test_the_newest_download_comes_first(library: Library) -> None:
    numbers = [library.downloads.start((report,)) for report in (A, B, C)]
    assert [d.number for d in library.downloads.last(2)] == [numbers[2], numbers[1]]


def test_a_log_that_cannot_be_written_is_an_error_of_ours(library: Library, clock: Callable[[], datetime]) -> None:
    with Library(library.path, clock=clock, read_only=True) as reader:
        assert reader.downloads.last() == ()
        with pytest.raises(LibraryError, match="cannot be written"):
            reader.downloads.start((A,))
