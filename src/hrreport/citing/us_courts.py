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

from hrreport.citing.dates import abbreviated
from hrreport.citing.interface import Style

if TYPE_CHECKING:
    from hrreport.citing.reference import Reference

_DEPARTMENT = "U.S. Dep't of State"


def _pinpoint(reference: Reference) -> str:
    """Return the place as it follows the title: a section sign needs no comma before it, a heading does."""
    place = reference.pinpoint.symbols if reference.pinpoint else ""
    return f" {place}" if place.startswith("§") else f", {place}" if place else ""


def _cited(reference: Reference, author: str, before_address: str) -> str:
    """Return a full citation; the two styles differ in the author's name and before the address."""
    day = f" ({abbreviated(reference.published)})" if reference.published else ""
    address = f", {before_address}{reference.url}" if reference.url else ""
    archive = f" [{reference.archive_url}]" if reference.archive_url else ""
    visited = "" if reference.published else f" (last visited {abbreviated(reference.accessed)})"
    copy = f" ({reference.copy})" if reference.copy else ""
    return f"{author}, {_DEPARTMENT}, {reference.title}{_pinpoint(reference)}{day}{address}{archive}{visited}{copy}."


def _bluebook(reference: Reference) -> str:
    return _cited(reference, reference.bureau.abbreviated, "")


def _bluebook_short(reference: Reference) -> str:
    pinpoint = f", {reference.pinpoint.symbols}" if reference.pinpoint else ""
    return f"{reference.short_title}, supra{pinpoint}."


def _eoir(reference: Reference) -> str:
    return _cited(reference, reference.bureau.name, "available at ")


def _eoir_short(reference: Reference) -> str:
    return f"{reference.short_title}{_pinpoint(reference)}."


BLUEBOOK = Style("bluebook", "The Bluebook", "practice", _bluebook, _bluebook_short)
EOIR = Style("eoir", "US immigration courts (EOIR)", "practice", _eoir, _eoir_short)
