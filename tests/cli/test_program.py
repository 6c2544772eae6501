"""The program as a whole: help, version, options before and after a command, failures, exit codes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hrreport.cli.group import COMMANDS, LazyGroup, hrreport
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


NOWHERE = "http://mirror.invalid/"
"""A mirror that does not exist, so that no source can be reached."""


def test_the_help_lists_every_command_with_what_it_does(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    for name, said in COMMANDS.items():
        assert name in result.stdout
        assert said in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"hrreport {command}" in result.stdout.split("Example", 1)[1]


def test_the_version_is_that_of_the_package(run: Run) -> None:
    from importlib.metadata import version

    assert run("--version").stdout == f"hrreport {version('hrreport')}\n"


def test_a_command_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    assert run("scrape").exit_code == 2


@pytest.mark.parametrize("args", [("--offline", "show", "japan", "2023"), ("show", "japan", "2023", "--offline")])
def test_an_option_of_the_program_stands_before_or_after_the_command(run: Run, args: tuple[str, ...]) -> None:
    result = run(*args)
    assert result.exit_code == 1
    assert "--offline was given" in result.stderr


def test_an_option_has_an_environment_variable(run: Run) -> None:
    assert "--offline was given" in run("show", "japan", "2023", HRREPORT_OFFLINE="1").stderr


def test_an_option_after_the_command_wins_over_one_before_it(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "first.sqlite", tmp_path / "second.sqlite"
    run("--library", str(first), "show", "kazakhstan", "2023", "--library", str(second))
    assert (first.exists(), second.exists()) == (False, True)


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


def test_the_abridgement_stands_in_when_nobody_answers_and_says_so_everywhere(run: Run) -> None:
    dead = ("--mirror", NOWHERE)
    for form in ("text", "markdown", "json"):
        result = run("summarize", "kazakhstan", "2023", *dead, "--format", form)
        assert result.exit_code == 0
        assert SAMPLE_NOTICE in result.stderr
        shown = " ".join(result.stdout.replace("\\", "").split())
        assert SAMPLE_NOTICE in shown
    refused = run("summarize", "kazakhstan", "2023", *dead, "--no-sample")
    assert refused.exit_code == 1
    assert "hrreport add FILE --country kazakhstan --year 2023" in refused.stderr


def test_the_abridgement_is_never_kept_in_the_library(run: Run) -> None:
    run("summarize", "kazakhstan", "2023", "--mirror", NOWHERE)
    result = run("summarize", "kazakhstan", "2023", "--offline", "--no-sample")
    assert result.exit_code == 1


def test_a_library_that_cannot_be_used_is_told_and_the_report_still_shown(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"this is not a library" * 100)
    result = run("sections", "kazakhstan", "2023", "--library", str(broken))
    assert result.exit_code == 0
    assert "Worker Rights" in result.stdout
    assert str(broken) in result.stderr


def test_countries_lists_all_or_those_of_an_edition(run: Run) -> None:
    everything = json.loads(run("countries", "--format", "json").stdout)["countries"]
    assert len(everything) > 190
    listed = json.loads(run("countries", "2023", "--format", "json").stdout)
    assert [c["slug"] for c in listed["countries"]] == ["kazakhstan", "japan"]
    assert "Kazakhstan" in run("countries", "2023").stdout


def test_editions_names_one_that_is_newer_than_the_program(run: Run) -> None:
    rows = json.loads(run("editions", "--format", "json").stdout)["editions"]
    assert [row["year"] for row in rows][-2:] == [2024, 2031]
    assert "2031" in run("editions").stdout


def test_editions_says_when_the_site_could_not_be_asked(run: Run) -> None:
    result = run("editions", "--offline")
    assert result.exit_code == 0
    assert "there may be newer editions" in result.stderr


def test_strict_exits_with_3_after_the_answer_when_a_boundary_is_doubted(run: Run, mirror: Path) -> None:
    page = next(mirror.rglob("kazakhstan/index.html"))
    page.write_text(page.read_text(encoding="utf-8").replace("D. ARBITRARY ARREST", "E. ARBITRARY ARREST"))
    result = run("sections", "kazakhstan", "2023", "--strict")
    assert result.exit_code == 3
    assert "Worker Rights" in result.stdout
    assert run("sections", "kazakhstan", "2023").exit_code == 0


def test_interruption_exits_with_130_and_no_traceback() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    group = LazyGroup("program", callback=interrupted, invoke_without_command=True)
    result = CliRunner().invoke(group, [])
    assert (result.exit_code, result.stderr) == (130, "Interrupted.\n")


def test_the_program_runs_as_a_module() -> None:
    import subprocess

    run = subprocess.run([sys.executable, "-m", "hrreport", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("hrreport ")


def test_the_group_is_what_the_entry_point_runs() -> None:
    assert hrreport.name == "hrreport"
