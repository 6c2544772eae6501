"""Stems: forms of a word are one, words that only look alike are not."""

from __future__ import annotations

from collections import Counter

import pytest

from hrreport import tables
from hrreport.library.stems import stem


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
