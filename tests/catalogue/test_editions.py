"""Years and editions: what is covered, what is known, and what the site lists beyond that."""

from __future__ import annotations

import pytest

from hrreport.catalogue import records
from hrreport.catalogue.editions import discover_editions, find_edition, find_year
from hrreport.errors import InputError
from hrreport.model.country import Edition

LISTED = "https://www.state.gov/reports/{}-country-reports-on-human-rights-practices/"


@pytest.mark.parametrize("typed", ["2023", " 2023 ", "1993"])
def test_a_year_is_read(typed: str) -> None:
    assert find_year(typed) == int(typed)


@pytest.mark.parametrize("typed", ["23", "20233", "twenty", "", "2O23", "٢٠٢٣", "-2023", "2023.0"])
def test_what_is_no_year_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="is not a year") as caught:
        find_year(typed)
    assert caught.value.hint == "YEAR is the year covered, in four digits: 2023"


def test_a_year_before_the_first_edition_online_says_which_is_first() -> None:
    with pytest.raises(InputError, match="no report of 1992 is online") as caught:
        find_year("1992")
    assert caught.value.hint == "YEAR is the year covered; the first is 1993"


def test_a_year_that_is_not_over_has_no_edition_yet() -> None:
    with pytest.raises(InputError, match="no report of 2030 yet") as caught:
        find_year("2030", this_year=2030)
    assert "published in a later one" in str(caught.value.hint)


def test_a_newer_year_than_any_known_is_possible() -> None:
    assert find_year("2029", this_year=2030) == 2029
    assert find_year("2090") == 2090


def test_a_known_edition_is_possible_whatever_the_calendar_of_the_machine_says() -> None:
    newest = records.editions()[-1].year
    assert find_year(str(newest), this_year=1970) == newest


def test_a_known_edition_has_its_facts() -> None:
    assert find_edition(2023) == Edition(2023, "2024-04-22", "2023", ("www.state.gov", "2021-2025.state.gov"))


def test_the_editions_known_follow_each_other_and_are_published_later_than_their_year() -> None:
    editions = records.editions()
    assert [edition.year for edition in editions] == list(range(1993, editions[-1].year + 1))
    assert all(edition.hosts for edition in editions)
    assert all(int(e.published[:4]) == e.year + 1 for e in editions if e.published)


def test_an_edition_that_only_the_site_lists_is_discovered() -> None:
    links = [
        ("2026 Country Reports", LISTED.format(2026)),
        ("2023 Country Reports", LISTED.format(2023) + "?page=1"),
        ("A country", LISTED.format(2027) + "togo/"),
        ("Trafficking", "https://www.state.gov/reports/2027-trafficking-in-persons-report/"),
    ]
    found = discover_editions(links)
    assert [edition.year for edition in found] == [*(e.year for e in records.editions()), 2026]
    assert found[-1] == Edition(2026, hosts=("www.state.gov",))
