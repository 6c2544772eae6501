"""Words: one meaning in the index, in queries and in highlights."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.library.index_words import compounds, fold_word, folded_text, words_in

CASES = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_text_has_these_words(case: dict[str, str]) -> None:
    assert folded_text(case["text"]) == case["words"]


@given(st.text())
def test_highlights_see_the_words_that_the_index_has(text: str) -> None:
    assert " ".join(word.folded for word in words_in(text)) == folded_text(text)


@given(st.text())
def test_a_word_is_where_it_says(text: str) -> None:
    for word in words_in(text):
        assert fold_word(text[word.start : word.end]) == word.folded


@given(st.text(st.characters(max_codepoint=0x250)))
def test_words_of_words_are_the_same_words(text: str) -> None:
    assert folded_text(folded_text(text)) == folded_text(text)


def test_compounds_are_known_joined_and_apart() -> None:
    assert list(compounds("A vice-prime-minister’s pre‑trial - and 10-year - talk-")) == [
        ("viceprimeminister", "vice prime minister"),
        ("pretrial", "pre trial"),
    ]
