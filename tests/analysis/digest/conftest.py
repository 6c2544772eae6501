"""A short report in our own words, and a reader of single sections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.report_analysis import analyze_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.report import Report


@pytest.fixture
def own(build: Callable[[str], Report]) -> Callable[[str], list[Finding]]:
    """Return a reader of the sentences of one section."""
    return lambda text: list(analyze_report(build(f"## Section 1. Integrity\n{text}\n")).findings)


@pytest.fixture
def islands_text() -> str:
    """A report with an issue that the body supports, one on a label, a silent section, and others than the state."""
    return (Path(__file__).parent.parent / "reports" / "small-islands.txt").read_text(encoding="utf-8")


@pytest.fixture
def islands(build: Callable[[str], Report], islands_text: str) -> tuple[Report, Analysis]:
    report = build(islands_text)
    return report, analyze_report(report)
