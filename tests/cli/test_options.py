"""Arguments and options that several commands share, and those of the whole program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hrreport.catalogue import records
from hrreport.cli.options import KINDS, REGIONS
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")
LACKING = ("--topic", "infanticide")
"""A topic on which the report has nothing."""


@pytest.mark.parametrize("command", ["summarize", "findings"])
def test_a_section_that_does_not_exist_is_named_with_a_hint(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, "--section", "9.z")
    assert result.exit_code == 1
    assert 'no section "9.z"' in result.stderr
    assert "Hint: see 'hrreport sections kazakhstan 2023'" in result.stderr
    assert result.stdout == ""


def test_a_topic_that_is_not_known_is_named(run: Run) -> None:
    result = run("findings", *KAZAKHSTAN, "--topic", "cookery")
    assert result.exit_code == 1
    assert "cookery" in result.stderr


@pytest.mark.parametrize("command", ["summarize", "findings", "issues", "sections", "show"])
def test_a_topic_that_the_report_lacks_is_no_empty_answer(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, *LACKING)
    assert (result.exit_code, result.stdout) == (1, "")
    said = 'nothing in the report on kazakhstan 2023 is on "infanticide", by its headings or by its words'
    assert said in result.stderr
    assert "Hint: absence of a heading is not evidence of absence" in result.stderr


@pytest.mark.parametrize("command", ["summarize", "findings"])
def test_a_topic_that_the_section_lacks_is_no_empty_answer(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, "--section", "1.b", "--topic", "prisons")
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'no heading in § 1.b of the report on kazakhstan 2023 is on "prisons"' in result.stderr
    assert "hrreport show kazakhstan 2023 --topic prisons" in result.stderr
    assert run(command, *KAZAKHSTAN, "--section", "1.c", "--topic", "prisons").exit_code == 0


@pytest.mark.parametrize("command", ["summarize", "findings", "issues", "sections", "show"])
@pytest.mark.parametrize("topic", ["", " "])
def test_a_topic_that_is_empty_is_not_the_whole_report(run: Run, command: str, topic: str) -> None:
    result = run(command, *KAZAKHSTAN, "--topic", topic)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no topic was named" in result.stderr


@pytest.mark.parametrize("args", [("summarize", "--section"), ("findings", "--section"), ("show",)])
def test_a_section_that_is_empty_is_not_the_whole_report(run: Run, args: tuple[str, ...]) -> None:
    command, *option = args
    result = run(command, *KAZAKHSTAN, *option, "")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no section was named" in result.stderr


@pytest.mark.parametrize("args", [("summarize", "--section"), ("findings", "--section"), ("show",)])
@pytest.mark.parametrize("typed", ["6/Women", "women", "WOMEN", "§ 6/women"])
def test_every_command_reads_a_section_in_the_same_ways(run: Run, args: tuple[str, ...], typed: str) -> None:
    command, *option = args
    wanted = run(command, *KAZAKHSTAN, *option, "6/women")
    result = run(command, *KAZAKHSTAN, *option, typed)
    assert (result.exit_code, result.stdout) == (0, wanted.stdout)


@pytest.mark.parametrize("args", [("summarize", "--section"), ("findings", "--section"), ("show",), ("cite",)])
def test_every_command_answers_a_slip_in_a_section_with_what_is_near(run: Run, args: tuple[str, ...]) -> None:
    command, *option = args
    result = run(command, *KAZAKHSTAN, *option, "6/wome")
    assert result.exit_code == 1
    assert "did you mean 6/women?" in result.stderr


@pytest.mark.parametrize("command", ["summarize", "findings"])
def test_a_paragraph_is_never_silently_widened_to_its_section(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, "--section", "§ 1.c ¶ 2", "--format", "json")
    answer = json.loads(result.stdout)
    found = answer["findings"] if command == "findings" else [s for d in answer["sections"] for s in d["sentences"]]
    assert {(each["section"], each["paragraph"]) for each in found} <= {("1.c", 2)}
    assert result.exit_code == 0


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


def test_the_regions_and_kinds_offered_are_those_that_there_are() -> None:
    assert set(REGIONS) == {country.region for country in records.countries() if country.region}
    assert tuple(kind.value for kind in Kind) == KINDS
