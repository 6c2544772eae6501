"""The state of a library file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.library import schema
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot


def test_the_state_says_what_is_held(
    library: Library,
    make_report: Callable[..., Report],
    store: Callable[..., str],
    make_snapshot: Callable[..., Snapshot],
) -> None:
    store(library, make_report("sealand", 2022), make_snapshot(b"a" * 1000))
    store(library, make_report("sealand", 2023), make_snapshot(b"b" * 500))
    store(library, make_report("sealand", 2023, words={"sailors": "boatmen"}), make_snapshot(b"b" * 500))
    info = library.info()
    assert (info.reports, info.revisions, info.snapshots, info.paragraphs) == (2, 3, 3, 18)
    assert (info.years, info.page_bytes, info.read_only) == ((2022, 2023), 1500, False)
    assert (info.path, info.version, info.journal) == (str(library.path), schema.VERSION, "wal")
    assert [part for part, _ in info.stored_bytes] == ["pages", "reports", "analyses", "index"]
    assert all(size > 0 for _, size in info.stored_bytes)
    assert info.size > sum(size for _, size in info.stored_bytes)


def test_vacuum_gives_back_what_removed_reports_took(
    library: Library,
    make_report: Callable[..., Report],
    store: Callable[..., str],
    make_snapshot: Callable[..., Snapshot],
) -> None:
    noise = b"".join(bytes([n * n % 251, n % 253, n * 7 % 255]) for n in range(100_000))
    store(library, make_report(), make_snapshot(noise))
    store(library, make_report("zubrowka"))
    library.remove(ReportId("sealand", 2023))
    assert library.vacuum() > 0
    assert library.vacuum() == 0
    assert list(library.check()) == []
    assert library.load(ReportId("zubrowka", 2023)) is not None
