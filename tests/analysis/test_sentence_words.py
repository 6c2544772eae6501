"""Stems, names and numbers of a sentence."""

from __future__ import annotations

import pytest

from hrreport.analysis.sentence_words import read_words, stem


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("prohibit prohibits prohibited prohibiting", "prohibit"),
        ("was were is are been", "be"),
        ("law laws law’s laws’", "law"),
        ("beat beaten beating", "beat"),
        ("country countries", "country"),
        ("permitted permits", "permit"),
        ("abuse abused abuses abusing", "abus"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str, expected: str) -> None:
    assert {stem(form) for form in forms.split()} == {expected}


def test_names_and_numbers_become_classes() -> None:
    stems = read_words("On May 3, Mr. Ada Stone met 40 workers of Blue Harbor Mills.").stems
    assert stems == ("on", "*date*", "*num*", "*name*", "meet", "*num*", "worker", "of", "*name*")
