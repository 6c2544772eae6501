"""CSL-JSON: the item that a reference manager keeps, and the cite that points into it.

In CSL the place that is cited belongs to the cite, not to the item: `csl_item` knows nothing of it,
`csl_cite` holds it as ``locator`` and ``label``. That none is lost, an item written for a place names
it in its note. The tests render both with citeproc-py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.interface import Style
from hrreport.citing.reference import DEPARTMENT

if TYPE_CHECKING:
    from datetime import date

    from hrreport.citing.reference import Reference

Dates = dict[str, list[list[int]]]
Item = dict[str, str | list[dict[str, str]] | Dates]


def _dates(day: date) -> Dates:
    return {"date-parts": [[day.year, day.month, day.day]]}


def csl_item(reference: Reference) -> Item:
    """Return the report as an item of CSL-JSON; the same for every place in it."""
    item: Item = {
        "id": reference.key,
        "type": "report",
        "author": [{"literal": reference.bureau.name}],
        "title": reference.title,
        "title-short": reference.short_title,
        "publisher": DEPARTMENT,
        "publisher-place": "Washington, DC",
        "language": "en-US",
        "accessed": _dates(reference.accessed),
    }
    if reference.published:
        item["issued"] = _dates(reference.published)
    if reference.url:
        item["URL"] = reference.url
    if address := reference.archive_url:
        end_of_term = "//webarchive.library.unt.edu/" in address
        item["archive"] = "End of Term Web Archive" if end_of_term else "Internet Archive"
        item["archive_location"] = address
    if reference.notes:
        item["note"] = ". ".join(reference.notes)
    return item


def csl_cite(reference: Reference) -> dict[str, str]:
    """Return the cite of a place in the item; of the whole report, it names the item alone."""
    place = {"label": "section", "locator": reference.place("").strip()} if reference.pinpoint else {}
    return {"id": reference.key, **place}


def _items(reference: Reference) -> str:
    import json

    item = csl_item(reference)
    if reference.place_note:
        item["note"] = ". ".join((reference.place_note, *reference.notes))
    return json.dumps([item], ensure_ascii=False, indent=2)


def _cite(reference: Reference) -> str:
    import json

    return json.dumps(csl_cite(reference), ensure_ascii=False)


CSL_JSON = Style("csl-json", "CSL-JSON", "format", _items, _cite)
