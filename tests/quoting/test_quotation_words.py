"""Words as they are compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.quoting.quotation_words import alike, is_word, spans_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Why?” he said", "Why ? he said"),
        ("«Why?» he said", "Why ? he said"),
        ("the ‘free zone’ of", "the free zone of"),
        ("the 'operations' of", "the operations of"),
        ("the prisoners’ families", "the prisoners' families"),
        ("government’s isn`t", "government's isn't"),
        ("well-known – long—ago -- now", "well - known - long - ago - now"),
        ("1,200.5 of 14, 15", "1,200.5 of 14 , 15"),
        ("wait... or . . . or…", "wait … or … or …"),
        ("U.S. a.m.", "U . S . a . m ."),
        ("(50/50) & 9%", "( 50 / 50 ) & 9 %"),
        ("E\u0301cho Écho", "Écho Écho"),
        ("", ""),
    ],
)
def test_words_have_one_form(text: str, words: str) -> None:
    assert words_of(text) == words.split()


@given(st.text("ab s'’‘\"“”-–….,1é\u0301 (", max_size=40))
def test_every_word_is_found_at_its_place(text: str) -> None:
    spans = spans_of(text)
    assert len(alike(text)) == len(text)
    assert [words_of(text[a:b])[:1] for a, b in spans if "'" not in alike(text)] == [
        [word] for word in words_of(text) if "'" not in alike(text)
    ]
    assert len(spans) == len(words_of(text))
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))


def test_a_word_is_told_from_a_mark() -> None:
    assert [is_word(word) for word in ("a", "1,200", "É", ".", "-", "…", "[")] == [True] * 3 + [False] * 4
