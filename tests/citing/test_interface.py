"""Dates as styles print them, and words that are there only with others."""

from __future__ import annotations

from datetime import date

import pytest

from hrreport.citing.interface import american, british, enclose


def test_each_form_of_a_date() -> None:
    day = date(2024, 9, 2)
    assert [form(day) for form in (american, british)] == ["September 2, 2024", "2 September 2024"]
    assert [form(None) for form in (american, british)] == ["", ""]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name(month: int) -> None:
    day = date(2024, month, 1)
    assert british(day) == day.strftime("1 %B 2024")


def test_nothing_is_enclosed_in_nothing() -> None:
    assert enclose(" (", "", ")") == ""
    assert enclose(" [", "copy", "]") == " [copy]"
