"""Notes: what was learned, until it expires."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from hrreport.library.connection import transaction
from hrreport.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def test_a_note_is_kept_under_its_key(library: Library) -> None:
    library.notes.remember("map 2011", "one")
    library.notes.remember("map 2012", "two")
    library.notes.remember("map 2011", "three")
    assert (library.notes.recall("map 2011"), library.notes.recall("map 2012")) == ("three", "two")
    assert library.notes.recall("map 2013") is None


def test_a_note_expires(library: Library) -> None:
    """The clock of these tests goes on by an hour each time it is asked."""
    library.notes.remember("map", "one", lasts=timedelta(hours=1, minutes=30))
    assert library.notes.recall("map") == "one"
    assert library.notes.recall("map") is None


def test_a_thread_with_the_file_open_for_itself_waits_for_a_save_to_end(
    library: Library, clock: Callable[[], datetime]
) -> None:
    def work() -> None:
        with Library(library.path, clock=clock) as own:
            own.notes.remember("map", "one")

    thread = threading.Thread(target=work)
    with transaction(library._opened):
        thread.start()
        thread.join(0.3)
        assert thread.is_alive()
        assert library.notes.recall("map") is None
    thread.join(10)
    assert library.notes.recall("map") == "one"
