"""Portable libraries: a copy to hand on, and taking over what another library has."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import InputError, LibraryError
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.model.hit import Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot

    Make = Callable[..., Report]
    Store = Callable[..., str]
    Page = Callable[..., Snapshot]

SEALAND = ReportId("sealand", 2023)


@pytest.fixture
def other(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Library]:
    """A colleague's library."""
    with Library(tmp_path / "colleague.sqlite", clock=clock) as opened:
        yield opened


def test_a_copy_is_one_file_with_everything_in_it(
    library: Library, make_report: Make, store: Store, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    store(library, make_report())
    store(library, make_report(words={"sailors": "boatmen"}))
    target = tmp_path / "for-you" / "copy.sqlite"
    target.parent.mkdir()
    library.export_library(target)
    assert [p.name for p in target.parent.iterdir()] == ["copy.sqlite"]
    with Library(target, clock=clock) as copy:
        assert copy.entries() == library.entries()
        assert copy.snapshots(SEALAND) == library.snapshots(SEALAND)
        assert copy.search(Query("boatmen")) == library.search(Query("boatmen"))
        assert list(copy.check()) == []


def test_a_copy_overwrites_only_when_told_and_never_the_library_itself(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    target.write_text("precious")
    with pytest.raises(InputError, match="exists already"):
        library.export_library(target)
    assert target.read_text() == "precious"
    library.export_library(target, force=True)
    assert target.read_bytes().startswith(b"SQLite")
    with pytest.raises(InputError, match="is this library itself"):
        library.export_library(library.path, force=True)


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(library: Library, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "copy.sqlite"
    with pytest.raises(LibraryError, match="could not be written: No such file or directory") as failure:
        library.export_library(nowhere)
    assert failure.value.facts["path"] == nowhere
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="is not a file"):
        library.export_library(tmp_path / "folder", force=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "shelf"]


def test_reports_that_are_missing_are_taken_over_with_their_pages(
    library: Library, other: Library, make_report: Make, store: Store, make_snapshot: Page
) -> None:
    page = make_snapshot(b"their page")
    store(other, make_report(), page)
    store(library, make_report("zubrowka"))
    merged = library.merge(other.path)
    assert (merged.new, merged.revised, merged.unchanged, merged.refused) == ((SEALAND,), (), (), ())
    assert library.snapshots(SEALAND) == (page,)
    assert library.revisions(SEALAND) == other.revisions(SEALAND)
    assert library.search(Query("ombudsman")).total == 2
    assert list(library.check()) == []


def test_taking_over_twice_changes_nothing(library: Library, other: Library, make_report: Make, store: Store) -> None:
    store(other, make_report())
    library.merge(other.path)
    before = (library.entries(), library.retrievals(SEALAND))
    merged = library.merge(other.path)
    assert (merged.new, merged.revised, merged.unchanged) == ((), (), (SEALAND,))
    assert (library.entries(), library.retrievals(SEALAND)) == before


def test_retrievals_of_the_same_words_are_joined(
    library: Library, other: Library, make_report: Make, store: Store, make_snapshot: Page
) -> None:
    first, second = make_snapshot(b"our frame"), make_snapshot(b"their frame")
    store(library, make_report(), first)
    store(other, make_report(), second)
    assert library.merge(other.path).unchanged == (SEALAND,)
    assert library.retrievals(SEALAND) == (first.provenance, second.provenance)
    assert len(library.revisions(SEALAND)) == 1


@pytest.mark.parametrize(("hours", "current"), [(-1, "sailors"), (0, "sailors"), (1, "boatmen")])
def test_texts_that_differ_are_revisions_and_the_one_retrieved_last_is_current(
    library: Library, other: Library, make_report: Make, store: Store, make_snapshot: Page, *, hours: int, current: str
) -> None:
    first = make_snapshot(b"one")
    second = make_snapshot(b"another", at=first.provenance.retrieved_at + timedelta(hours=hours))
    store(library, make_report(), first)
    store(other, make_report(words={"sailors": "boatmen"}), second)
    assert library.merge(other.path).revised == (SEALAND,)
    assert [r.number for r in library.revisions(SEALAND)] == [1, 2]
    assert [word for word in ("sailors", "boatmen") if library.search(Query(word)).total] == [current]
    assert list(library.check()) == []


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("UPDATE page SET packed = x'00'", "cannot be read"),
        ("UPDATE page SET packed = 'text'", "cannot be read"),
        ("UPDATE page SET sha256 = 'ff' || sha256", "is not as it was received"),
        (
            "UPDATE retrieval SET provenance = replace(provenance, (SELECT sha256 FROM page), 'ff')",
            "is not the one that was retrieved",
        ),
        ("UPDATE retrieval SET provenance = 'x'", "cannot be read"),
        ("DELETE FROM retrieval", "has no page"),
        ("UPDATE revision SET report = x'00'", "is damaged"),
        ("UPDATE revision SET saved_at = 'yesterday'", "cannot be read"),
        ("UPDATE revision SET country = 'elsewhere'", "it is the report on sealand 2023"),
    ],
)
def test_what_is_damaged_is_refused_and_named(
    library: Library, other: Library, make_report: Make, store: Store, make_snapshot: Page, *, damage: str, message: str
) -> None:
    store(other, make_report(), make_snapshot(b"page"))
    other._opened.db.execute(damage)
    merged = library.merge(other.path)
    assert (merged.new, merged.revised, merged.unchanged) == ((), (), ())
    (flaw,) = merged.refused
    assert message in flaw.detail
    assert library.entries() == ()


def test_a_table_of_contents_from_elsewhere_is_not_trusted(
    library: Library, other: Library, make_report: Make, store: Store
) -> None:
    store(other, make_report())
    other._opened.db.execute("UPDATE revision SET contents = x'00', text_hash = 'x', words = 7")
    assert library.merge(other.path).new == (SEALAND,)
    assert list(library.check()) == []


def test_a_library_is_not_merged_with_itself_or_with_nothing(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this library itself"):
        library.merge(library.path)
    with pytest.raises(LibraryError, match="there is no library here"):
        library.merge(tmp_path / "nothing.sqlite")


@pytest.mark.parametrize("content", [b"", b"\n", b"no library at all" * 300])
def test_a_file_that_is_no_library_is_named_and_not_taken_for_an_empty_one(
    library: Library, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(content)
    with pytest.raises(LibraryError, match="the file is not a library") as failure:
        library.merge(file)
    assert failure.value.facts["path"] == file
    with pytest.raises(LibraryError, match="the file is not a library"):
        library.merge(tmp_path)


def test_a_damaged_library_from_elsewhere_is_blamed_itself(library: Library, other: Library, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    other.export_library(copy)
    content = copy.read_bytes()
    copy.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(LibraryError, match="the library file is damaged") as failure:
        library.merge(copy)
    assert failure.value.facts["path"] == copy


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are those of POSIX")
def test_a_copy_goes_where_a_link_leads_and_takes_the_place_of_no_pipe(
    library: Library, clock: Callable[[], datetime], tmp_path: Path
) -> None:
    link, pipe = tmp_path / "link.sqlite", tmp_path / "pipe"
    link.symlink_to("shelf/copy.sqlite")
    library.export_library(link)
    assert link.is_symlink()
    assert (tmp_path / "shelf" / "copy.sqlite").read_bytes().startswith(b"SQLite")
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="is not a file"):
        library.export_library(pipe, force=True)
    with pytest.raises(LibraryError, match="cannot be opened: this is not a file"):
        Library(pipe, clock=clock)
    assert pipe.is_fifo()
