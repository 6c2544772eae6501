"""What people type for a place in a report, and how a place is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.errors import InputError
from hrreport.model.locator import Locator


@pytest.mark.parametrize(
    "typed",
    "1.c ¶ 4|§ 1.c ¶ 4|§1.c¶4|1.c p4|1.c para 4|1.c, para. 4|1.c:4|#1.c-p4|1C paragraph 4|Section 1.c, ¶ 4"
    "|sec. 1c, par. 4|1.c p. 4|1.c\u00a0¶\u00a04|§ 1.c. ¶¶ 4".split("|"),
)
def test_many_ways_of_writing_a_paragraph_mean_the_same(typed: str) -> None:
    assert Locator.parse(typed) == Locator("1.c", 4)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("1.c", Locator("1.c")),
        ("6", Locator("6")),
        ("summary", Locator("summary")),
        ("summary ¶ 2", Locator("summary", 2)),
        ("summary:2", Locator("summary", 2)),
        ("6/women ¶ 2", Locator("6/women", 2)),
        ("6/women-p2", Locator("6/women", 2)),
        ("1.c/prison-and-detention-center-conditions", Locator("1.c/prison-and-detention-center-conditions")),
        ("tibet:1.c", Locator("tibet:1.c")),
        ("hong-kong:1", Locator("hong-kong:1")),
        ("tibet:1.c/prisons ¶ 12", Locator("tibet:1.c/prisons", 12)),
        ("1.c-p4-s2", Locator("1.c", 4, 2)),
        ("1.c ¶ 4, sentence 2", Locator("1.c", 4, 2)),
    ],
)
def test_a_place_may_be_a_section_a_paragraph_or_a_sentence(typed: str, place: Locator) -> None:
    assert Locator.parse(typed) == place


@pytest.mark.parametrize(
    "typed",
    [*"|¶ 4|p4|1.c ¶ 0|1.c ¶ 4-6|1.c ¶ four|1.c 4|hello there|1.cc|123|1.c/".split("|"), " ", "x" * 5000],
)
def test_what_names_no_place_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="is not a place in a report") as caught:
        Locator.parse(typed)
    assert caught.value.hint


@given(st.text(max_size=300))
def test_any_text_is_a_place_or_an_input_error(typed: str) -> None:
    try:
        place = Locator.parse(typed)
    except InputError:
        return
    assert Locator.parse(str(place)).paragraph == place.paragraph


@given(
    st.sampled_from(["1.c", "6", "6/women", "summary", "tibet:2.a", "1.c/prison-conditions"]),
    st.none() | st.integers(1, 9999),
)
def test_the_printed_form_is_read_back(section: str, paragraph: int | None) -> None:
    place = Locator(section, paragraph)
    read = Locator.parse(str(place))
    assert (read.anchor, read.paragraph) == (place.anchor, paragraph)
    assert read.section == (section if paragraph is None else place.anchor)
