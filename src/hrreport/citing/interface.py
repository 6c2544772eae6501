"""The interface of a citation style, and what styles are written with: dates, the same under every locale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.text.months import MONTHS
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hrreport.citing.reference import Reference

Basis = Literal["manual", "practice", "format"]
"""What a style's rules were checked against.

``manual``: the rules, or an example, of whoever issues the style. ``practice``: citations of these
reports in print, because the manual was not at hand or says nothing of them. ``format``: a file
format, whose output other people's programs read in the tests.
"""


@dataclass(frozen=True, slots=True)
class Style:
    """A way to cite, for one kind of reader."""

    name: str
    """As typed: ``bluebook``."""
    title: str
    """As shown: "The Bluebook"."""
    basis: Basis
    full: Callable[[Reference], str]
    """The first citation, or the record."""
    short: Callable[[Reference], str] | None
    """A later citation, or what is written in the text to cite the record; ``None`` where nothing is."""


def american(day: date | None) -> str:
    """Return "April 22, 2024"; nothing for no date."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if day else ""


def british(day: date | None) -> str:
    """Return "22 April 2024"; nothing for no date."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def enclose(before: str, text: str, after: str = "") -> str:
    """Return a text between two others; nothing where it is empty.

    >>> enclose(" (", "2024", ")"), enclose(", ", "")
    (' (2024)', '')
    """
    return f"{before}{text}{after}" if text else ""
