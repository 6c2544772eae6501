"""Small reports put together from a few lines, for every test of the room."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Assessment, Figure, Finding, Kind, Source
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance
from hrreport.text.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Callable

Build = "Callable[..., Report]"


def _section(lines: list[str]) -> Section:
    """Read ``1.c Torture | torture`` and the paragraphs under it; ``Label | topic > Text`` is run in."""
    title, _, topics = lines[0].partition(" | ")
    name, _, heading = title.partition(" ")
    label = name.rpartition(".")[2] if "/" not in name and name != "summary" else ""
    paragraphs = []
    for number, line in enumerate(lines[1:], start=1):
        run_in, arrow, text = line.rpartition(" > ")
        run_in, _, about = run_in.partition(" | ")
        told = tuple(about.split())
        paragraphs.append(Paragraph(number, text, sentence_starts(text), run_in if arrow else None, told))
    return Section(name, label, heading, 3, tuple(paragraphs), (), tuple(topics.split()), title)


@pytest.fixture(scope="session")
def build() -> Callable[[int, str], Report]:
    """Return a maker of reports: blocks of lines, each a heading and its paragraphs."""

    def made(year: int, text: str, country: str = "arcadia") -> Report:
        blocks = [block.split("\n") for block in text.strip().split("\n\n")]
        return Report(
            ReportId(country, year),
            f"{year} Country Reports on Human Rights Practices: {country.title()}",
            "",
            tuple(_section([line.strip() for line in block]) for block in blocks),
            Provenance(
                f"https://www.state.gov/{country}-{year}/",
                f"https://www.state.gov/{country}-{year}/",
                datetime(2025, 5, 3, 10, 20, 7, tzinfo=UTC),
                "state.gov",
                f"{year:064x}",
            ),
        )

    return made


_CUES = {"beat": Kind.ABUSE, "killed": Kind.ABUSE, "no reports": Kind.DENIAL, "sentenced": Kind.RESPONSE}


@pytest.fixture(scope="session")
def analyze() -> Callable[[Report], Analysis]:
    """Return a stand-in for analysis: a word decides the kind, a digit is a figure, "Watch" a source."""

    def made(report: Report) -> Analysis:
        findings = []
        assessments = []
        for section in report.walk():
            kinds = set()
            for paragraph in section.paragraphs:
                for number, text in enumerate(paragraph.sentences, start=1):
                    kind = next((k for cue, k in _CUES.items() if cue in text), Kind.CONTEXT)
                    kinds.add(kind)
                    words = text.rstrip(".").split()
                    figures = tuple(Figure(w, float(w), None, "count", words[-1]) for w in words if w.isdigit())
                    sources = (Source("Lake Watch", "ngo"),) if "Watch" in text else ()
                    key = kind in (Kind.ABUSE, Kind.DENIAL)
                    place = section.locate(paragraph, number)
                    findings.append(Finding(place, text, paragraph.topic, kind, key, sources=sources, figures=figures))
            if section.paragraphs:
                assessments.append((section.id, _assessed(kinds)))
        return Analysis(report.id, tuple(findings), tuple(assessments))

    return made


def _assessed(kinds: set[Kind]) -> Assessment:
    if Kind.ABUSE in kinds:
        return Assessment("abuses-reported", "serious")
    if Kind.DENIAL in kinds:
        return Assessment("none-reported", basis="no-reports")
    return Assessment("not-addressed", basis="description")
