"""Places as citations name them."""

from __future__ import annotations

import pytest

from hrreport.model.filing import ClaimedPlace


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (ClaimedPlace("1.c", "", (4,)), "§ 1.c ¶ 4"),
        (ClaimedPlace("6", "Women", (4, 5, 6)), "§ 6, Women, ¶¶ 4–6"),
        (ClaimedPlace("6", "Women"), "§ 6, Women"),
        (ClaimedPlace("summary"), "§ summary"),
        (ClaimedPlace(paragraphs=(2,)), "¶ 2"),
        (ClaimedPlace(), ""),
    ],
)
def test_a_claimed_place_is_shown_as_the_program_prints_places(place: ClaimedPlace, shown: str) -> None:
    assert str(place) == shown
