"""Editions before 2016 on the command line: lists walked once, and what cannot be told from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

TREE = "2009-2017.state.gov/j/drl/rls/hrrpt"
REGIONS = {"c1": "Africa", "c2": "Europe and Eurasia"}
REPORT = """<html><head><title>{0}</title></head><body><h2 id="page-title">{0}</h2><div id="centerblock">
<p>{0} is governed by a council of boatmen.
<p><b>RESPECT FOR HUMAN RIGHTS</b>
<p>Section 1 Respect for the Integrity of the Person, Including Freedom From:
<p>a. Arbitrary or Unlawful Deprivation of Life
<p>Nobody was killed by the boatmen.
<p>b. Disappearance
<p>Nobody was missed.
<p>Section 2 Respect for Civil Liberties, Including:
<p>a. Freedom of Speech and Press
<p>Two papers were printed on the lake.
</div></body></html>"""


def listing(**links: str) -> str:
    items = "".join(f'<li><a target="_self" href="//{TREE}/{at}">{name}</a></li>' for at, name in links.items())
    return f'<html><body><div class="l-wrap"><ul class="menu">{items}</ul></div></body></html>'


@pytest.fixture(autouse=True)
def old_pages(mirror: Path) -> Path:
    """Lists of an old edition beside the new ones, and two reports in our own words."""
    folder = mirror / TREE / "2005"
    folder.mkdir(parents=True)
    pages = {
        "index.htm": listing(**{f"2005/{code}.htm": name for code, name in REGIONS.items()}),
        "c1.htm": listing(**{"2005/1.htm": "Togo", "2005/2.htm": "Swaziland"}),
        "c2.htm": listing(**{"2005/3.htm": "Serbia and Montenegro (includes Kosovo)"}),
        "1.htm": REPORT.format("Togo"),
        "2.htm": REPORT.format("Swaziland"),
        "3.htm": REPORT.format("Serbia and Montenegro"),
    }
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("country", ["togo", "eswatini", "Swaziland", "serbia-and-montenegro"])
def test_a_report_is_found_by_walking_the_lists(run: Run, country: str) -> None:
    result = run("show", country, "2005", "1.b")
    assert result.exit_code == 0, result.stderr
    assert "Nobody was missed." in result.stdout


def test_a_second_report_of_the_edition_is_found_from_memory(run: Run, old_pages: Path) -> None:
    assert run("show", "togo", "2005").exit_code == 0
    (old_pages / "index.htm").unlink()
    (old_pages / "c1.htm").unlink()
    assert run("show", "eswatini", "2005").exit_code == 0


def test_a_country_that_has_no_report_of_its_own_is_led_to_the_one_that_covers_it(run: Run) -> None:
    result = run("show", "serbia", "2005")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: no report for Serbia in 2005; see serbia-and-montenegro\n")


def test_a_country_on_no_list_has_no_report(run: Run) -> None:
    assert "Error: no report for Germany in 2005\n" in run("show", "germany", "2005").stderr


def test_a_list_that_cannot_be_read_leaves_it_open(run: Run, old_pages: Path) -> None:
    (old_pages / "c1.htm").unlink()
    result = run("show", "germany", "2005")
    assert result.exit_code == 1
    assert "could not find out whether there is a report on germany 2005" in result.stderr
    assert "no report for" not in result.stderr
    result = run("show", "kosovo", "2005")
    assert "see serbia-and-montenegro, whose report of that year may cover it" in result.stderr


def test_the_countries_of_an_old_edition_are_listed(run: Run) -> None:
    result = run("countries", "2005", "--format", "json")
    listed = [country["slug"] for country in json.loads(result.stdout)["countries"]]
    assert listed == ["eswatini", "togo", "serbia-and-montenegro"]
    assert result.stderr == ""


def test_countries_that_could_not_be_listed_are_told_of(run: Run, old_pages: Path) -> None:
    (old_pages / "c2.htm").unlink()
    result = run("countries", "2005")
    assert result.exit_code == 0
    assert "Togo" in result.stdout
    assert result.stderr == "Note: the list is not complete; these parts could not be read: Europe and Eurasia\n"


def test_countries_of_an_edition_without_lists_could_not_be_asked_for(run: Run) -> None:
    for year in ("1995", "2003"):
        result = run("countries", year)
        assert result.exit_code == 1
        assert f"list of the reports of {year}" in result.stderr


def test_editions_name_every_year_with_its_hosts(run: Run) -> None:
    editions = {e["year"]: e for e in json.loads(run("editions", "--format", "json").stdout)["editions"]}
    assert set(range(1993, 2025)) <= set(editions)
    assert editions[2005]["hosts"] == ["2009-2017.state.gov", "2001-2009.state.gov"]


def test_offline_the_remembered_lists_are_read(run: Run) -> None:
    assert "--offline was given" in run("--offline", "countries", "2005").stderr
    run("countries", "2005")
    assert "Togo" in run("--offline", "countries", "2005").stdout


def test_a_page_without_a_date_is_cited_by_that_of_its_edition_and_it_is_said(run: Run) -> None:
    result = run("cite", "togo", "2005", "--style", "oscola")
    assert result.exit_code == 0, result.stderr
    assert "8 March 2006" in result.stdout
    said = result.stderr.splitlines()[-1]
    assert said == "Note: the page gives no date of publication; 8 March 2006 is the release of the edition."
    report = json.loads(run("export", "togo", "2005", "--format", "json").stdout)["report"]
    assert (report["published"], report["published_from"], report["pdf"]) == ("2006-03-08", "edition", None)
