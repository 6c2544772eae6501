"""Stretches of a text that are set off."""

from __future__ import annotations

import pytest

from hrreport.terminal.exact_spans import exact_span, set_off


@pytest.mark.parametrize("text", ["", " ", "a", " a", "a ", " a  b "])
def test_a_stretch_keeps_one_space_at_either_end(text: str) -> None:
    assert exact_span(text).text == text.replace("  ", " ")


@pytest.mark.parametrize(
    ("style", "words"),
    [("hit", "Guards beat men."), ("removed", "Guards [-beat-] men."), ("added", "Guards {+beat+} men.")],
)
def test_changed_words_are_between_signs_and_no_word_is_lost(style: str, words: str) -> None:
    spans = list(set_off("Guards beat men.", [(7, 11)], style, "faint"))  # type: ignore[arg-type]
    assert "".join(span.text for span in spans) == words
    assert {span.style for span in spans} == {style, "faint"}
    assert [span.text for span in set_off("beat", [(0, 4)], "hit")] == ["beat"]
