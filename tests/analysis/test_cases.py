"""Small cases in our own words: what each part of the room finds in one sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from hrreport.analysis.anaphora import depends_on_previous
from hrreport.analysis.executive_summary import is_on
from hrreport.analysis.kinds import PlacedSentence, classify
from hrreport.analysis.listing import split_items
from hrreport.analysis.network import bundled_models
from hrreport.analysis.sentence_cues import read_sentence
from hrreport.analysis.sources import find_sources
from hrreport.analysis.strength import find_strength

CASES = Path(__file__).parent / "cases"


def cases(name: str, table: str = "case") -> list[Any]:
    found = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))[table]
    return [pytest.param(case, id=case["title"]) for case in found]


@pytest.mark.parametrize("case", cases("sources"))
def test_sources_are_found_by_name(case: dict[str, Any]) -> None:
    assert [s.name for s in find_sources(case["input"])] == case["expected"]


@pytest.mark.parametrize("case", cases("kinds"))
def test_a_sentence_alone_has_its_kind(case: dict[str, Any]) -> None:
    judged = classify([PlacedSentence(read_sentence(case["input"]), None, 1)], case["heading"], bundled_models())
    assert judged[0].kind == case["expected"]


@pytest.mark.parametrize("case", cases("strength"))
def test_words_of_degree_are_kept_as_printed(case: dict[str, Any]) -> None:
    assert list(find_strength(case["input"])) == case["expected"]


@pytest.mark.parametrize("case", cases("standing"))
def test_a_sentence_leans_or_stands(case: dict[str, Any]) -> None:
    assert depends_on_previous(case["input"]) is case["expected"]


@pytest.mark.parametrize("case", cases("brief"))
def test_sentences_of_the_executive_summary_are_told_apart(case: dict[str, Any]) -> None:
    assert is_on(case["expected"], case["input"])


@pytest.mark.parametrize("case", cases("brief", "split"))
def test_lists_of_issues_are_split_into_items(case: dict[str, Any]) -> None:
    assert list(split_items(case["input"])) == case["expected"]
