"""Expressions: what they met in a text."""

from __future__ import annotations

import pytest

from hrreport.library.expression import as_match, highlights
from hrreport.library.query import parse_query


@pytest.mark.parametrize(
    ("query", "text", "met"),
    [
        ("guards", "Guards and guards’ dogs, safeguards.", ["Guards", "guards"]),
        ('"harbor guards"', "Harbor guards; harbor, guards.", ["Harbor guards", "harbor, guards"]),
        ("guard*", "Guards guarded the bodyguard.", ["Guards", "guarded"]),
        ('"harbor guard"*', "The harbor guards of the harbor.", ["harbor guards"]),
        ('"harbor guard"*', "The harbor", []),
        ("pre-trial", "Pretrial and pre-trial and pre trial", ["Pretrial", "pre-trial", "pre trial"]),
        ("harbor OR “harbor guards” OR guards", "harbor guards", ["harbor guards"]),
        ("NEAR(harbor night, 2)", "By night, in the harbor", ["night", "harbor"]),
        ("guards NOT army", "army guards", ["guards"]),
        ("(guards OR dogs) AND army", "army dogs", ["army", "dogs"]),
        ("1200", "some 1,200 men", ["1,200"]),
        ("turkiye", "In Türkiye", ["Türkiye"]),
        ("nothing", "", []),
    ],
)
def test_the_words_that_were_met_are_highlighted(query: str, text: str, met: list[str]) -> None:
    assert [text[start:end] for start, end in highlights(parse_query(query), text)] == met


def test_a_near_of_many_spellings_is_cut_short() -> None:
    match = as_match(parse_query("NEAR(a-b c-d e-f g-h i-j, 3)"))
    assert match.count("NEAR") == 16
