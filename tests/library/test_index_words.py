"""Words: one meaning in the index, in queries and in highlights; forms of a word have one stem."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport import tables
from hrreport.library.index_words import compounds, fold_word, folded_text, stem, words_in

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


@pytest.mark.parametrize(
    "forms",
    [
        "arrest arrests arrested arresting",
        "torture tortures tortured torturing",
        "policy policies",
        "kidnap kidnaps kidnapped kidnapping",
        "deny denies denied denying",
        "abuse abuses abused abusing",
        "woman women",
        "child children",
        "flee flees fled fleeing",
        "shoot shoots shot shooting shootings",
        "die dies died dying",
        "try tries tried trying",
        "labor labour labors",
        "defense defence",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len(set(map(stem, forms.split()))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "minor minority",
        "executive execution",
        "internal international internment",
        "organ organization",
        "university universal",
        "author authority authorize",
        "several severe",
        "police policy",
        "new news",
        "units united",
    ],
)
def test_words_that_mean_different_things_have_stems_of_their_own(words: str) -> None:
    assert len(set(map(stem, words.split()))) == len(words.split())


@pytest.mark.parametrize("word", ["us", "1200", "3.5", "москва", "北京", "un"])
def test_what_is_no_english_word_is_left_as_it_is(word: str) -> None:
    assert stem(word) == word


def test_a_word_is_in_one_row_of_the_table_and_the_row_says_why() -> None:
    rows = tables.rows("search/stems.csv")
    words = Counter(word for row in rows for word in row["words"].split())
    assert [word for word, count in words.items() if count > 1] == []
    assert all(row["why"] and row["stem"] for row in rows)
