"""The kind of a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from tests.corpus.cases import read_cases

from hrreport.analysis.cues import read_sentence
from hrreport.analysis.kinds import PlacedSentence, classify
from hrreport.analysis.network import bundled_models


@pytest.mark.parametrize("case", read_cases("analysis/cases", "kinds"))
def test_a_sentence_alone_has_its_kind(case: dict[str, Any]) -> None:
    judged = classify([PlacedSentence(read_sentence(case["input"]), None, 1)], case["heading"], bundled_models())
    assert judged[0].kind == case["expected"]


def placed(text: str) -> PlacedSentence:
    return PlacedSentence(read_sentence(text), None, 1)


def test_cues_name_what_speaks_for_the_kind() -> None:
    (judged,) = classify([placed("There were no reports of torture.")], "Torture", bundled_models())
    assert any("no-reports" in cue for cue in judged.cues)
