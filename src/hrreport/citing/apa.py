"""APA, seventh edition: an entry for the list of references, and the citation in the text.

Checked against libraries' guides that give the manual's rules and examples for reports of government
agencies: the most specific agency is the author, the department that it belongs to stands as
publisher, the title is in sentence case, a web address ends the entry without a full stop, and a
date of retrieval is given only where there is none of publication. The entry never holds a place;
that belongs to the citation in the text ("sec. 1.c, para. 4"), which follows on a line of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.dates import american, year_first
from hrreport.citing.interface import Style
from hrreport.citing.reference import DEPARTMENT, SERIES

if TYPE_CHECKING:
    from hrreport.citing.reference import Reference


def _entry(reference: Reference) -> str:
    day = year_first(reference.published) if reference.published else "n.d."
    title = f"{reference.id.year} {SERIES.lower()}: {reference.country}"
    copy = f" [{reference.copy_note}]" if reference.copy else ""
    address = reference.archive_url or reference.url
    if address and not reference.published:
        address = f"Retrieved {american(reference.accessed)}, from {address}"
    return f"{reference.bureau.name}. ({day}). {title}{copy}. {DEPARTMENT}. {address}".rstrip()


def _in_text(reference: Reference) -> str:
    year = str(reference.published.year) if reference.published else "n.d."
    pinpoint = f", {reference.pinpoint.words('sec.', 'para.')}" if reference.pinpoint else ""
    return f"({reference.bureau.name}, {year}{pinpoint})"


def _full(reference: Reference) -> str:
    entry = _entry(reference)
    return f"{entry}\n{_in_text(reference)}" if reference.pinpoint else entry


APA = Style("apa", "APA, 7th edition", "manual", _full, _in_text)
