"""Processes that read: the same answers as in this one, errors brought over, ends survived."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport import tables
from hrreport.errors import ParseError
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.pipeline.retrieve import MOST_HEADINGS, open_pages, parse_and_analyze
from hrreport.pipeline.worker_processes import WorkerProcesses

if TYPE_CHECKING:
    from hrreport.parsing.report import OpenedPage

KAZAKHSTAN = ReportId("kazakhstan", 2023)


def page(text: str) -> tuple[OpenedPage, ...]:
    body = text.encode()
    when = datetime(2025, 5, 3, tzinfo=UTC)
    source = Provenance("https://a.example/", "https://a.example/", when, "mirror", hashlib.sha256(body).hexdigest())
    return open_pages((Snapshot(body, source),))


TOO_MANY = f"""<div class="report__content"><h2>Section 1. Life</h2><h2>Section 2. Liberty</h2>
<p>All went well in those days.</p>{"<h4>Women</h4><p>No.</p>" * MOST_HEADINGS}</div>"""
GOOD = page(tables.text("samples/kazakhstan-2023.html"))


def test_a_process_gives_what_this_one_would() -> None:
    with WorkerProcesses(1) as processes:
        assert processes.read(GOOD, KAZAKHSTAN) == parse_and_analyze(GOOD, KAZAKHSTAN)


def test_errors_are_brought_over_and_the_process_goes_on() -> None:
    with WorkerProcesses(1) as processes:
        with pytest.raises(ParseError):
            processes.read(page(TOO_MANY), KAZAKHSTAN)
        with pytest.raises(AttributeError) as broken:
            processes.read(GOOD, None)  # type: ignore[arg-type]
        assert "in the process that reads" in broken.value.__notes__[0]
        assert processes.read(GOOD, KAZAKHSTAN).report.id == KAZAKHSTAN


def test_a_process_that_is_killed_loses_one_report_and_another_takes_its_place() -> None:
    with WorkerProcesses(1) as processes:
        processes.read(GOOD, KAZAKHSTAN)
        pid = processes._idle[0].process.pid
        assert pid
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(ParseError, match="the process that read it ended"):
            processes.read(GOOD, KAZAKHSTAN)
        assert processes.read(GOOD, KAZAKHSTAN).report.id == KAZAKHSTAN


def test_several_threads_share_the_processes() -> None:
    got: list[ReportId] = []
    with WorkerProcesses(2) as processes:
        threads = [
            threading.Thread(target=lambda: got.append(processes.read(GOOD, KAZAKHSTAN).report.id)) for _ in "abcd"
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(processes._idle) <= 2
    assert got == [KAZAKHSTAN] * 4


def test_stopping_ends_what_is_being_read_and_refuses_what_follows() -> None:
    large = page(tables.text("samples/kazakhstan-2023.html").replace("</p>", "</p><p>Police beat 12 men.</p>" * 100))
    failed: list[Exception] = []

    def read() -> None:
        try:
            processes.read(large, KAZAKHSTAN)
        except ParseError as error:
            failed.append(error)

    processes = WorkerProcesses(1)
    thread = threading.Thread(target=read)
    thread.start()
    while not processes._busy:
        time.sleep(0.01)
    processes.stop()
    thread.join(20)
    assert not thread.is_alive()
    assert len(failed) == 1
    with pytest.raises(ParseError, match="reading was stopped"):
        processes.read(GOOD, KAZAKHSTAN)
