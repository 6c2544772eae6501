"""Values of change: places, measures, rates."""

from __future__ import annotations

import pytest

from hrreport.model.change import Measure, PassageReference, SentencePair, rate
from hrreport.model.finding import Kind


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (PassageReference("1.c", "c. Torture"), "§ 1.c"),
        (PassageReference("4", "Section 4. Corruption"), "§ 4"),
        (PassageReference("1.c/prisons", "Prison Conditions"), "§ 1.c Prison Conditions"),
        (PassageReference("6/women", "Women", "Rape"), "§ 6 Women, Rape"),
        (PassageReference("2.a", "a. Press", "Libel"), "§ 2.a, Libel"),
        (PassageReference("summary", "Executive Summary"), "§ summary Executive Summary"),
    ],
)
def test_a_place_names_the_section_and_what_its_number_does_not_say(place: PassageReference, shown: str) -> None:
    assert str(place) == shown


def test_a_rate_of_nothing_is_no_number() -> None:
    assert rate(3, 0) is None


def test_without_kinds_no_sentence_is_of_any() -> None:
    assert Measure(3, 10, 50).of_kind(Kind.ABUSE) == 0


def test_a_sentence_of_one_side_stands_nowhere_else() -> None:
    assert not SentencePair("removed", (), (), "torture").elsewhere
