"""Chicago: the full note, and the shortened note.

Checked against libraries' guides that give the manual's elements and examples for documents of the
executive branch: department and bureau as author, title, date in brackets, place, address. A date of
access is given only where there is none of publication. The title is in italics in print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.dates import american
from hrreport.citing.interface import Style
from hrreport.citing.reference import DEPARTMENT

if TYPE_CHECKING:
    from hrreport.citing.reference import Reference


def _pinpoint(reference: Reference) -> str:
    return f", {reference.pinpoint.words('sec.', 'para.')}" if reference.pinpoint else ""


def _full(reference: Reference) -> str:
    day = f" ({american(reference.published)})" if reference.published else ""
    accessed = "" if reference.published else f", accessed {american(reference.accessed)}"
    address = f", {reference.url}" if reference.url else ""
    copy = f", {reference.copy}" if reference.copy else ""
    archive = ""
    if reference.archive_url:
        captured = f" {american(reference.archived)}" if reference.archived else ""
        archive = f", archived{captured}, at {reference.archive_url}"
    named = f"{DEPARTMENT}, {reference.bureau.name}, {reference.title}{day}"
    return f"{named}{_pinpoint(reference)}{accessed}{address}{archive}{copy}."


def _short(reference: Reference) -> str:
    return f"{DEPARTMENT}, {reference.short_title}{_pinpoint(reference)}."


CHICAGO = Style("chicago", "Chicago, notes", "manual", _full, _short)
