"""Cues of a sentence: phrases, the word at which it turns, and words of degree."""

from __future__ import annotations

from typing import Any

import pytest
from tests.corpus.cases import read_cases

from hrreport.analysis.cues import Vocabulary, find_strength, grade, parse_phrase
from hrreport.analysis.sentence_words import read_words


@pytest.mark.parametrize(
    ("phrase", "sentence", "found"),
    [
        ("there be no ..2 report", "There were no credible reports of it.", True),
        ("there be no ..2 report", "There were no signs, not even reports, of it.", False),
        ("^ not applicable", "Not applicable.", True),
        ("^ not applicable", "It was not applicable.", False),
        ("be ..1 able|unable to", "They were often unable to vote.", True),
        ("police beat", "Police, then soldiers, beat them.", False),
        ("credible? report", "Reports came in.", True),
        ("credible? report", "Credible reports came in.", True),
        ("law !not prohibit", "The law clearly prohibits it.", True),
        ("law ..3 prohibit", "The law is old; courts prohibit it.", False),
        ("<court> ..1 convict", "Judges convicted him.", True),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, sentence: str, *, found: bool) -> None:
    vocabulary = Vocabulary((parse_phrase("cue", phrase),))
    assert bool(vocabulary.matches(read_words(sentence))) is found


def test_words_of_degree_are_graded() -> None:
    assert [grade(w) for w in ("alleged", "credible", "numerous", "systematic", "blue")] == [1, 2, 3, 4, 0]


@pytest.mark.parametrize("case", read_cases("analysis/cases", "strength"))
def test_words_of_degree_are_kept_as_printed(case: dict[str, Any]) -> None:
    assert list(find_strength(case["input"])) == case["expected"]
