"""Paragraphs that are nearly what is printed, and the words that differ."""

from __future__ import annotations

import pytest

from hrreport.quoting.printed_differences import PrintedStretch, letters_of, near_matches, words_in


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Co-op “É”, 10.6", "coope10.6"),
        ("Plain words, 1,200.", "plainwords1,200"),
        ("ﬁne—print", "fineprint"),
        ("...", ""),
    ],
)
def test_letters_are_in_one_form_and_each_has_its_place(text: str, letters: str) -> None:
    found = letters_of(text)
    assert found.text == letters
    assert len(found.places) == len(letters)
    assert found.places == sorted(found.places)


SENTENCE = "The inspectorate counted many prisoners, some of them very young, and published nothing."


@pytest.mark.parametrize(
    ("printed", "differences"),
    [
        (SENTENCE, []),
        (SENTENCE.replace("published", "pub- lished"), []),
        (SENTENCE.replace("many", "412"), [("many", "412")]),
        (SENTENCE.replace("very ", ""), [("very", "")]),
        (SENTENCE.replace("some", "and some"), [("", "and")]),
    ],
)
def test_words_that_differ_are_named_and_divided_ones_are_the_same(
    printed: str, differences: list[tuple[str, str]]
) -> None:
    text = f"Before it. {printed} After it."
    (match,) = near_matches([SENTENCE], PrintedStretch(text, words_in(text, 0, len(text), 0)))
    assert match is not None
    assert [(found.own, found.printed) for found in match.differences] == differences
    assert letters_of(text).text[match.begin : match.end] == letters_of(printed).text


@pytest.mark.parametrize("text", ["Nothing of it is here at all, not one word of them.", "Short."])
def test_another_text_is_no_match(text: str) -> None:
    printed = PrintedStretch(SENTENCE, words_in(SENTENCE, 0, len(SENTENCE), 0))
    assert near_matches([text], printed) == [None]


def test_paragraphs_match_one_after_another() -> None:
    other = "Officials did not admit outside monitors until the summer of that year."
    text = f"{SENTENCE.replace('many', 'few')} {other.replace('summer', 'autumn')}"
    first, second = near_matches([SENTENCE, other], PrintedStretch(text, words_in(text, 0, len(text), 0)))
    assert first is not None
    assert second is not None
    assert first.end == second.begin
    assert [found.printed for found in (*first.differences, *second.differences)] == ["few", "autumn"]
