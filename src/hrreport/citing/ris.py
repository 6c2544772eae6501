"""RIS: a record of tagged lines.

The author is the Department, because programs read a comma in a RIS author as "family, given" and
the bureau's name has commas; the bureau stands as publisher. RIS has no way to cite a place in a
record, so the place is a note (N1); nor anything that cites a record in a text, so there is no short
form. The tests read the records with rispy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.interface import Style, enclose
from hrreport.citing.reference import DEPARTMENT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hrreport.citing.reference import Reference


def _day(day: date | None) -> str:
    return f"{day:%Y/%m/%d}/" if day else ""


def _notes(reference: Reference) -> Iterable[str]:
    yield enclose("Cited at ", reference.symbols)
    archived = enclose(" ", reference.archived.isoformat() if reference.archived else "")
    yield enclose(f"Archived{archived} at ", reference.archive_url)
    yield from reference.notes


def _record(reference: Reference) -> str:
    """Return the fields that have a value, which no value can break out of."""
    fields = (
        ("TY", "RPRT"),
        ("ID", reference.key),
        ("AU", DEPARTMENT),
        ("TI", reference.title),
        ("ST", reference.short_title),
        ("PY", str(reference.published.year) if reference.published else ""),
        ("DA", _day(reference.published)),
        ("Y2", _day(reference.accessed)),
        ("CY", "Washington, DC"),
        ("PB", reference.bureau.name),
        ("LA", "en"),
        ("UR", reference.url or reference.archive_url),
        *(("N1", note) for note in _notes(reference)),
    )
    lines = (f"{tag}  - {' '.join(value.split())}\n" for tag, value in fields if value)
    return f"{''.join(lines)}ER  - "


RIS = Style("ris", "RIS", "format", _record, None)
