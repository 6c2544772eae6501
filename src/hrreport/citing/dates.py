"""Dates as styles print them, the same under every locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.months import MONTHS

if TYPE_CHECKING:
    from datetime import date

_LAW_REVIEW_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


def american(day: date) -> str:
    """Return "April 22, 2024"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def abbreviated(day: date) -> str:
    """Return "Apr. 22, 2024", with the months as American law reviews shorten them."""
    return f"{_LAW_REVIEW_MONTHS[day.month - 1]} {day.day}, {day.year}"


def british(day: date) -> str:
    """Return "22 April 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def year_first(day: date) -> str:
    """Return "2024, April 22"."""
    return f"{day.year}, {MONTHS[day.month - 1]} {day.day}"
