"""Addresses of the Department's site."""

from __future__ import annotations

import pytest

from hrreport.locating.addresses import page_addresses, same_page

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
