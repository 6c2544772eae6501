"""The wording of sentences, made comparable."""

from __future__ import annotations

import pytest

from hrreport.comparison.terms import folded, particulars, stem, tokens, weights, wordings


@pytest.mark.parametrize(
    "text",
    ['the state\'s "list" - 2023...', "the  state’s “list” – 2023…", "the state‘s „list” — 2023...\u200b"],
)
def test_white_space_and_typography_do_not_make_a_difference(text: str) -> None:
    assert folded(text) == 'the state\'s "list" - 2023...'


def test_case_and_punctuation_make_a_difference() -> None:
    assert len({folded("By law, it is so."), folded("By law it is so."), folded("by law it is so.")}) == 3


@pytest.mark.parametrize(
    "words",
    ["arrest arrests arrested arresting", "detain detained", "convict conviction convicted", "police", "class"],
)
def test_endings_do_not_make_a_different_term(words: str) -> None:
    assert len({stem(w) for w in words.split()}) == 1


def test_short_words_keep_their_ending() -> None:
    assert [stem(w) for w in ("used", "ring", "gas", "class")] == ["used", "ring", "gas", "class"]


def test_names_are_capitalized_words_that_do_not_open_a_sentence() -> None:
    said = particulars("Guards beat Aru Temm, who lived in 'Lindmoor'. Police denied it in March.")
    assert said.names == {"aru", "temm", "lindmoor"}


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("On June 7, two died.", {"June"}, {"June 7"}),
        ("On 7 June two died.", {"June"}, {"June 7"}),
        ("In June 2023 two died.", {"June"}, set()),
        ("In May and on July 9 it burned.", {"May", "July"}, {"July 9"}),
        ("They may march.", set(), set()),
    ],
)
def test_dates_are_told_apart_from_years_and_verbs(text: str, months: set[str], days: set[str]) -> None:
    said = particulars(text)
    assert (set(said.months), set(said.days)) == (months, days)


def test_rare_terms_weigh_more_than_common_ones_and_words_of_grammar_nearly_nothing() -> None:
    weigh = weights(wordings(["the boat burned", "the boat sank in 2023"]))
    assert weigh["sank"] > weigh["boat"] > weigh["2023"] > weigh["the"] > 0


def test_tokens_give_back_the_printed_words() -> None:
    text = "The worker’s pay (73,840 tenge) fell 4.5 percent – again."
    found = tokens(text)
    assert [text[t.start : t.end] for t in found] == [
        *("The", "worker’s", "pay", "(", "73,840", "tenge", ")", "fell", "4.5", "percent", "–", "again", "."),
    ]
    assert [t.word for t in found if t.plain] == ["The", "(", ")", "-", "."]


def test_terms_are_words_in_lower_case_without_endings_and_numbers_as_printed() -> None:
    plain, accented = wordings(["Boats burned in 2023 (4.5 percent)!", "Côte Boats"])
    assert plain.terms == {"boat", "burn", "in", "2023", "4.5", "percent"}
    assert accented.terms == {"côte", "boat"}
    assert plain.key == "Boats burned in 2023 (4.5 percent)!"
