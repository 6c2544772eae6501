"""Coders' packets as tables: figures as numbers, and the same rows in both formats."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.evidence import gather_evidence, parse_codebook
from hrreport.exporting.evidence import EVIDENCE, evidence_csv, evidence_jsonl
from hrreport.model.finding import Figure

if TYPE_CHECKING:
    from hrreport.model.evidence import CodersPacket
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

CODEBOOK = '[[indicator]]\nid = "shot"\nwords = ["shot"]\n[[indicator]]\nid = "sold"\ntopics = ["forced-labor"]'


def packet_with(report: Report, analysis: Analysis, *figures: Figure) -> CodersPacket:
    found = tuple(replace(finding, figures=figures) for finding in analysis.findings)
    return gather_evidence(report, replace(analysis, findings=found), parse_codebook("lakes", CODEBOOK))


@pytest.mark.parametrize(
    ("figure", "value", "bound", "unit"),
    [
        (Figure("two", 2.0, None, "count", "boatmen"), "2", "exact", "count of boatmen"),
        (Figure("6 to 7.5", 6.0, 7.5, "years", ""), "6 to 7.5", "exact", "years"),
        (Figure("up to six", 6.0, 6.0, "count", "men", "at_most"), "6", "at_most", "count of men"),
        (Figure("1.25 million", 1_250_000.0, None, "count", "people"), "1250000", "exact", "count of people"),
        (Figure("many", None, None, "count", ""), "none", "exact", "count"),
    ],
)
def test_a_figure_is_a_number_with_its_bound_and_unit(
    arcadia: Report, arcadia_analysis: Analysis, figure: Figure, value: str, bound: str, unit: str
) -> None:
    row, empty = csv.DictReader(io.StringIO(evidence_csv(arcadia, packet_with(arcadia, arcadia_analysis, figure))))
    assert list(row) == list(EVIDENCE)
    assert (row["figures"], row["values"], row["bounds"], row["units"]) == (figure.text, value, bound, unit)
    assert (empty["indicator"], empty["text"], empty["warnings"]) == ("sold", "", "Section 3 is missing.")


def test_lines_of_json_are_the_rows(arcadia: Report, arcadia_analysis: Analysis) -> None:
    packet = packet_with(arcadia, arcadia_analysis)
    rows = csv.DictReader(io.StringIO(evidence_csv(arcadia, packet)))
    lines = [json.loads(line) for line in evidence_jsonl(arcadia, packet).splitlines()]
    assert [row["id"] for row in rows] == [line["id"] or "" for line in lines]
