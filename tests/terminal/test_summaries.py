"""Summaries on a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.model.finding import Brief
from hrreport.model.summary import Summary
from hrreport.terminal.summaries import summary_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report


@pytest.mark.parametrize("width", [60, 100])
def test_a_summary(width: int, arcadia: Report, arcadia_summary: Summary, expected: Callable[[str], str]) -> None:
    assert summary_view(arcadia, arcadia_summary, "Arcadia").plain(width) == expected(f"summary-{width}")


def test_a_summary_in_ascii(arcadia: Report, arcadia_summary: Summary, expected: Callable[[str], str]) -> None:
    page = summary_view(arcadia, arcadia_summary, "Arcadia").plain(80, ascii_only=True)
    assert page == expected("summary-ascii-80")
    assert page.isascii()


def test_a_brief(arcadia: Report, arcadia_summary: Summary, expected: Callable[[str], str]) -> None:
    brief = replace(arcadia_summary, digests=(), in_brief=True)
    assert summary_view(arcadia, brief, "Arcadia").plain(100) == expected("brief-100")


def test_a_running_summary(arcadia: Report, arcadia_summary: Summary, expected: Callable[[str], str]) -> None:
    running = replace(arcadia_summary, running=True)
    assert summary_view(arcadia, running, "Arcadia").plain(80) == expected("running-80")


def test_a_summary_without_a_verdict_goes_straight_to_the_sections(arcadia: Report) -> None:
    assert "In brief" not in summary_view(arcadia, Summary(arcadia.id, Brief(), ()), "Arcadia").plain()
