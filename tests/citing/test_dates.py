"""Dates as styles print them."""

from __future__ import annotations

from datetime import date

import pytest

from hrreport.citing.dates import abbreviated, american, british, year_first


def test_each_form_of_a_date() -> None:
    day = date(2024, 9, 2)
    assert [form(day) for form in (american, abbreviated, british, year_first)] == [
        "September 2, 2024",
        "Sept. 2, 2024",
        "2 September 2024",
        "2024, September 2",
    ]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name(month: int) -> None:
    day = date(2024, month, 1)
    assert british(day) == day.strftime("1 %B 2024")
