"""The words of a sentence that are the subject of one of its verbs."""

from __future__ import annotations

import pytest

from hrreport.analysis.grammatical_subjects import read_tokens, shared_subject, subject_of


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Observers often noted delays.", "noted", "Observers"),
        ("In June 2023, the harbor union said so.", "said", "the harbor union"),
        ("Although the law forbids it, police said boats were searched.", "said", "police"),
        ("The main union, Free Nets, stated this.", "stated", "Free Nets"),
        ("Lake Watch, a group of boatmen, stated this.", "stated", "Lake Watch"),
        ("Lake Watch, which runs shelters, stated this.", "stated", "Lake Watch"),
        ("Lake Watch – a group of boatmen – stated this.", "stated", "Lake Watch"),
        ("The groups that watched the vote reported delays.", "reported", "The groups"),
        ("The ban remained in effect, and journalists reported threats.", "reported", "journalists"),
        ("An inquiry began after media reported thefts.", "reported", "media"),
        ("Boats were searched, some observers reported.", "reported", "some observers"),
        ("They who noted it left.", "noted", None),
    ],
)
def test_a_verb_has_its_subject_without_what_stands_around_it(sentence: str, verb: str, subject: str | None) -> None:
    tokens = read_tokens(sentence)
    span = subject_of(tokens, next(k for k, token in enumerate(tokens) if token.low == verb))
    assert (sentence[tokens[span[0]].start : tokens[span[1]].end] if span else None) == subject


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    tokens = read_tokens("The union counted boats and noted delays.")
    assert shared_subject(tokens, 5) == (0, 1)
    assert shared_subject(tokens, 2) is None
