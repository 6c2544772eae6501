"""American legal citation: the Bluebook, and what the immigration courts expect.

The Bluebook was not at hand; its form for reports of an executive agency follows common practice in
law reviews: author and agency abbreviated, title, place, date in brackets, address, and the archived
address in square brackets. An access date ("last visited") stands only where there is no date of
publication. The short form says *supra* without a note number, which only the writer knows.

EOIR's practice manual was read only in part (the opening of its appendix on citations, which follows
the Bluebook in general and allows less formal citations); what it says of reports like these was not
found. The form here follows common practice, that of the Board's printed decisions: names in full,
the address after "available at".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.interface import Style, enclose

if TYPE_CHECKING:
    from datetime import date

    from hrreport.citing.reference import Reference

_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


def _day(day: date | None) -> str:
    """Return "Apr. 22, 2024", with the months as American law reviews shorten them; nothing for no date."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}" if day else ""


def _pinpoint(reference: Reference) -> str:
    """Return the place as it follows the title: a section sign needs no comma before it, a heading does."""
    place = reference.symbols
    return enclose(" " if place.startswith("§") else ", ", place)


def _cited(reference: Reference, author: str, before_address: str) -> str:
    """Return a full citation; the two styles differ in the author's name and before the address."""
    return "".join((
        f"{author}, U.S. Dep't of State, {reference.title}{_pinpoint(reference)}",
        enclose(" (", _day(reference.published), ")"),
        enclose(before_address, reference.url),
        enclose(" [", reference.archive_url, "]"),
        "" if reference.published else f" (last visited {_day(reference.accessed)})",
        enclose(" (", reference.copy, ")"),
        ".",
    ))  # fmt: skip


def _bluebook(reference: Reference) -> str:
    return _cited(reference, reference.bureau.abbreviated, ", ")


def _bluebook_short(reference: Reference) -> str:
    return f"{reference.short_title}, supra{enclose(', ', reference.symbols)}."


def _eoir(reference: Reference) -> str:
    return _cited(reference, reference.bureau.name, ", available at ")


def _eoir_short(reference: Reference) -> str:
    return f"{reference.short_title}{_pinpoint(reference)}."


BLUEBOOK = Style("bluebook", "The Bluebook", "practice", _bluebook, _bluebook_short)
EOIR = Style("eoir", "US immigration courts (EOIR)", "practice", _eoir, _eoir_short)
