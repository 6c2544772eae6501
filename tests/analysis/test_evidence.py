"""Coders' packets: codebooks, and the sentences that are read for each indicator."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.evidence import bundled_codebook, codebook_names, gather_evidence, parse_codebook
from hrreport.analysis.figures import find_figures
from hrreport.catalogue import records
from hrreport.catalogue.places import find_place
from hrreport.errors import InputError
from hrreport.exporting.evidence import EVIDENCE, evidence_csv, evidence_jsonl

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

CODEBOOK = """
title = "Lakes"
[[indicator]]
id = "killings"
words = ["shot", "kill*"]
[[indicator]]
id = "disappearance"
words = ["disappear*"]
kinds = ["denial"]
[[indicator]]
id = "slavery"
topics = ["forced-labor"]
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[indicator", "is not TOML"),
        ("title = 'x'", "has no indicators"),
        ("[[indicator]]\ntopics = ['torture']", "has no id"),
        ("[[indicator]]\nid = 'a'", "neither topics nor words"),
        ("[[indicator]]\nid = 'a'\ntopics = ['tortrue']", 'no topic is called "tortrue"'),
        ("[[indicator]]\nid = 'a'\nwords = ['x']\nkinds = ['bad']", '"bad" is not a kind'),
        ("[[indicator]]\nid = 'a'\nwords = 'x'", "words is not a list of words"),
        ("[[indicator]]\nid = 'a'\nwords = ['x']\nscore = 3", 'has a field "score"'),
        ("[[indicator]]\nid = 'a'\nwords = ['x']\n" * 2, 'has the indicator "a" twice'),
    ],
)
def test_what_is_wrong_with_a_codebook_is_said_in_a_line(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        parse_codebook("mine", text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", codebook_names())
def test_the_codebooks_that_come_along_are_read_and_say_what_they_follow(name: str) -> None:
    codebook = bundled_codebook(name)
    assert codebook.source
    assert {topic for one in codebook.indicators for topic in one.topics} <= {topic.id for topic in records.topics()}


def test_a_packet_has_the_sentences_with_what_is_absent_and_what_was_not_found(
    arcadia: Report, arcadia_analysis: Analysis
) -> None:
    packet = gather_evidence(arcadia, arcadia_analysis, parse_codebook("lakes", CODEBOOK))
    killings, disappearance, slavery = packet.indicators
    assert [str(one.finding.locator) for one in killings.sentences] == ["§ 1.a ¶ 1", "§ 1.a ¶ 1"]
    assert [one.without_figure for one in killings.sentences] == [True, False]
    assert [one.absent for one in disappearance.sentences] == [True]
    assert (slavery.sentences, "not evidence" in slavery.notice) == ((), True)


def test_the_files_have_the_same_rows_and_lead_back_to_the_text(arcadia: Report, arcadia_analysis: Analysis) -> None:
    packet = gather_evidence(arcadia, arcadia_analysis, parse_codebook("lakes", CODEBOOK))
    lines = [json.loads(line) for line in evidence_jsonl(arcadia, packet).splitlines()]
    rows = list(csv.DictReader(io.StringIO(evidence_csv(arcadia, packet))))
    assert [row["id"] for row in rows] == [line["id"] or "" for line in lines]
    assert all(set(line) == set(lines[0]) for line in lines)
    for line, row in zip(lines[:-1], rows, strict=False):
        assert arcadia.text_at(find_place(arcadia, line["id"])) == line["text"] == row["text"]
    assert (rows[1]["figures"], rows[1]["values"], rows[1]["bounds"]) == ("two", "2", "exact")
    assert (rows[-1]["text"], rows[-1]["indicator"]) == ("", "slavery")
    assert list(rows[0]) == list(EVIDENCE)


def test_a_row_has_both_ends_of_a_range_and_one_number_of_a_bound(arcadia: Report, arcadia_analysis: Analysis) -> None:
    figures = find_figures("Guards held thousands of men and 20 to 30 boys for up to six days without charge.")
    findings = tuple(replace(one, figures=figures) for one in arcadia_analysis.findings)
    packet = gather_evidence(arcadia, replace(arcadia_analysis, findings=findings), parse_codebook("lakes", CODEBOOK))
    row = next(csv.DictReader(io.StringIO(evidence_csv(arcadia, packet))))
    assert row["values"] == "1000 | 20 to 30 | 6"
    assert row["bounds"] == "at_least | exact | at_most"
