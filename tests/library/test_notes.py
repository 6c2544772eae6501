"""Notes: what was learned, until it expires."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrreport.library.library import Library


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
