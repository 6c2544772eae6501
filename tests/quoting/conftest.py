"""A report about an invented country, built from a plain text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrreport.model.country import ReportId
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance
from hrreport.quoting import index_report
from hrreport.text.sentences import sentence_starts


def build(text: str, country: str = "arcadia") -> Report:
    """A report from lines: ``= id | label | heading`` opens a section, others are paragraphs.

    As many equals signs as the section is deep; ``Label :: text`` gives a paragraph a run-in label.
    """
    open_sections: list[tuple[Section, list[Paragraph], list[Section]]] = []
    tops: list[Section] = []
    counted: dict[str, int] = {}

    def close(depth: int) -> None:
        while len(open_sections) > depth:
            section, paragraphs, below = open_sections.pop()
            done = replace(section, paragraphs=tuple(paragraphs), sections=tuple(below))
            (open_sections[-1][2] if open_sections else tops).append(done)

    for line in filter(None, text.splitlines()):
        if line.startswith("="):
            signs, _, rest = line.partition(" ")
            section_id, label, heading = (part.strip() for part in rest.split("|"))
            close(len(signs) - 1)
            open_sections.append((Section(section_id, label, heading, len(signs) + 1), [], []))
        else:
            topic, parted, words = line.rpartition(" :: ")
            section, paragraphs, _ = open_sections[-1]
            counted[section.anchor] = counted.get(section.anchor, 0) + 1
            number = counted[section.anchor]
            paragraphs.append(Paragraph(number, words, sentence_starts(words), topic if parted else None))
    close(0)
    provenance = Provenance("", "https://a.example/", datetime(2024, 5, 1, tzinfo=UTC), "state.gov", "00")
    return Report(ReportId(country, 2023), country.title(), "2024-04-22", tuple(tops), provenance)


ARCADIA = build((Path(__file__).parent / "arcadia.txt").read_text(encoding="utf-8"))


class CitedReports:
    """The report, its index and its sentences, with a short name for when a test fails."""

    report = ARCADIA
    index = index_report(ARCADIA)
    build = staticmethod(build)
    sentences = tuple(
        (section.locate(paragraph, n), text)
        for section, paragraph in ARCADIA.passages()
        for n, text in enumerate(paragraph.sentences, start=1)
    )

    def __repr__(self) -> str:
        return "Arcadia"


@pytest.fixture(scope="session")
def shelf() -> CitedReports:
    """The report on Arcadia."""
    return CitedReports()
