"""Notes for worker threads: requests to the one thread that has the library open."""

from __future__ import annotations

from dataclasses import field
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from hrreport.values import dataclass

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import timedelta

    from hrreport.library.notes import Notes

_ATTENTION = 0.2
"""Seconds between two looks at whether all is being stopped."""


@dataclass(frozen=True, slots=True)
class NotesRequest:
    """Something to be done with the notes of the library."""

    work: Callable[[Notes], str | None]
    reply: SimpleQueue[str | Exception | None] = field(default_factory=SimpleQueue)

    def run(self, notes: Notes) -> None:
        """Do it, on the thread that has the library open."""
        try:
            self.reply.put(self.work(notes))
        except Exception as error:  # noqa: BLE001  it is raised again where it was asked for
            self.reply.put(error)


class NotesProxy:
    """The notes of a library, for threads that may not touch it themselves."""

    def __init__(self, send: Callable[[NotesRequest], None], stopping: threading.Event) -> None:
        """Use a function that sends a request to the library's thread, and the event after which nobody answers."""
        self._send = send
        self._stopping = stopping

    def remember(self, key: str, value: str, *, lasts: timedelta | None = None) -> None:
        """Keep a note; see `hrreport.library.notes.Notes`."""

        def work(notes: Notes) -> None:
            notes.remember(key, value, lasts=lasts)

        self._do(work)

    def recall(self, key: str) -> str | None:
        """Return a note, or ``None``; see `hrreport.library.notes.Notes`."""
        return self._do(lambda notes: notes.recall(key))

    def _do(self, work: Callable[[Notes], str | None]) -> str | None:
        request = NotesRequest(work)
        self._send(request)
        while not self._stopping.is_set():
            try:
                answer = request.reply.get(timeout=_ATTENTION)
            except Empty:
                continue
            if isinstance(answer, Exception):
                raise answer
            return answer
        return None
