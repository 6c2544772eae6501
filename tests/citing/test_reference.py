"""What is gathered of a report and a place before any style writes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hrreport.catalogue import records
from hrreport.citing import refer, release_of_edition
from hrreport.errors import InputError
from hrreport.model.country import ReportId
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from hrreport.model.report import Report


@pytest.mark.parametrize(
    ("place", "symbols", "words"),
    [
        ("1.c ¶ 4", "§ 1.c ¶ 4", "sec. 1.c, para. 4"),
        ("1.c ¶ 7", "§ 1.c, Prison Conditions, ¶ 7", "sec. 1.c, Prison Conditions, para. 7"),
        ("1.c", "§ 1.c", "sec. 1.c"),
        ("1.c/prison-conditions", "§ 1.c (Prison Conditions)", "sec. 1.c, Prison Conditions"),
        ("6/women ¶ 2", "§ 6, Women, ¶ 2", "sec. 6, Women, para. 2"),
        ("6/women", "§ 6 (Women)", "sec. 6, Women"),
        ("summary ¶ 2", "Executive Summary ¶ 2", "Executive Summary, para. 2"),
        ("summary", "Executive Summary", "Executive Summary"),
        ("1.c-p4-s2", "§ 1.c ¶ 4", "sec. 1.c, para. 4"),
    ],
)
def test_a_pinpoint_leads_to_the_place(place: str, symbols: str, words: str, reports: dict[str, Report]) -> None:
    pinpoint = refer(reports["plain"], Locator.parse(place), country_name="Arcadia").pinpoint
    assert pinpoint is not None
    assert (pinpoint.symbols, pinpoint.words("sec.", "para.")) == (symbols, words)


def test_a_page_is_taken_to_be_read_when_it_was_retrieved(reports: dict[str, Report]) -> None:
    assert refer(reports["plain"], None, country_name="Arcadia").accessed == date(2024, 6, 12)


@pytest.mark.parametrize("name", ["parts", "part-on-the-page"])
def test_a_part_is_named_beside_its_country(name: str, reports: dict[str, Report]) -> None:
    reference = refer(reports[name], Locator.parse("lowlands:1.c ¶ 2"), country_name="Arcadia")
    assert reference.title.endswith("Practices: Arcadia (Lowlands)")
    assert reference.key == "usdos-2023-arcadia-lowlands"
    assert reference.pinpoint is not None
    assert reference.pinpoint.symbols == "§ 1.c ¶ 2"


def test_a_part_with_a_page_of_its_own_is_cited_from_that_page(reports: dict[str, Report]) -> None:
    reference = refer(reports["parts"], Locator("lowlands"), country_name="Arcadia")
    assert (reference.url[-10:], reference.accessed) == ("/lowlands/", date(2024, 7, 1))
    assert reference.pinpoint is None


def test_a_capture_gives_both_addresses_and_its_date(reports: dict[str, Report]) -> None:
    reference = refer(reports["archived"], None, country_name="Arcadia")
    address = reports["plain"].provenance.url
    assert reference.url == address
    assert reference.archive_url == f"https://web.archive.org/web/20240601080910/{address}"
    assert reference.archived == date(2024, 6, 1)


def test_the_date_of_a_capture_is_read_from_its_address_where_nothing_else_gives_it(reports: dict[str, Report]) -> None:
    report = reports["archived"]
    report = replace(report, provenance=replace(report.provenance, captured_at="", origin="file"))
    assert refer(report, None, country_name="Arcadia").archived == date(2024, 6, 1)


def test_a_capture_at_an_unusual_address_keeps_the_address_asked_for(reports: dict[str, Report]) -> None:
    report = reports["archived"]
    report = replace(report, provenance=replace(report.provenance, url="https://archive.example/x", captured_at=""))
    reference = refer(report, None, country_name="Arcadia")
    assert (reference.url, reference.archive_url) == (reports["plain"].provenance.url, "https://archive.example/x")
    assert reference.archived is None


def test_a_capture_of_another_archive_gives_both_addresses(reports: dict[str, Report]) -> None:
    report, page = reports["archived"], "http://www.state.gov/g/drl/rls/hrrpt/2007/100464.htm"
    capture = f"https://webarchive.library.unt.edu/eot2008/20081104004718id_/{page}"
    given = replace(
        report.provenance,
        requested_url=page,
        url=capture,
        origin="web-archive",
        captured_at="2008-11-04T00:47:18Z",
    )
    reference = refer(replace(report, provenance=given), None, country_name="Arcadia")
    assert (reference.url, reference.archive_url) == (page, capture.replace("id_", ""))
    assert reference.archived == date(2008, 11, 4)


def test_a_page_that_only_an_archive_published_is_cited_once(reports: dict[str, Report]) -> None:
    report, page = reports["plain"], "http://dosfan.lib.uic.edu/ERC/democracy/arcadia.html"
    given = replace(report.provenance, requested_url=page, url=page, origin="web-archive")
    reference = refer(replace(report, provenance=given), None, country_name="Arcadia")
    assert (reference.url, reference.archive_url) == (page, "")


@pytest.mark.parametrize(("name", "known"), [("file", True), ("nowhere", False)])
def test_a_file_is_cited_by_the_address_it_claims_and_never_by_its_path(
    name: str, known: bool, reports: dict[str, Report]
) -> None:
    assert bool(refer(reports[name], None, country_name="Arcadia").url) is known


def test_an_address_holds_nothing_that_a_style_would_have_to_escape(reports: dict[str, Report]) -> None:
    hostile = replace(reports["plain"].provenance, url="https://a.example/{x}\\<é>\n]?q=1%20#é")
    reference = refer(replace(reports["plain"], provenance=hostile), None, country_name="Arcadia")
    assert reference.url == "https://a.example/%7Bx%7D%5C%3C%C3%A9%3E%0A%5D?q=1%20#%C3%A9"


def test_the_bureau_has_the_name_it_had_in_the_year(reports: dict[str, Report]) -> None:
    assert "Humanitarian Affairs" in refer(reports["old"], None, country_name="Arcadia").bureau.name
    assert "Labor" in refer(reports["plain"], None, country_name="Arcadia").bureau.name


def test_a_date_that_is_none_is_refused(reports: dict[str, Report]) -> None:
    with pytest.raises(InputError, match='"April 2024" in the report on arcadia 2023 is not a date'):
        refer(replace(reports["plain"], published="April 2024"), None, country_name="Arcadia")


def test_a_page_without_a_date_is_dated_by_the_release_of_its_edition(reports: dict[str, Report]) -> None:
    reference = refer(reports["dated-by-edition"], None, country_name="Arcadia")
    assert (reference.published, reference.dated_by_edition) == (date(2014, 2, 27), True)
    assert reference.date_note


def test_a_date_on_the_page_goes_before_that_of_the_edition(reports: dict[str, Report]) -> None:
    report = replace(reports["dated-by-edition"], published="2014-03-01")
    reference = refer(report, None, country_name="Arcadia")
    assert (reference.published, reference.dated_by_edition, reference.date_note) == (date(2014, 3, 1), False, "")
    assert release_of_edition(report) is None


@pytest.mark.parametrize("year", [1998, 2031])
def test_an_edition_whose_release_is_not_known_leaves_a_page_undated(year: int, reports: dict[str, Report]) -> None:
    report = replace(reports["undated"], id=ReportId("arcadia", year))
    reference = refer(report, None, country_name="Arcadia")
    assert (reference.published, reference.dated_by_edition) == (None, False)


def test_every_date_of_an_edition_is_a_date(reports: dict[str, Report]) -> None:
    for edition in records.editions():
        day = release_of_edition(replace(reports["undated"], id=ReportId("arcadia", edition.year)))
        assert (day.isoformat() if day else "") == edition.published


def test_control_characters_of_a_name_do_not_reach_a_citation(reports: dict[str, Report]) -> None:
    reference = refer(reports["plain"], None, country_name="Arc\x1b[31madia\n\u202eX")
    assert reference.country == "Arc [31madia X"
