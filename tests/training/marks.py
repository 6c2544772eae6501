"""Pages of the mirror whose sentences were marked for this project: what the models learn beside labeled reports.

A file in ``marks/`` holds no text. Its first line names the page in the mirror; each of the others a
section, the verdict on its own text (``none``, ``limited``, ``serious``, ``na``), and one letter a
sentence for its kind: ``1.a limited ACACARCA``. Kinds and extent are learned from them, key findings not.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.training.labels import Labelled
from tests.training.sentences import KINDS

from hrreport import ReportId, parse_report, read_file

if TYPE_CHECKING:
    from hrreport.model.report import Section

FOLDER = Path(__file__).parent / "marks"
_VERDICTS = {"none": "none-reported", "na": "not-addressed", "limited": "abuses-reported", "serious": "abuses-reported"}


def _node(section: Section, verdict: str, marks: str) -> dict[str, Any]:
    """Return the labels of one section, in the form that label files have."""
    texts = [(text, p.topic) for p in section.paragraphs for text in p.sentences]
    sentences = [
        {"text": text, "topic": topic, "kind": KINDS[mark]} for (text, topic), mark in zip(texts, marks, strict=True)
    ]
    extent = verdict if verdict in {"limited", "serious"} else None
    return {"assessment": _VERDICTS[verdict], "extent": extent, "sentences": sentences}


def read_marked(mirror: Path) -> list[Labelled]:
    """Return the marked reports of a mirror; a page whose sentences are not those marked is an error."""
    found: list[Labelled] = []
    for file in sorted(FOLDER.glob("*.txt")):
        page, *lines = file.read_text(encoding="utf-8").splitlines()
        year, _, country = file.stem.partition("-")
        retrieved = read_file(mirror / page.removeprefix("page "), clock=lambda: datetime(2024, 1, 1, tzinfo=UTC))
        report = parse_report(retrieved, ReportId(country, int(year)))
        marked = {section: (verdict, marks) for section, verdict, marks in (line.split() for line in lines)}
        nodes = {s.id: _node(s, *marked[s.id]) for s in report.walk() if s.paragraphs}
        nodes |= {s.id: {"sentences": []} for s in report.walk() if not s.paragraphs}
        found.append(Labelled(file.stem, report, nodes, [], {}))
    return found
