"""Reports about invented places, and libraries to keep them in."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Assessment, Finding, Kind
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.text.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXTS = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))["section"]
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


class Clock:
    """Tells a time that passes only when it is asked: an hour each time."""

    def __init__(self, start: datetime = NOON) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def snapshot_of(body: bytes, *, url: str = "https://www.example.org/report/", at: datetime = NOON) -> Snapshot:
    return Snapshot(body, Provenance(url, url, at, "file", hashlib.sha256(body).hexdigest(), etag='"1"'))


def paragraph_of(number: int, entry: dict[str, Any], words: dict[str, str]) -> Paragraph:
    text = entry["text"]
    for old, new in words.items():
        text = text.replace(old, new)
    return Paragraph(number, text, sentence_starts(text), entry.get("label"), tuple(entry.get("topics", ())))


def report_of(
    country: str = "sealand", year: int = 2023, words: dict[str, str] | None = None, snapshot: Snapshot | None = None
) -> Report:
    """Make a report from the statements of ``texts.toml``, with some words changed."""
    numbers: dict[str, int] = {}
    sections: dict[str, Section] = {}
    for entry in TEXTS:
        anchor = entry["id"].partition("/")[0]
        first = numbers.get(anchor, 0) + 1
        paragraphs = tuple(
            paragraph_of(n, p, words or {}) for n, p in enumerate(entry.get("paragraph", ()), start=first)
        )
        numbers[anchor] = first + len(paragraphs) - 1
        sections[entry["id"]] = Section(
            entry["id"],
            entry.get("label", ""),
            entry["heading"],
            entry["level"],
            paragraphs,
            topics=tuple(entry["topics"]),
        )
    for entry in reversed(TEXTS):
        if above := entry.get("above"):
            below = sections.pop(entry["id"])
            sections[above] = replace(sections[above], sections=(below, *sections[above].sections))
    source = (snapshot or snapshot_of(b"<p>page</p>")).provenance
    title = f"{year} Country Reports on Human Rights Practices: {country.title()}"
    return Report(ReportId(country, year), title, f"{year + 1}-04-22", tuple(sections.values()), source)


def analysis_of(report: Report) -> Analysis:
    """Find in every paragraph the kinds that ``texts.toml`` gives to its sentences."""
    kinds = {(e["id"], n): p.get("kinds", []) for e in TEXTS for n, p in enumerate(e.get("paragraph", ()))}
    findings = []
    for section in report.walk():
        for n, paragraph in enumerate(section.paragraphs):
            named = kinds.get((section.id, n))
            for i, sentence in enumerate(paragraph.sentences):
                kind = Kind(named[min(i, len(named) - 1)]) if named else Kind.CONTEXT
                findings.append(Finding(section.locate(paragraph, i + 1), sentence, paragraph.topic, kind, key=i == 0))
    assessed = tuple((s.id, Assessment("abuses-reported")) for s in report.walk() if s.paragraphs)
    return Analysis(report.id, tuple(findings), assessed)


def keep(library: Library, report: Report, *pages: Snapshot) -> str:
    """Save a report with its pages, by default one page made of its title."""
    pages = pages or (snapshot_of(report.title.encode()),)
    report = replace(report, provenance=pages[0].provenance)
    return library.save(pages, report, analysis_of(report), parser_version="p1", analysis_version="a1")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a library may be made."""
    return tmp_path / "shelf" / "library.sqlite"


@pytest.fixture
def library(place: Path, clock: Clock) -> Iterator[Library]:
    with Library(place, clock=clock) as opened:
        yield opened


@pytest.fixture
def make_report() -> Callable[..., Report]:
    return report_of


@pytest.fixture
def make_analysis() -> Callable[[Report], Analysis]:
    return analysis_of


@pytest.fixture
def make_snapshot() -> Callable[..., Snapshot]:
    return snapshot_of


@pytest.fixture
def store() -> Callable[..., str]:
    return keep
