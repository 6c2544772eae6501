"""Coders' packets in the public form: the same sentences by indicator, and as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.evidence import gather_evidence, parse_codebook
from hrreport.codec.evidence import evidence_json, evidence_lines

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

CODEBOOK = '[[indicator]]\nid = "shot"\nwords = ["shot"]\n[[indicator]]\nid = "sold"\ntopics = ["forced-labor"]'


def test_lines_are_the_sentences_of_the_indicators(arcadia: Report, arcadia_analysis: Analysis) -> None:
    packet = gather_evidence(arcadia, arcadia_analysis, parse_codebook("lakes", CODEBOOK))
    shot, sold = evidence_json(arcadia, packet, "Arcadia")["indicators"]
    line, empty = evidence_lines(arcadia, packet)
    (sentence,) = shot["sentences"]
    assert sentence["text"] == "In May officers shot two boatmen."
    assert (sentence["id"], sentence["heading"]) == ("arcadia-2023/1.a/1/2", "a. Arbitrary Deprivation of Life")
    assert sentence.items() <= line.items()
    assert (line["report"], line["country"], line["year"]) == ("arcadia-2023", "arcadia", 2023)
    assert sold["sentences"] == []
    assert {empty[name] for name in sentence} == {None}
    assert list(empty) == list(line)
