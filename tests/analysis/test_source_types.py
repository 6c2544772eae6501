"""Types of sources, one for each body throughout a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.report_analysis import analyze_report
from hrreport.analysis.source_types import agree, long_forms, settled_types, source_type
from hrreport.model.finding import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministry of Health", "government"), ("Amnesty International", "ngo"), ("reporters", "media"),
        ("Human Rights Watch", "ngo"), ("HRW", "ngo"), ("Coast Access International", "ngo"),
        ("International Labor Organization", "international"), ("World Health Organization (WHO)", "international"),
        ("National Institute of Statistics", "government"), ("Harbor National Council of Churches", "religious"),
        ("press reports", "media"), ("reports", "other"), ("media figures", "individual"),
        ("the World Bank", "international"), ("International Telecommunication Union", "international"),
        ("church leaders", "individual"), ("researchers", "academic"), ("Ada Stone", "individual"),
        ("XYZ", "other"), ("some neighbors", "other"), ("opposition parties", "other"),
    ],
)  # fmt: skip
def test_sources_are_sorted(name: str, expected: str) -> None:
    assert source_type(name) == expected


TEXT = """
## Section 1. Respect for Persons
## Section 1. Respect for Persons > a. Killings
The Harbor National Commission on Human Rights (HNCHR) reported six deaths. The HNCHR stated that guards shot two men.
The Free Nets Circle (FNC) is an NGO. The local NGO Free Nets Circle reported that boats were burned.
The FNC noted that no one was tried. Free Nets Circle said so twice. According to the XYZ, all was well.
"""


def test_acronym_and_full_name_have_one_type(build: Callable[[str], Report]) -> None:
    findings = analyze_report(build(TEXT)).findings
    told: dict[str, set[str]] = {}
    for finding in findings:
        for source in finding.sources:
            told.setdefault(source.name, set()).add(source.type)
    assert told["Harbor National Commission on Human Rights (HNCHR)"] == told["HNCHR"] == {"government"}
    assert told["Free Nets Circle"] == {"ngo"}
    assert told["XYZ"] == {"other"}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Members of the Union of Free Miners (UFM) struck.", {"UFM": "Union of Free Miners"}),
        ("He paid 40 dinars (USD) to the mayor.", {}),
        ("In May the (UN) left.", {}),
    ],
)
def test_acronym_stands_for_the_capitalized_words_before_it(text: str, forms: dict[str, str]) -> None:
    assert long_forms(text) == forms


def test_first_telling_mention_settles_the_type() -> None:
    sources = (Source("Ada Circle", "individual"), Source("Ada Circle", "ngo"), Source("Ada Circle", "media"))
    types = settled_types((), sources)
    assert [source.type for source in agree(sources, types)] == ["ngo"] * 3


def test_nothing_is_settled_by_vague_mentions() -> None:
    sources = (Source("Ada Circle", "individual"),)
    assert settled_types(("Ada Circle (AC) met.",), sources) == {}
    assert agree(sources, {}) == sources
