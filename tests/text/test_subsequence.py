"""Words in common, against the table that every textbook has."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.text import subsequence
from hrreport.text.subsequence import DEEPEST, common_words

texts = st.lists(st.sampled_from("abcd"), max_size=14)


def longest(a: list[str], b: list[str]) -> int:
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, word in enumerate(a):
        for j, other in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if word == other else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def rises(a: list[str], b: list[str], pairs: list[tuple[int, int]]) -> bool:
    return all(a[i] == b[j] for i, j in pairs) and all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))


@given(texts, texts)
def test_short_texts_get_the_longest_common_subsequence(a: list[str], b: list[str]) -> None:
    pairs = common_words(a, b)
    assert rises(a, b, pairs)
    assert len(pairs) == longest(a, b)


@pytest.mark.parametrize("changed", [0, 1, 40])
def test_long_texts_are_cut_at_words_that_stand_once(changed: int) -> None:
    a = [f"w{n % 4000}" for n in range(6000)]
    b = list(a)
    for n in range(changed):
        b[(n * 997 + 13) % len(b)] = "other"
    pairs = common_words(a, b)
    assert rises(a, b, pairs)
    assert len(pairs) >= len(a) - 3 * changed


def test_long_texts_without_such_words_have_nothing_in_common() -> None:
    assert common_words(["a", "b"] * 2000, ["b", "c", "a"] * 2000) == []


def test_texts_that_are_cut_again_and_again_come_to_an_end() -> None:
    a = [f"w{n // 2}" for n in range(5000)]
    b = [f"w{(n + 1) // 2}" for n in range(5000)]
    assert rises(a, b, common_words(a, b))
    assert subsequence._common(a, b, 0) == [(0, 0)]
    assert DEEPEST < 100
