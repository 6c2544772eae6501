"""A library survives: kills at every stage, two writers at once, readers meanwhile, a full disk."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.library.connection import transaction
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.model.hit import Query

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot

    Make = Callable[..., Report]
    Store = Callable[..., str]
    Clock = Callable[[], datetime]

SEALAND = ReportId("sealand", 2023)

SAVER = """
import runpy, sys
from hrreport.library.library import Library
tests = runpy.run_path(sys.argv[1])
with Library(sys.argv[2], clock=tests["Clock"]()) as library:
    print("open", flush=True)
    for n in range(int(sys.argv[4])):
        report = tests["report_of"](f"{sys.argv[3]}-{n % 7}", 2023, {"sailors": f"sailors{n}"})
        tests["keep"](library, report, tests["snapshot_of"](f"page {sys.argv[3]} {n}".encode() * 50))
"""


def saver(path: Path, name: str, reports: int) -> subprocess.Popen[str]:
    """Start a program that saves reports and revises them."""
    tests = Path(__file__).with_name("conftest.py")
    command = [sys.executable, "-c", SAVER, str(tests), str(path), name, str(reports)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed_at(statement: int, use: Callable[[Library], object], path: Path, clock: Clock) -> bool:
    """Use a library in a process that kills itself at a statement; tell whether it came so far."""
    child = os.fork()
    if child == 0:  # pragma: no cover  what is measured here is lost with the process
        seen = 0

        def count(_: str) -> None:
            nonlocal seen
            seen += 1
            if seen == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        library = Library(path, clock=clock)
        library._opened.db.set_trace_callback(count)
        use(library)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def state(path: Path, clock: Clock) -> list[str]:
    """Which texts a library has and finds, after it was found sound."""
    with Library(path, clock=clock) as library:
        assert list(library.check()) == []
        texts = [
            f"{r.id} {r.number}{'*' if r.current else ''}" for e in library.entries() for r in library.revisions(e.id)
        ]
        return [*texts, *(word for word in ("sailors", "boatmen") if library.search(Query(word)).total)]


def test_killed_at_any_statement_of_a_save_it_has_the_old_state_or_the_new(
    place: Path, clock: Clock, make_report: Make, store: Store
) -> None:
    with Library(place, clock=clock) as library:
        store(library, make_report())
    old = state(place, clock)
    boatmen = make_report(words={"sailors": "boatmen"})
    statement = 1
    while killed_at(statement, lambda library: store(library, boatmen), place, clock):
        assert state(place, clock) == old
        statement += 1
    assert statement > 20
    assert state(place, clock) == ["sealand 2023 1", "sealand 2023 2*", "boatmen"]


def test_killed_at_any_statement_of_a_removal_it_has_the_old_state_or_the_new(
    place: Path, clock: Clock, make_report: Make, store: Store
) -> None:
    with Library(place, clock=clock) as library:
        store(library, make_report())
        store(library, make_report(words={"sailors": "boatmen"}))
    old = state(place, clock)
    statement = 1
    while killed_at(statement, lambda library: library.remove(SEALAND, revision=2), place, clock):
        assert state(place, clock) == old
        statement += 1
    assert state(place, clock) == ["sealand 2023 1*", "sailors"]


def test_killed_while_it_is_made_it_can_be_made_again(place: Path, clock: Clock) -> None:
    place.parent.mkdir()
    for wait in (0.0, 0.002, 0.004, 0.008):
        child = os.fork()
        if child == 0:  # pragma: no cover  what is measured here is lost with the process
            Library(place, clock=clock)
            os._exit(0)
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert state(place, clock) == []
        place.unlink()


def test_killed_again_and_again_while_saving_it_stays_sound(place: Path, clock: Clock) -> None:
    for n in range(6):
        process = saver(place, f"land{n % 2}", 10_000)
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        while not state(place, clock):  # a busy machine takes its time to the first save
            time.sleep(0.05)
        time.sleep(0.05 + 0.03 * n)
        process.kill()
        process.communicate()
        assert state(place, clock)


def test_two_programs_save_at_once_while_a_third_reads(place: Path, clock: Clock) -> None:
    savers = [saver(place, name, 21) for name in ("north", "south")]
    read = 0
    with Library(place, clock=clock) as reader:
        while any(process.poll() is None for process in savers):
            for entry in reader.entries():
                stored = reader.load(entry.id)
                assert stored is not None
                assert stored.report().id == entry.id
                read += 1
            reader.search(Query("guards"))
    assert [process.communicate()[1] for process in savers] == ["", ""]
    assert read > 0
    with Library(place, clock=clock) as library:
        assert [e.revisions for e in library.entries()] == [3] * 14
        assert list(library.check()) == []


def test_a_full_disk_is_told_and_changes_nothing(
    place: Path, clock: Clock, make_report: Make, store: Store, make_snapshot: Callable[..., Snapshot]
) -> None:
    with Library(place, clock=clock) as library:
        store(library, make_report())
        db = library._opened.db
        db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 2}")
        with pytest.raises(LibraryError, match="disk is full") as failed:
            store(library, make_report("zubrowka"), make_snapshot(os.urandom(100_000)))
        assert "--library" in (failed.value.hint or "")
        assert library.load(SEALAND) is not None
    assert state(place, clock) == ["sealand 2023 1*", "sailors"]


def test_a_file_that_may_not_grow_is_told_and_changes_nothing(
    place: Path, clock: Clock, make_report: Make, store: Store, make_snapshot: Callable[..., Snapshot]
) -> None:
    with Library(place, clock=clock) as library:
        store(library, make_report())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (place.stat().st_size + 4096, before[1]))
    try:
        with Library(place, clock=clock) as library, pytest.raises(LibraryError, match="disk"):
            store(library, make_report("zubrowka"), make_snapshot(os.urandom(200_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert state(place, clock) == ["sealand 2023 1*", "sailors"]


def test_a_library_locked_for_long_is_told(library: Library, clock: Clock, make_report: Make, store: Store) -> None:
    library._opened.db.execute("BEGIN IMMEDIATE")
    with (
        Library(library.path, clock=clock, wait=0.01) as second,
        pytest.raises(LibraryError, match="another program is writing"),
    ):
        store(second, make_report())
    library._opened.db.execute("ROLLBACK")


def test_an_interrupted_change_leaves_nothing_and_no_lock(
    library: Library, clock: Clock, make_report: Make, store: Store
) -> None:
    def interrupted() -> None:
        with transaction(library._opened) as db:
            db.execute("INSERT INTO note (key, value) VALUES ('half', 'written')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with Library(library.path, clock=clock) as second:
        assert store(second, make_report()) == "new"
        assert second.notes.recall("half") is None
