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

from hrreport.citing.interface import Style, british, enclose

if TYPE_CHECKING:
    from hrreport.citing.reference import Reference


def _listed(*parts: str) -> str:
    """Return the parts that are there, with commas between them."""
    return ", ".join(filter(None, parts))


def _published(reference: Reference) -> str:
    return british(reference.published) or "undated"


def _archive(reference: Reference) -> str:
    return enclose(f"archived{enclose(' ', british(reference.archived))} at: ", reference.archive_url)


def _refworld(reference: Reference) -> str:
    cited = _listed(
        "United States Department of State",
        reference.title,
        _published(reference),
        reference.place("section"),
        enclose("available at: ", reference.url),
        _archive(reference),
        reference.copy,
    )
    return f"{cited} [accessed {british(reference.accessed)}]"


def _refworld_short(reference: Reference) -> str:
    return _listed("United States Department of State", reference.short_title, reference.place("section"))


def _ecoi(reference: Reference) -> str:
    cited = _listed(
        f"USDOS – US Department of State: {reference.title}",
        _published(reference),
        reference.place("section", "paragraph"),
        reference.copy,
        reference.url,
        _archive(reference),
    )
    return f"{cited} (accessed on {british(reference.accessed)})"


def _ecoi_short(reference: Reference) -> str:
    return f"({_listed('USDOS', _published(reference), reference.place('section', 'paragraph'))})"


def _euaa(reference: Reference) -> str:
    return _listed(
        "USDOS (US Department of State)",
        reference.title,
        _published(reference),
        reference.copy,
        reference.url,
        reference.place("section"),
        _archive(reference),
        f"accessed {british(reference.accessed)}",
    )


def _euaa_short(reference: Reference) -> str:
    url = "url" if reference.url or reference.archive_url else ""
    return _listed("USDOS", reference.title, _published(reference), url, reference.place("section"))


def _quoted_title(reference: Reference) -> str:
    return f"‘{reference.title}’{enclose(' (', reference.place('section', 'paragraph'), ')')}"


def _ukho(reference: Reference) -> str:
    cited = _listed(
        "US Department of State (USSD)",
        _quoted_title(reference),
        _published(reference),
        reference.copy,
        reference.url,
        _archive(reference),
    )
    return f"{cited}. Accessed: {british(reference.accessed)}"


def _ukho_short(reference: Reference) -> str:
    return _listed("USSD", _quoted_title(reference), _published(reference))


REFWORLD = Style("refworld", "Refworld (UNHCR)", "manual", _refworld, _refworld_short)
ECOI = Style("ecoi", "ecoi.net (ACCORD)", "practice", _ecoi, _ecoi_short)
EUAA = Style("euaa", "EU Agency for Asylum", "practice", _euaa, _euaa_short)
UKHO = Style("ukho", "UK Home Office", "practice", _ukho, _ukho_short)
