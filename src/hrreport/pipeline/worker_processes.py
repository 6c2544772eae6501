"""Work on reports in worker processes, so that many are parsed, or compared, at once.

A process holds one end of a pipe and nothing else of its parent's: it ends when the parent does,
however that happens.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import threading
import traceback
from dataclasses import replace
from typing import TYPE_CHECKING, Self, TypeVar

from hrreport.errors import ParseError
from hrreport.pipeline.retrieve import parse_and_analyze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType

    from hrreport.model.country import ReportId
    from hrreport.parsing.report import OpenedPage
    from hrreport.pipeline.context import Obtained

T = TypeVar("T")

_ALLOCATIONS = 50_000
"""Values made before the garbage collector looks for cycles: a report has some ten thousand."""
_PATIENCE = 5.0
"""Seconds for a process to end by itself."""


class _ReadingProcess:
    """One process that reads."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would take over the locks of other threads
        self.pipe, remote = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_serve, args=(remote,), daemon=True, name="hrreport reader")
        self.process.start()
        remote.close()

    def end(self) -> None:
        """End the process by closing its pipe."""
        self.pipe.close()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class WorkerProcesses:
    """At most so many processes that read pages, each started when it is first needed; a context manager."""

    def __init__(self, most: int) -> None:
        """Start nothing yet."""
        self._places = threading.BoundedSemaphore(most)
        self._guard = threading.Lock()
        self._idle: list[_ReadingProcess] = []
        self._busy: set[_ReadingProcess] = set()
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def read(self, pages: Sequence[OpenedPage], report_id: ReportId) -> Obtained:
        """Return the report that pages hold, with what is found in it; see `parse_and_analyze`.

        Raises:
            ParseError: They hold more than a report can have, or more than a process can read.
        """
        light = tuple(replace(page, snapshot=replace(page.snapshot, body=b"")) for page in pages)
        return self.run(parse_and_analyze, light, report_id, about=f"the report on {report_id}")

    def run(self, work: Callable[..., T], *args: object, about: str) -> T:
        """Return what a function of a module comes to in one of the processes; its values go through a pipe.

        Args:
            work: The function.
            args: What it takes.
            about: What it is about, for the error when the process ends.

        Raises:
            ParseError: The process ended.
        """
        with self._places:
            reader = self._take()
            try:
                reader.pipe.send((work, args))
                answer: T | Exception = reader.pipe.recv()
            except (EOFError, OSError) as error:
                self._give_up(reader)
                raise ParseError(
                    f"{about} could not be read: the process that read it ended",
                    hint="it may need more memory than there is",
                ) from error
            self._give_back(reader)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def stop(self) -> None:
        """End all processes; what is being read is given up."""
        with self._guard:
            self._stopped = True
            idle, busy = list(self._idle), list(self._busy)
            self._idle.clear()
        for reader in busy:
            reader.process.kill()  # its pipe belongs to the thread that waits for it
        for reader in idle:
            reader.end()

    def _take(self) -> _ReadingProcess:
        with self._guard:
            if self._stopped:
                raise ParseError("reading was stopped")
            reader = self._idle.pop() if self._idle else _ReadingProcess()
            self._busy.add(reader)
            return reader

    def _give_back(self, reader: _ReadingProcess) -> None:
        with self._guard:
            self._busy.discard(reader)
            if not self._stopped:
                self._idle.append(reader)
                return
        reader.end()

    def _give_up(self, reader: _ReadingProcess) -> None:
        with self._guard:
            self._busy.discard(reader)
        reader.process.kill()
        reader.end()


def _serve(pipe: Connection) -> None:
    """Read what comes through a pipe until it is closed; what goes wrong is sent back."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which closes the pipe
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)
    while True:
        try:
            work, args = pipe.recv()
        except (EOFError, OSError):
            return
        answer: object
        try:
            answer = work(*args)
        except Exception as error:  # noqa: BLE001  it is raised again on the other side
            error.add_note(f"in the process that reads:\n{traceback.format_exc()}")
            answer = error
        try:
            pipe.send(answer)
        except OSError:
            return
