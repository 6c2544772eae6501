"""Numbers in words and in digits."""

from __future__ import annotations

import pytest

from hrreport.analysis.numbers import read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("hundreds of thousands", 100000.0),
     ("two hundred and six", 206.0), ("half", 0.5), ("a dozen", 12.0), ("20 thousand", 20000.0), ("many", None),
     ("one of many", None)],
)  # fmt: skip
def test_numbers_in_words_are_read(text: str, value: float | None) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("a", 1.0),
        ("a dozen", 12.0),
        ("tens of thousands", 10_000.0),
        ("two hundred and five", 205.0),
        ("several hundred", 100.0),
        ("few", None),
    ],
)
def test_number_in_words_is_read(printed: str, value: float | None) -> None:
    assert read_number(printed) == value
