"""Citation styles of universities: APA, Chicago, OSCOLA; checked against libraries' guides to the manuals.

* APA, seventh edition: an entry for the list of references, and the citation in the text. The most specific
  agency is the author, the department that it belongs to stands as publisher, the title is in sentence case, a
  web address ends the entry without a full stop, and a date of retrieval is given only where there is none of
  publication. The entry never holds a place; that belongs to the citation in the text ("sec. 1.c, para. 4"),
  which follows on a line of its own.
* Chicago, documents of the executive branch: department and bureau as author, title, date in brackets, place,
  address. A date of access is given only where there is none of publication. The title is in italics in print.
* OSCOLA, sources on the web: author, title in quotation marks, publisher and date in brackets, address in angle
  brackets, date of access; the place in its abbreviations ("s 1.c, para 4"). The cross-reference of a later
  footnote, "(n 3)", is the writer's to add.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.interface import Style, american, british, enclose
from hrreport.citing.reference import DEPARTMENT, SERIES
from hrreport.text.months import MONTHS

if TYPE_CHECKING:
    from hrreport.citing.reference import Reference


def _apa(reference: Reference) -> str:
    published = reference.published
    day = f"{published.year}, {MONTHS[published.month - 1]} {published.day}" if published else "n.d."
    title = f"{reference.id.year} {SERIES.lower()}: {reference.country}{enclose(' [', reference.copy_note, ']')}"
    address = reference.archive_url or reference.url
    if address and not published:
        address = f"Retrieved {american(reference.accessed)}, from {address}"
    entry = f"{reference.bureau.name}. ({day}). {title}. {DEPARTMENT}. {address}".rstrip()
    return f"{entry}\n{_apa_in_text(reference)}" if reference.pinpoint else entry


def _apa_in_text(reference: Reference) -> str:
    year = reference.published.year if reference.published else "n.d."
    return f"({reference.bureau.name}, {year}{enclose(', ', reference.place())})"


def _chicago(reference: Reference) -> str:
    archived = enclose(" ", american(reference.archived))
    return "".join((
        f"{DEPARTMENT}, {reference.bureau.name}, {reference.title}",
        enclose(" (", american(reference.published), ")"),
        enclose(", ", reference.place()),
        "" if reference.published else f", accessed {american(reference.accessed)}",
        enclose(", ", reference.url),
        enclose(f", archived{archived}, at ", reference.archive_url),
        enclose(", ", reference.copy),
        ".",
    ))  # fmt: skip


def _chicago_short(reference: Reference) -> str:
    return f"{DEPARTMENT}, {reference.short_title}{enclose(', ', reference.place())}."


def _oscola(reference: Reference) -> str:
    archived = enclose(" ", british(reference.archived))
    issued = f"{enclose(', ', british(reference.published))}{enclose(', ', reference.copy)}"
    return "".join((
        f"US Department of State, ‘{reference.title}’ ({reference.bureau.name}{issued})",
        enclose(" ", reference.place("s", "para")),
        enclose(" <", reference.url, ">"),
        enclose(f" archived{archived} <", reference.archive_url, ">"),
        f" accessed {british(reference.accessed)}.",
    ))  # fmt: skip


def _oscola_short(reference: Reference) -> str:
    return f"US Department of State, ‘{reference.short_title}’{enclose(' ', reference.place('s', 'para'))}."


APA = Style("apa", "APA, 7th edition", "manual", _apa, _apa_in_text)
CHICAGO = Style("chicago", "Chicago, notes", "manual", _chicago, _chicago_short)
OSCOLA = Style("oscola", "OSCOLA", "manual", _oscola, _oscola_short)
