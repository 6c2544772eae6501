"""Failures: a line, a hint and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hrreport.cli.group import LazyGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

NOWHERE = "http://mirror.invalid/"
"""A mirror that does not exist, so that no source can be reached."""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("Kazakstan", "2023"), "did you mean kazakhstan?"),
        (("congo", "2023"), "two countries"),
        (("kazakhstan", "23"), '"23" is not a year'),
        (("kazakhstan", "1888"), "1888"),
    ],
)
def test_bad_input_is_one_line_with_a_hint(run: Run, typed: tuple[str, str], said: str) -> None:
    result = run("summarize", *typed)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 2


def test_a_report_that_does_not_exist_is_told_apart_from_one_that_could_not_be_asked_for(run: Run) -> None:
    result = run("summarize", "niue", "2023")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: no report for Niue in 2023\n")


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("2023", "its edition lists it, but its page is not in the mirror"),
        ("2022", "its page is not in the mirror, nor is the list of its edition"),
    ],
)
def test_a_report_that_may_exist_is_not_said_not_to(run: Run, year: str, said: str) -> None:
    result = run("summarize", "japan", year)
    assert result.exit_code == 1
    page = f"https://www.state.gov/reports/{year}-country-reports-on-human-rights-practices/japan/"
    error, hint = result.stderr.splitlines()
    assert error == f"Error: could not fetch japan {year}: {said} (url: {page})"
    assert hint.endswith(f"run: hrreport add FILE --country japan --year {year}")


@pytest.mark.parametrize("country", ["japan", "niue"])
def test_verbose_shows_what_was_tried_for_a_report_that_nobody_has(run: Run, country: str) -> None:
    tried = [line for line in run("-v", "summarize", country, "2023").stderr.splitlines() if "tried https://" in line]
    said = "200, leads to the page" if country == "japan" else "200, does not list it"
    assert tried[0].endswith(f"/{country}/: no such page in the mirror")
    assert any(line.endswith(f"(list of reports): {said}") for line in tried)


def test_debug_shows_the_chain_of_causes(run: Run) -> None:
    assert "Traceback" in run("--debug", "summarize", "japan", "2023").stderr


def test_verbose_shows_every_address_that_was_tried(run: Run) -> None:
    result = run("-v", "summarize", "kazakhstan", "2019", "--mirror", NOWHERE)
    assert result.exit_code == 1
    assert "tried https://" in result.stderr


def test_interruption_exits_with_130_and_no_traceback() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    group = LazyGroup("program", callback=interrupted, invoke_without_command=True)
    result = CliRunner().invoke(group, [])
    assert (result.exit_code, result.stderr) == (130, "Interrupted.\n")
