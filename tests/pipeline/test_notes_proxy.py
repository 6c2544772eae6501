"""Errands: another thread wants something of the notes, and the one that has the library does it."""

from __future__ import annotations

import threading
from datetime import timedelta
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.pipeline.notes_proxy import NotesProxy

if TYPE_CHECKING:
    from hrreport.library.library import Library
    from hrreport.pipeline.notes_proxy import NotesRequest


def test_notes_are_kept_and_recalled_from_another_thread(library: Library) -> None:
    errands: SimpleQueue[NotesRequest] = SimpleQueue()
    notes = NotesProxy(errands.put, threading.Event())
    got: list[str | None] = []

    def work() -> None:
        notes.remember("key", "value", lasts=timedelta(days=1))
        got.extend((notes.recall("key"), notes.recall("other")))

    thread = threading.Thread(target=work)
    thread.start()
    for _ in range(3):
        errands.get(timeout=10).run(library.notes)
    thread.join()
    assert got == ["value", None]
    assert library.notes.recall("key") == "value"


def test_an_error_is_raised_where_it_was_asked_for(library: Library) -> None:
    library.close()
    notes = NotesProxy(lambda errand: errand.run(library.notes), threading.Event())
    with pytest.raises(LibraryError):
        notes.recall("key")


def test_when_all_is_stopped_nobody_is_waited_for() -> None:
    stopping = threading.Event()
    notes = NotesProxy(lambda _: stopping.set(), stopping)
    assert notes.recall("key") is None
