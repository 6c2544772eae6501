"""The wording of sentences, made comparable; and the pairs that are worth a look."""

from __future__ import annotations

import pytest

from hrreport.comparison.similarity import (
    ComparedSentence,
    WordingSimilarity,
    folded,
    particulars,
    stem,
    weights,
    wordings,
)


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


def test_terms_are_words_in_lower_case_without_endings_and_numbers_as_printed() -> None:
    plain, accented = wordings(["Boats burned in 2023 (4.5 percent)!", "Côte Boats"])
    assert plain.terms == {"boat", "burn", "in", "2023", "4.5", "percent"}
    assert accented.terms == {"côte", "boat"}
    assert plain.key == "Boats burned in 2023 (4.5 percent)!"


def test_pairs_worth_a_look_are_scored_by_words_in_common_and_who_and_when() -> None:
    old = [ComparedSentence("On June 7 guards in Lindmoor burned forty boats.", "a")]
    new = [
        ComparedSentence("On June 7 guards in Lindmoor burned fifty boats.", "a"),
        ComparedSentence("On June 9 guards in Temm burned forty boats.", "a"),
        ComparedSentence("On June 7 guards in Lindmoor burned forty boats.", "b"),
        ComparedSentence("Editors paid their fines.", "a"),
    ]
    found = WordingSimilarity(old, new).candidates([0], range(4))
    assert [j for _, _, j in found] == [2, 0, 1]
    assert found[0][0] == 900


def test_a_sentence_needs_more_likeness_under_another_topic_and_where_it_says_little() -> None:
    long = "The ministry in Lindmoor closed forty wells near the harbor after an epidemic."
    lines = [ComparedSentence(long, "a"), ComparedSentence("It did.", "a")]
    like = WordingSimilarity(lines, [*lines, ComparedSentence(long, "b"), ComparedSentence("It did.", "b")])
    assert like.needed(0, 0) < like.needed(1, 1) == like.needed(0, 2) < 1000 < like.needed(1, 3)
