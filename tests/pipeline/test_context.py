"""The context of the use cases: a failure of the library is noted, or raised where the library is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError, NotFoundError

if TYPE_CHECKING:
    from hrreport.pipeline.context import Context


def fail(hint: str | None = None) -> None:
    raise LibraryError("the disk is full", hint=hint)


def test_a_failure_of_the_library_is_noted_with_its_hint(context: Context, told: list[str]) -> None:
    with context.noting_failures():
        fail("make room")
    with context.noting_failures():
        fail()
    assert told == ["Note: the disk is full; make room", "Note: the disk is full"]


def test_where_the_library_is_needed_its_failure_is_raised(context: Context, told: list[str]) -> None:
    with pytest.raises(LibraryError), context.noting_failures(needed=True):
        fail()
    with pytest.raises(NotFoundError), context.noting_failures():
        raise NotFoundError("another error")
    assert told == []


def test_nothing_is_shown_of_what_is_being_done_unless_somebody_follows(context: Context, told: list[str]) -> None:
    context.progress("Reading the page")
    assert told == []
