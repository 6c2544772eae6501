"""Places as they are typed: one in several words, several, and ranges of paragraphs."""

from __future__ import annotations

import pytest

from hrreport.citing import parse_places
from hrreport.errors import InputError


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (["1.c ¶ 4"], [("§ 1.c ¶ 4", None)]),
        (["sec.", "1.c,", "para.", "4"], [("§ 1.c ¶ 4", None)]),
        (["1.c ¶¶ 4-6"], [("§ 1.c ¶ 4", 6)]),
        (["1.c:4–6"], [("§ 1.c ¶ 4", 6)]),
        (["1.c", "¶¶", "4", "–", "6"], [("§ 1.c ¶ 4", 6)]),
        (["#1.c-p4"], [("§ 1.c ¶ 4", None)]),
        (["#1.c-p4-6"], [("§ 1.c ¶ 4", 6)]),
        (["1.c-p4-s2"], [("§ 1.c ¶ 4", None)]),
        (["tibet:1.c:4-6"], [("§ tibet:1.c ¶ 4", 6)]),
        (["1.c:4", "6/women"], [("§ 1.c ¶ 4", None), ("§ 6/women", None)]),
        (["6/women:1", "1.c:4-6"], [("§ 6 ¶ 1", None), ("§ 1.c ¶ 4", 6)]),
        (["1.c ¶ 4", "summary ¶¶ 1-2"], [("§ 1.c ¶ 4", None), ("§ summary ¶ 1", 2)]),
    ],
)
def test_places_are_understood_as_typed(words: list[str], places: list[tuple[str, int | None]]) -> None:
    assert [(str(place.locator), place.through) for place in parse_places(words)] == places


@pytest.mark.parametrize(
    "words", [["1.c:4", "?!"], ["1.c ¶¶ 4-"], ["1.c ¶¶ -6"], ["?!-6"], ["1-4"], ["1.c-p4-s2-3"], [""]]
)
def test_what_is_no_place_is_refused_as_it_was_typed(words: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        parse_places(words)
    assert str(caught.value).startswith(f"'{' '.join(words)}' is not a place in a report")
