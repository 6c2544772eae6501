"""Addresses of the Department's site, in the order to ask them, and the Internet Archive's lists of captures."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from hrreport.catalogue.countries import find_country
from hrreport.catalogue.editions import find_edition
from hrreport.errors import ParseError
from hrreport.locating.addresses import (
    Capture,
    archived,
    candidates,
    capture_address,
    captures_address,
    index_addresses,
    listed_countries,
    page_addresses,
    parse_captures,
    part_candidates,
    same_page,
)
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from pathlib import Path

BASE = "/reports/2018-country-reports-on-human-rights-practices/togo/"


def test_a_host_that_may_need_a_file_name_is_asked_both_ways() -> None:
    assert page_addresses(2018, "togo", "2017-2021.state.gov") == (
        f"https://2017-2021.state.gov{BASE}",
        f"https://2017-2021.state.gov{BASE}index.html",
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://www.state.gov/reports/togo", True),
        ("http://WWW.STATE.GOV:80/reports/togo/", True),
        ("https://state.gov/reports/togo/index.html", True),
        ("https://www.state.gov/reports/tonga/", False),
        ("https://m.state.gov/reports/togo/", False),
        ("https://www.state.gov/reports/togo/?page=2", False),
    ],
)
def test_addresses_of_one_page_are_known_as_such(other: str, same: bool) -> None:
    assert same_page("https://www.state.gov/reports/togo/", other) is same


PAGE = "https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/togo/"
HEADER = ["timestamp", "original", "statuscode", "mimetype", "digest", "length"]


def row(day: int, original: str = PAGE, status: str = "200", media_type: str = "text/html") -> list[str]:
    return [f"202405{day:02}120000", original, status, media_type, f"D{day}", "1000"]


def answer(*rows: list[str]) -> bytes:
    return json.dumps([HEADER, *rows]).encode()


def test_the_list_asked_for_is_of_the_newest_good_captures() -> None:
    query = parse_qs(urlsplit(captures_address(PAGE)).query)
    assert query["url"] == [PAGE]
    assert query["limit"] == ["-5"]
    assert query["filter"] == ["statuscode:200"]
    assert query["collapse"] == ["digest"]


def test_captures_come_newest_first() -> None:
    captures = parse_captures(answer(row(1), row(3), row(2)))
    assert [capture.timestamp[6:8] for capture in captures] == ["03", "02", "01"]
    assert captures[0] == Capture("20240503120000", PAGE, "200", "text/html")


def test_a_capture_is_fetched_as_it_was_received() -> None:
    assert capture_address(Capture("20240503120000", PAGE)) == f"https://web.archive.org/web/20240503120000id_/{PAGE}"


@pytest.mark.parametrize("body", [b"", b" \n", b"[]", json.dumps([HEADER]).encode()])
def test_no_captures_is_an_answer(body: bytes) -> None:
    assert parse_captures(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Too many requests</html>",
        b"{}x",
        b'{"error": "blocked"}',
        b"7",
        b'[["timestamp"], ["20240503120000"]]',
        b'[["timestamp", "original"], ["20240503120000"]]',
        b'[["timestamp", "original"], [20240503120000, "https://x/"]]',
        b"\xff\xfe",
    ],
)
def test_an_answer_that_is_no_list_of_captures_is_not_taken_for_an_empty_one(body: bytes) -> None:
    with pytest.raises(ParseError, match="not a list of captures"):
        parse_captures(body)


def test_the_way_to_a_page_in_the_archive_leads_to_its_newest_good_captures() -> None:
    way = archived(PAGE)
    assert way.leads is not None
    assert (way.url, way.origin, way.page) == (captures_address(PAGE), "internet-archive", PAGE)
    rows = [
        row(1),
        row(2),
        row(3, PAGE.replace("togo", "tonga")),
        row(4, media_type="application/pdf"),
        row(5, status="301"),
        row(6, PAGE.replace("https://www.", "http://")),
        ["garbled", PAGE, "200", "text/html", "D7", "1"],
        row(8),
        row(9),
    ]
    found = way.leads(answer(*rows), "utf-8")
    assert [candidate.captured_at for candidate in found] == [
        "2024-05-09T12:00:00Z",
        "2024-05-08T12:00:00Z",
        "2024-05-06T12:00:00Z",
    ]
    assert found[2].url == "https://web.archive.org/web/20240506120000id_/" + PAGE.replace("https://www.", "http://")
    assert {(candidate.origin, candidate.page, candidate.leads) for candidate in found} == {
        ("internet-archive", PAGE, None)
    }


EDITION = "/reports/{}-country-reports-on-human-rights-practices/"


def links_of(body: bytes, _encoding: str) -> list[tuple[str, str]]:
    """A reader of links good enough for these pages: `name|address` lines, or the options of a real index."""
    text = body.decode()
    options = re.findall(r'<option value="([^"]+)">([^<]+)', text)
    return [(name, url) for url, name in options] or [
        (name, url) for name, _, url in (line.partition("|") for line in text.splitlines())
    ]


def asked(country: str, year: int, *, links: bool = True) -> list[str]:
    return [c.url for c in candidates(ReportId(country, year), links_of if links else None)]


def test_the_newest_editions_are_asked_of_the_site_then_its_copy_then_the_indexes_then_the_archive() -> None:
    urls = asked("togo", 2023)
    edition = EDITION.format(2023)
    assert urls[:4] == [
        f"https://www.state.gov{edition}togo/",
        f"https://2021-2025.state.gov{edition}togo/",
        f"https://www.state.gov{edition}",
        f"https://2021-2025.state.gov{edition}",
    ]
    assert [url.partition("?")[0] for url in urls[4:]] == ["https://web.archive.org/cdx/search/cdx"]


def test_without_a_reader_of_links_no_index_is_asked() -> None:
    assert f"https://www.state.gov{EDITION.format(2023)}" not in asked("togo", 2023, links=False)


def test_a_country_of_two_slugs_is_asked_under_both_on_every_host() -> None:
    ways = candidates(ReportId("burma", 2023))
    pages = [way.url for way in ways if way.leads is None]
    edition = EDITION.format(2023)
    assert pages == [
        f"https://{host}{edition}{slug}/"
        for host in ("www.state.gov", "2021-2025.state.gov")
        for slug in ("burma-draft", "burma")
    ]
    assert [way.page for way in ways if way.leads] == pages[:2]


def test_an_edition_not_known_yet_is_tried_where_new_ones_appear() -> None:
    assert asked("togo", 2031)[0] == f"https://www.state.gov{EDITION.format(2031)}togo/"


def test_a_page_named_otherwise_is_found_by_its_name_on_the_index() -> None:
    index = candidates(ReportId("turkey", 2023), links_of)[2]
    assert index.leads is not None
    body = b"Translations|/reports/x/translations/\nTurkey (T\xc3\xbcrkiye)|/reports/x/republic-of-t/\nTogo|togo/"
    assert [c.url for c in index.leads(body, "utf-8")] == ["https://www.state.gov/reports/x/republic-of-t/"]


def test_a_page_linked_by_an_empty_anchor_is_found_by_its_address() -> None:
    index = candidates(ReportId("burma", 2023), links_of)[4]
    assert index.leads is not None
    assert [c.url for c in index.leads(b"|burma-draft/\nTogo|togo/", "")] == [index.url + "burma-draft/"]


def test_an_index_without_the_country_leads_nowhere() -> None:
    index = candidates(ReportId("niue", 2023), links_of)[2]
    assert index.leads is not None
    assert index.leads(b"Togo|togo/", "") == ()


def test_a_malformed_address_on_an_index_leads_nowhere() -> None:
    index = candidates(ReportId("togo", 2023), links_of)[2]
    assert index.leads is not None
    assert [c.url for c in index.leads(b"Chad|http://[chad\nTogo|togo/", "")] == [index.url + "togo/"]
    assert [country.slug for country, _ in listed_countries([("", "http://[x/chad/")])] == ["chad"]


def test_a_page_that_lists_no_country_is_no_index() -> None:
    index = candidates(ReportId("niue", 2023), links_of)[2]
    assert index.leads is not None
    with pytest.raises(ParseError, match="lists no country"):
        index.leads(b"Home|/", "")


def test_an_edition_is_listed_on_every_host_that_carries_it() -> None:
    assert index_addresses(find_edition(2019)) == (
        f"https://www.state.gov{EDITION.format(2019)}",
        f"https://2017-2021.state.gov{EDITION.format(2019)}",
    )


def test_a_part_is_asked_where_it_is_linked_then_where_its_edition_has_it_then_in_the_archive() -> None:
    linked = "https://www.state.gov/?post_type=state_report&p=1"
    place = EDITION.format(2022) + "ukraine/russia-occupied-areas/"
    ways = part_candidates("Russia-Occupied Areas", linked, 2022)
    assert [way.url for way in ways[:-1]] == [
        linked,
        linked.replace("www", "2021-2025"),
        f"https://www.state.gov{place}",
        f"https://2021-2025.state.gov{place}",
    ]
    assert ways[-1].leads is not None
    assert {way.page or way.url for way in ways} == {linked}


def test_a_part_that_is_not_known_is_asked_where_it_is_linked() -> None:
    ways = part_candidates("Strelsau", "https://x.example/strelsau/", 2022)
    assert [way.url for way in ways if way.leads is None] == ["https://x.example/strelsau/"]


@pytest.mark.parametrize(("year", "count"), [(2023, 194), (2024, 196)])
def test_the_countries_of_a_real_index_are_all_understood(shared_site: Path, year: int, count: int) -> None:
    body = (shared_site / f"www.state.gov{EDITION.format(year)}index.html").read_bytes()
    listed = listed_countries(links_of(body, ""))
    assert len(listed) == count
    for country, url in listed:
        assert url.rstrip("/").rpartition("/")[2].removesuffix("-draft") == country.slug


@pytest.mark.parametrize(
    ("table", "named"), [("country_addresses_by_edition.csv", "name_in_select"), ("parts.csv", "part")]
)
def test_every_address_that_pages_link_is_asked_without_a_list(shared_site: Path, table: str, named: str) -> None:
    with (shared_site.parent / "facts" / table).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    missed = [
        row
        for row in rows
        if not any(
            same_page(url, row["url"]) for url in asked(find_country(row[named]).slug, int(row["year"]), links=False)
        )
    ]
    assert rows
    assert missed == []
