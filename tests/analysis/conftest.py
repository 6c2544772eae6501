"""Reports in our own words, built from plain text: ``## path > heading {topic}``, then a paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.report_analysis import analyze_report
from hrreport.model.country import ReportId
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance
from hrreport.text.sentences import sentence_starts

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis

HERE = Path(__file__).parent
_LABELLED = re.compile(r"^\[([^\]{]+?)\s*(?:\{([\w-]+)\})?\]\s*(.*)")
_NUMBERED = re.compile(r"^Section (\d+)\.\s+(.*)")
_LETTERED = re.compile(r"^([a-z])\.\s+(.*)")

Build = Callable[[str], Report]


def _identity(path: tuple[str, ...]) -> tuple[str, str, str]:
    here, label, heading = "", "", path[-1]
    for step in path:
        if numbered := _NUMBERED.match(step):
            label, heading = numbered[1], numbered[2]
            here = label
        elif lettered := _LETTERED.match(step):
            label, heading = lettered[1], lettered[2]
            here = f"{here}.{label}"
        else:
            label, heading = "", step
            slug = re.sub(r"[^a-z0-9]+", "-", step.lower()).strip("-")
            here = "summary" if step == "Executive Summary" else f"{here}/{slug}"
    return here, label, heading


def _paragraph(number: int, line: str) -> Paragraph:
    labeled = _LABELLED.match(line)
    topic, subject, text = labeled.groups() if labeled else (None, None, line)
    return Paragraph(number, text, sentence_starts(text), topic, (subject,) if subject else ())


def build_report(text: str) -> Report:
    """Return the report that is written so."""
    flat: list[tuple[tuple[str, ...], Section]] = []
    counted: dict[str, int] = {}
    for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        head, *lines = [line.strip() for line in block.strip().splitlines() if line.strip()]
        subject = re.search(r"\{([\w-]+)\}$", head)
        path = tuple(step.strip() for step in re.sub(r"\{[\w-]+\}$", "", head).split(" > "))
        here, label, heading = _identity(path)
        anchor = here.partition("/")[0]
        first = counted.get(anchor, 0) + 1
        counted[anchor] = first + len(lines) - 1
        paragraphs = tuple(_paragraph(first + i, line) for i, line in enumerate(lines))
        topics = (subject[1],) if subject else ()
        flat.append((path, Section(here, label, heading, len(path) + 1, paragraphs, topics=topics)))

    def below(path: tuple[str, ...]) -> tuple[Section, ...]:
        return tuple(replace(section, sections=below(p)) for p, section in flat if p[:-1] == path)

    provenance = Provenance("", "", datetime(2024, 5, 1, tzinfo=UTC), "file", "")
    return Report(ReportId("harbor-islands", 2023), "Harbor Islands", "", below(()), provenance)


@pytest.fixture
def build() -> Build:
    return build_report


@pytest.fixture(scope="session")
def report() -> Report:
    """The report on the Harbor Islands, which exist nowhere."""
    return build_report((HERE / "reports" / "harbor-islands-2023.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def analysis(report: Report) -> Analysis:
    return analyze_report(report)
