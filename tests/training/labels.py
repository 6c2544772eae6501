"""Labelled reports: their label files read as reports, so that the shipped code runs on them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from hrreport.model.country import ReportId
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance

if TYPE_CHECKING:
    from pathlib import Path

_SECTION = re.compile(r"^Section (\d+)\.\s*(.*)", re.DOTALL)
_LETTERED = re.compile(r"^([a-z])\.\s+(.*)", re.DOTALL)


class Labelled(NamedTuple):
    """A report, and its labels by the ids of its sections."""

    name: str
    report: Report
    nodes: dict[str, dict[str, Any]]
    issues: list[dict[str, Any]]
    paths: dict[str, tuple[str, ...]]


def _slug(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")


def _id(path: list[str]) -> tuple[str, str, str]:
    """Return id, label and heading of the section with that path."""
    here, label, heading = "", "", path[-1]
    for step in path:
        numbered, lettered = _SECTION.match(step), _LETTERED.match(step)
        if numbered:
            label, heading = numbered[1], numbered[2]
            here = label
        elif lettered:
            label, heading = lettered[1], lettered[2]
            here = f"{here}.{label}"
        elif step == "Executive Summary":
            here, label, heading = "summary", "", step
        else:
            here, label, heading = f"{here}/{_slug(step)}", "", step
    return here, label, heading


def _paragraphs(sentences: list[dict[str, Any]], first: int) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    group: list[str] = []
    number, topic, last = first, None, None

    def close() -> None:
        starts, at = [], 0
        for text in group:
            starts.append(at)
            at += len(text) + 1
        paragraphs.append(Paragraph(number, " ".join(group), tuple(starts), topic))

    for sentence in sentences:
        if group and sentence["paragraph"] != last:
            close()
            number, group = number + 1, []
        last = sentence["paragraph"]
        topic = sentence["topic"]
        group.append(sentence["text"])
    if group:
        close()
    return tuple(paragraphs)


def build_report(labels: dict[str, Any]) -> tuple[Report, dict[str, tuple[str, ...]]]:
    """Return the report that a label file describes, and the path of each of its sections."""
    flat: list[tuple[tuple[str, ...], Section]] = []
    paths: dict[str, tuple[str, ...]] = {}
    counted: dict[str, int] = {}
    for node in labels["nodes"]:
        here, label, heading = _id(node["path"])
        anchor = here.partition("/")[0]
        paragraphs = _paragraphs(node["sentences"], counted.get(anchor, 0) + 1)
        counted[anchor] = counted.get(anchor, 0) + len(paragraphs)
        paths[here] = tuple(node["path"])
        flat.append((tuple(node["path"]), Section(here, label, heading, len(node["path"]) + 1, paragraphs)))

    def below(path: tuple[str, ...]) -> tuple[Section, ...]:
        from dataclasses import replace

        return tuple(replace(s, sections=below(p)) for p, s in flat if p[:-1] == path)

    provenance = Provenance("", "", datetime(2024, 1, 1, tzinfo=UTC), "file", "")
    report = Report(ReportId(labels["country"], labels["year"]), labels["country"], "", below(()), provenance)
    return report, paths


def read_labels(folder: Path) -> list[Labelled]:
    """Return every labeled report in a folder, in the order of the names of the files."""
    found: list[Labelled] = []
    for file in sorted(folder.glob("[0-9]*.json")):
        labels = json.loads(file.read_text(encoding="utf-8"))
        report, paths = build_report(labels)
        nodes = {_id(node["path"])[0]: node for node in labels["nodes"]}
        found.append(Labelled(file.stem, report, nodes, labels.get("issues", []), paths))
    return found
