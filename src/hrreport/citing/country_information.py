"""Citation styles for country-of-origin information: Refworld, ecoi.net, EUAA, the UK Home Office.

* Refworld: checked against the line "Cite as" that Refworld prints with a document: publisher, title,
  date, "available at:" and the address, and the date of access in square brackets.
* ecoi.net: checked against titles as ecoi.net prints them (the author's acronym, a dash, the author's
  name, a colon, title and date); place and access date follow ACCORD's practice.
* EUAA: the writing and referencing guide was not at hand. Entry of the bibliography and footnote
  follow the practice of EUAA's reports; in a footnote the word "url" stands for the address, which
  the writer links.
* UKHO: the Home Office publishes no manual. The forms follow the practice of its country policy and
  information notes: quotation marks, the place in brackets, "Accessed:".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.dates import british
from hrreport.citing.interface import Style

if TYPE_CHECKING:
    from hrreport.citing.reference import Reference


def _listed(*parts: str) -> str:
    """Return the parts that are there, with commas between them."""
    return ", ".join(part for part in parts if part)


def _published(reference: Reference) -> str:
    return british(reference.published) if reference.published else "undated"


def _place(reference: Reference, paragraph: str = "para.") -> str:
    return reference.pinpoint.words("section", paragraph) if reference.pinpoint else ""


def _archive(reference: Reference) -> str:
    if not reference.archive_url:
        return ""
    captured = f" {british(reference.archived)}" if reference.archived else ""
    return f"archived{captured} at: {reference.archive_url}"


def _refworld(reference: Reference) -> str:
    address = f"available at: {reference.url}" if reference.url else ""
    name = _listed("United States Department of State", reference.title, _published(reference))
    cited = _listed(name, _place(reference), address, _archive(reference), reference.copy)
    return f"{cited} [accessed {british(reference.accessed)}]"


def _refworld_short(reference: Reference) -> str:
    return _listed("United States Department of State", reference.short_title, _place(reference))


def _ecoi(reference: Reference) -> str:
    name = f"USDOS – US Department of State: {reference.title}"
    place = _place(reference, "paragraph")
    cited = _listed(name, _published(reference), place, reference.copy, reference.url, _archive(reference))
    return f"{cited} (accessed on {british(reference.accessed)})"


def _ecoi_short(reference: Reference) -> str:
    return f"({_listed('USDOS', _published(reference), _place(reference, 'paragraph'))})"


def _euaa(reference: Reference) -> str:
    name = _listed("USDOS (US Department of State)", reference.title, _published(reference))
    accessed = f"accessed {british(reference.accessed)}"
    return _listed(name, reference.copy, reference.url, _place(reference), _archive(reference), accessed)


def _euaa_short(reference: Reference) -> str:
    url = "url" if reference.url or reference.archive_url else ""
    return _listed("USDOS", reference.title, _published(reference), url, _place(reference))


def _quoted_title(reference: Reference) -> str:
    place = f" ({_place(reference, 'paragraph')})" if reference.pinpoint else ""
    return f"‘{reference.title}’{place}"


def _ukho(reference: Reference) -> str:
    name = _listed("US Department of State (USSD)", _quoted_title(reference), _published(reference))
    cited = _listed(name, reference.copy, reference.url, _archive(reference))
    return f"{cited}. Accessed: {british(reference.accessed)}"


def _ukho_short(reference: Reference) -> str:
    return _listed("USSD", _quoted_title(reference), _published(reference))


REFWORLD = Style("refworld", "Refworld (UNHCR)", "manual", _refworld, _refworld_short)
ECOI = Style("ecoi", "ecoi.net (ACCORD)", "practice", _ecoi, _ecoi_short)
EUAA = Style("euaa", "EU Agency for Asylum", "practice", _euaa, _euaa_short)
UKHO = Style("ukho", "UK Home Office", "practice", _ukho, _ukho_short)
