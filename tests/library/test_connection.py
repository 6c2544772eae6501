"""Opening: each fault of the file is one clear line, and what to do."""

from __future__ import annotations

import errno
import multiprocessing
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.library import schema
from hrreport.library.library import Library
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from multiprocessing.synchronize import Barrier

    from hrreport.model.report import Report

SEALAND = ReportId("sealand", 2023)
MADE = 60


@pytest.fixture
def filled(
    place: Path, clock: Callable[[], datetime], make_report: Callable[..., Report], store: Callable[..., str]
) -> Path:
    """A closed library with one report."""
    with Library(place, clock=clock) as library:
        store(library, make_report())
    return place


def change(path: Path, statement: str) -> None:
    db = sqlite3.connect(path)
    db.execute(statement)
    db.commit()
    db.close()


def failure(path: Path, clock: Callable[[], datetime], read_only: bool = False) -> LibraryError:
    with pytest.raises(LibraryError) as failed:
        Library(path, clock=clock, read_only=read_only)
    assert failed.value.hint
    assert "\n" not in str(failed.value)
    assert str(path) in str(failed.value)
    return failed.value


def test_a_library_is_made_with_its_folder(place: Path, clock: Callable[[], datetime]) -> None:
    with Library(place, clock=clock) as library:
        assert not library.read_only
    assert place.is_file()


def make_many(folder: Path, together: Barrier, clock: Callable[[], datetime]) -> None:
    """Make one library after another, each at the same moment as another program."""
    for attempt in range(MADE):
        together.wait()
        with Library(folder / f"{attempt}.sqlite", clock=clock) as library:
            assert library.info().journal == "wal"


def test_programs_that_make_one_library_at_once_all_get_it(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    spawned = multiprocessing.get_context("spawn")
    together = spawned.Barrier(2, timeout=20)
    programs = [spawned.Process(target=make_many, args=(tmp_path, together, clock)) for _ in range(2)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    # two that close at the same moment may leave the log
    assert {path.suffix for path in tmp_path.iterdir()} <= {".sqlite", ".sqlite-wal", ".sqlite-shm"}


def test_where_a_file_can_have_one_name_only_a_library_is_made_all_the_same(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    class SingleName(type(tmp_path)):  # type: ignore[misc]
        """A path on a file system without hard links."""

        def hardlink_to(self, target: Path) -> None:
            raise OSError(errno.EPERM, "Operation not permitted", str(target))

    with Library(SingleName(tmp_path / "library.sqlite"), clock=clock) as library:
        assert library.info().journal == "wal"
    assert [path.name for path in tmp_path.iterdir()] == ["library.sqlite"]


def test_a_file_in_use_with_another_journal_is_used_with_it(filled: Path, clock: Callable[[], datetime]) -> None:
    change(filled, "PRAGMA journal_mode = DELETE")
    reader = sqlite3.connect(filled, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM revision").fetchone()
    with Library(filled, clock=clock, wait=0.01) as library:
        assert library.info().journal == "delete"
    reader.close()
    with Library(filled, clock=clock) as library:
        assert library.info().journal == "wal"


def test_a_closed_library_is_one_file(filled: Path) -> None:
    assert [p.name for p in filled.parent.iterdir()] == [filled.name]


def test_an_empty_file_becomes_a_library(place: Path, clock: Callable[[], datetime]) -> None:
    place.parent.mkdir()
    place.touch()
    with Library(place, clock=clock) as library:
        assert library.entries() == ()


def test_a_newer_library_is_left_alone(filled: Path, clock: Callable[[], datetime]) -> None:
    change(filled, f"PRAGMA user_version = {schema.VERSION + 1}")
    before = filled.read_bytes()
    assert "newer version of hrreport" in str(failure(filled, clock))
    assert filled.read_bytes() == before


def test_an_older_library_that_cannot_be_changed_says_so(filled: Path, clock: Callable[[], datetime]) -> None:
    change(filled, "PRAGMA user_version = 0")
    assert "older layout" in str(failure(filled, clock, read_only=True))


def test_a_file_of_something_else_is_left_alone(place: Path, clock: Callable[[], datetime]) -> None:
    place.parent.mkdir()
    place.write_bytes(b"<html>not a library, and long enough to be looked at</html>" * 40)
    assert "not a library" in str(failure(place, clock))


def test_somebody_elses_database_is_left_alone(place: Path, clock: Callable[[], datetime]) -> None:
    place.parent.mkdir()
    change(place, "CREATE TABLE song (name)")
    assert "not a library" in str(failure(place, clock))
    assert "not a library" in str(failure(place, clock, read_only=True))


def test_a_folder_is_not_a_library(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    assert "cannot be opened" in str(failure(tmp_path, clock))


def test_no_library_can_be_made_below_a_file(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    (tmp_path / "file").touch()
    assert "no library can be kept here" in str(failure(tmp_path / "file" / "library.sqlite", clock))


def test_there_is_nothing_to_read_where_there_is_no_file(place: Path, clock: Callable[[], datetime]) -> None:
    assert "there is no library here" in str(failure(place, clock, read_only=True))
    assert not place.parent.exists()


def test_a_damaged_page_of_the_file_is_an_error_of_ours(filled: Path, clock: Callable[[], datetime]) -> None:
    content = bytearray(filled.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    filled.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged") as failed, Library(filled, clock=clock) as library:
        library.load(SEALAND)
    assert failed.value.hint


def test_where_the_log_is_not_possible_another_journal_is_used(
    place: Path, clock: Callable[[], datetime], make_report: Callable[..., Report], store: Callable[..., str]
) -> None:
    with Library(place, clock=clock, vfs="unix-dotfile") as library:
        store(library, make_report())
        assert library.info().journal == "truncate"
    with Library(place, clock=clock) as library:
        assert library.load(SEALAND) is not None


def test_a_file_made_with_a_log_opens_where_none_is_possible(filled: Path, clock: Callable[[], datetime]) -> None:
    with Library(filled, clock=clock, vfs="unix-dotfile") as library:
        assert library.load(SEALAND) is not None
        assert library.touch(SEALAND)


UNPRIVILEGED = """
import os, sys
from datetime import UTC, datetime
from hrreport.errors import LibraryError
from hrreport.library import saving
from hrreport.library.library import Library
from hrreport.model.country import ReportId
if os.geteuid() == 0:
    os.setuid(65534)  # the superuser may write anywhere
with Library(sys.argv[1], clock=lambda: datetime.now(UTC)) as library:
    assert library.read_only
    assert library.load(ReportId("sealand", 2023)).report()
    try:
        library.touch(ReportId("sealand", 2023))
    except LibraryError as error:
        print(error.hint)
"""


def run_unprivileged(path: Path, mode: int) -> subprocess.CompletedProcess[str]:
    """Use a library whose folder has that mode, as somebody who does not own it."""
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "shelf"
        shutil.copytree(path.parent, folder)
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(mode)
        Path(above).chmod(0o755)
        command = [sys.executable, "-c", UNPRIVILEGED, str(folder / path.name)]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("COV")}  # it could not write its data
        return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("mode", [0o555, 0o777], ids=["file and folder", "file only"])
def test_a_file_that_cannot_be_written_is_read_all_the_same(filled: Path, mode: int) -> None:
    run = run_unprivileged(filled, mode)
    assert run.stderr == ""
    assert "make the file and its folder writable" in run.stdout


def test_a_log_left_behind_is_never_ignored(filled: Path) -> None:
    """Without the log the file may lack changes, or hold half of them."""
    filled.with_name(filled.name + "-wal").write_bytes(b"changes")
    run = run_unprivileged(filled, 0o555)
    assert "has changes that cannot be read here" in run.stderr


def test_a_file_made_with_a_log_is_read_where_none_is_possible(filled: Path, clock: Callable[[], datetime]) -> None:
    with Library(filled, clock=clock, read_only=True, vfs="unix-dotfile") as library:
        assert library.load(SEALAND) is not None
        assert library.info().journal == "immutable"


def test_a_log_left_behind_where_none_is_possible_is_told(filled: Path, clock: Callable[[], datetime]) -> None:
    filled.with_name(filled.name + "-wal").write_bytes(b"changes")
    with pytest.raises(LibraryError, match="has changes that cannot be read here"):
        Library(filled, clock=clock, read_only=True, vfs="unix-dotfile")


def test_a_file_that_another_program_keeps_for_itself_is_told(filled: Path, clock: Callable[[], datetime]) -> None:
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")
    for read_only in (False, True):
        with pytest.raises(LibraryError, match="another program is writing"):
            Library(filled, clock=clock, read_only=read_only, wait=0.01)
    other.close()


def test_no_library_is_made_on_a_full_disk(place: Path, clock: Callable[[], datetime]) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
    try:
        failure(place, clock)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    with Library(place, clock=clock) as library:
        assert library.entries() == ()
