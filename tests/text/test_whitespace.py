from __future__ import annotations

import pytest

from hrreport.text.whitespace import BIDIRECTIONAL, INVISIBLE, fold, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("two\u00a0words", "two\u00a0words"),
        ("a\tb\x85c\u2028d", "a b c d"),
        (f"c{INVISIBLE}o{BIDIRECTIONAL}t", "cot"),
        ("“…” 漢字 é", "“…” 漢字 é"),
    ],
)
def test_control_characters_are_space_and_invisible_ones_are_gone(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_a_character_is_the_same_alone_and_beside_one_that_is_dropped() -> None:
    characters = map(chr, range(0x11000))
    assert [c for c in characters if visible(c) != visible(f"{c}\u200b")] == ["\t", "\n", "\r"]


def test_a_text_is_single_spaced() -> None:
    assert fold(" Section\u00a01.\n\tLife\x00 ") == "Section 1. Life"
