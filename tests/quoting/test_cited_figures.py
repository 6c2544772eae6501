"""Figures of a citing sentence that the cited passage does not have."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hrreport.filings import read_filing
from hrreport.model.country import ReportId
from hrreport.quoting import verify_in
from hrreport.quoting.cited_figures import first_unsupported, unsupported_figure
from hrreport.quoting.pairing import read_pairs


@pytest.mark.parametrize(
    ("sentence", "passage", "figure"),
    [
        ("Some 412 prisoners and 30 boys.", "It counted 412 prisoners, 30 of them under age.", ""),
        ("Some 412 prisoners and 31 boys.", "It counted 412 prisoners, 30 of them under age.", "31"),
        ("It received 1200 complaints.", "It received 1,200 complaints.", ""),
        ("It received 1,200 complaints.", "It received 12 complaints.", "1,200"),
        ("The average was 3.5 months.", "The average was 35 months.", "3.5"),
        ("Up to 9 men were held.", "Up to nine men were held.", ""),
        ("In 2021, on May 3, a 14-year-old left before 10:30.", "A boy left.", ""),
        ("Article 17 and § 4 of law no. 88 say so.", "The law says so.", ""),
    ],
)
def test_a_figure_is_in_the_passage_or_it_is_named(sentence: str, passage: str, figure: str) -> None:
    assert first_unsupported(sentence, passage) == figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Some 412 prisoners were there: “monitors until June.” Chad 2023 Report § 1.c.", ""),
        ("Some 500 prisoners were there: “monitors until June.” Chad 2023 Report § 1.c.", "500"),
        ("Some 500 were there. “monitors until June.” Chad 2023 Report § 1.c.", "500"),
        ("> monitors until June. (500 of them, Chad 2023 Report § 1.c)", ""),
    ],
)
def test_the_citing_sentence_is_held_against_the_cited_section(text: str, figure: str, shelf: Any) -> None:
    filing = read_filing("brief.md", text.encode())
    pairs = read_pairs(filing)
    verdict = verify_in(shelf.index, "monitors until June.")
    (pair,) = pairs
    report = replace(shelf.report, id=ReportId("chad", 2023))
    assert unsupported_figure(pair, filing, report, verdict, pairs) == figure
