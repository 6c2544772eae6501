"""The program: its help, its commands, and suggestions for what was mistyped."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hrreport.cli.group import COMMANDS, hrreport

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


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


def test_the_program_runs_as_a_module() -> None:

    run = subprocess.run([sys.executable, "-m", "hrreport", "--version"], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("hrreport ")


def test_the_group_is_what_the_entry_point_runs() -> None:
    assert hrreport.name == "hrreport"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("summarise", "summarize"),
        ("summary", "summarize"),
        ("read", "show"),
        ("seerch", "search"),
        ("finding", "findings"),
        ("Compare", "compare"),
        ("citation", "cite"),
        ("outline", "sections"),
    ],
)
def test_a_mistyped_command_gets_a_suggestion(run: Run, typed: str, meant: str) -> None:
    done = run(typed, "kazakhstan", "2023")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith(f'Error: No such command "{typed}". Did you mean {meant}')


def test_what_is_like_nothing_gets_none(run: Run) -> None:
    assert run("xyzzy").stderr.splitlines()[-1] == 'Error: No such command "xyzzy".'


def test_a_country_without_a_command_gets_the_command_that_summarizes(run: Run) -> None:
    said = run("Ivory Coast", "2023").stderr.splitlines()[-1]
    assert said == 'Error: No such command "Ivory Coast". Did you mean "hrreport summarize cote-divoire 2023"?'
    assert "summarize" not in run("library", "togo").stderr


def test_commands_of_a_group_are_suggested_too(run: Run) -> None:
    assert "Did you mean remove?" in run("library", "remov").stderr
