from __future__ import annotations

import pytest

from hrreport.text.slugs import slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rape & Domestic Violence", "rape-domestic-violence"),
        ("  Côte d’Ivoire ", "cote-divoire"),
        ("1.c / Prisons", "1-c-prisons"),
        ("Ирак", ""),
        ("-", ""),
    ],
)
def test_a_title_becomes_ascii_words_with_hyphens(title: str, expected: str) -> None:
    assert slug(title) == expected
    assert slug(expected) == expected


def test_a_long_title_is_cut_and_does_not_end_with_a_hyphen() -> None:
    assert slug("abc " * 100) == ("abc-" * 40).removesuffix("-")
