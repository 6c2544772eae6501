"""Addresses of the Department's site, and the Internet Archive's lists of captures."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from hrreport.errors import ParseError
from hrreport.locating.addresses import (
    Capture,
    archived,
    capture_address,
    captures_address,
    page_addresses,
    parse_captures,
    same_page,
)

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
    assert captures[0] == Capture("20240503120000", PAGE, "200", "text/html", "D3")


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
