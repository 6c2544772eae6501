"""BibTeX and biblatex are read by bibtexparser, and TeX's accents by pylatexenc."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from hrreport.citing import cite
from hrreport.citing.bibtex import escape, escape_ascii
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from hrreport.model.report import Report

PRINTED = "aZ 09.,:;!?()[]\\/&%$#_~^*+-=<>|'àéîõüåčşőñÇŁłøßæı–—“”’§¶"
LIGATURES = ("--", "''", "<<", ">>", ",,")
"""What TeX itself draws together, wherever it stands."""


def fields(record: str, *, decoded: bool = False) -> dict[str, str]:
    library = parse_string(record, append_middleware=[LatexDecodingMiddleware()] if decoded else [])
    assert not library.failed_blocks
    (entry,) = library.entries
    return {"entry": entry.entry_type, "key": entry.key, **{name: f.value for name, f in entry.fields_dict.items()}}


def test_a_bibtex_record_is_read_with_every_field(reports: dict[str, Report]) -> None:
    address = reports["plain"].provenance.url
    assert fields(cite(reports["archived"], None, style="bibtex", country_name="Arcadia")) == {
        "entry": "techreport",
        "key": "usdos-2023-arcadia",
        "author": "{Bureau of Democracy, Human Rights, and Labor}",
        "title": "{2023 Country Reports on Human Rights Practices: Arcadia}",
        "institution": "U.S. Department of State",
        "address": "Washington, DC",
        "type": "Country Report",
        "year": "2024",
        "month": "apr",
        "url": address,
        "note": f"Accessed 2024-06-12. Archived 2024-06-01 at https://web.archive.org/web/20240601080910/{address}.",
    }


def test_a_biblatex_record_is_read_with_every_field(reports: dict[str, Report]) -> None:
    assert fields(cite(reports["copy"], None, style="biblatex", country_name="Arcadia")) == {
        "entry": "report",
        "key": "usdos-2023-arcadia",
        "author": "{Bureau of Democracy, Human Rights, and Labor}",
        "title": "{2023 Country Reports on Human Rights Practices: Arcadia}",
        "shorttitle": "{2023 Country Reports: Arcadia}",
        "type": "Country report",
        "institution": "U.S. Department of State",
        "location": "Washington, DC",
        "date": "2024-04-22",
        "url": "https://hri.example/docs/arcadia.html",
        "urldate": "2024-06-12",
        "addendum": "Copy published by the Hellenic Library.",
        "langid": "american",
    }


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
def test_what_is_not_known_is_left_out(style: str, reports: dict[str, Report]) -> None:
    read = fields(cite(reports["nowhere"], None, style=style, country_name="Arcadia"))
    assert "url" not in read
    read = fields(cite(reports["undated"], None, style=style, country_name="Arcadia"))
    assert not {"year", "month", "date"} & set(read)


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
@given(name=st.text(PRINTED, min_size=1, max_size=30).filter(lambda name: not any(two in name for two in LIGATURES)))
def test_any_name_comes_back_from_the_record_as_it_was(style: str, name: str, reports: dict[str, Report]) -> None:
    read = fields(cite(reports["plain"], None, style=style, country_name=name), decoded=True)
    title = read["title"].partition(": ")[2]
    as_typed = str.maketrans({"ˆ": "^", "\u00a0": " "})
    assert " ".join(title.translate(as_typed).split()) == " ".join(name.translate(as_typed).split())


@given(st.text(max_size=30))
def test_no_text_leaves_a_brace_or_a_comment_open(text: str) -> None:
    for escaped in (escape(text), escape_ascii(text)):
        assert escaped.count("{") == escaped.count("}")
        assert "%" not in escaped.replace(r"\%", "")


@given(st.text("ÀÉÎÕÜåčşőñÇŁłøßæıŵž", max_size=30))
def test_bibtex_is_written_in_ascii(text: str) -> None:
    assert escape_ascii(text).isascii()
    assert escape_ascii(unicodedata.normalize("NFD", text)) == escape_ascii(text)


def test_letters_that_tex_has_no_command_for_stay_as_they_are() -> None:
    assert escape_ascii("عدن") == "عدن"


@pytest.mark.parametrize(
    ("style", "place", "command"),
    [
        ("bibtex", "1.c ¶ 4", r"\cite[sec.~1.c, para.~4]{usdos-2023-arcadia}"),
        ("biblatex", "summary ¶ 2", r"\autocite[Executive Summary, para.~2]{usdos-2023-arcadia}"),
        ("biblatex", None, r"\autocite{usdos-2023-arcadia}"),
    ],
)
def test_the_citing_command_holds_the_place(
    style: str, place: str | None, command: str, reports: dict[str, Report]
) -> None:
    locator = Locator.parse(place) if place else None
    assert cite(reports["plain"], locator, style=style, country_name="Arcadia", short=True) == command


def test_a_citation_reads_as_written_by_hand(written: tuple[str, str]) -> None:
    assert written[0] == written[1]
