"""diff, compare, trend, compile: several reports in every format, fetched where they are missing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

DOCUMENTS = Path(__file__).parent.parent / "documents"
COMMANDS = {
    "diff": ("diff", "kazakhstan", "2023", "2024"),
    "diff-topic": ("diff", "kazakhstan", "2023", "2024", "--topic", "torture,prisons"),
    "compare": ("compare", "kazakhstan", "japan", "2024"),
    "compare-topic": ("compare", "kazakhstan", "japan", "2024", "--topic", "torture"),
    "trend": ("trend", "kazakhstan", "--years", "2023-2024"),
}
FORMATS = ("text", "markdown", "json", "html")


@pytest.fixture(autouse=True)
def newer_edition(mirror: Path) -> None:
    """Put a report of the next edition's anatomy into the mirror, for three countries."""
    page = (DOCUMENTS / "state-2024" / "page.html").read_bytes()
    for country in ("kazakhstan", "japan", "estonia"):
        folder = mirror / "www.state.gov/reports/2024-country-reports-on-human-rights-practices" / country
        folder.mkdir(parents=True)
        (folder / "index.html").write_bytes(page)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_comparison_answers_in_every_format(run: Run, command: str, form: str) -> None:
    result = run(*COMMANDS[command], "--format", form)
    assert result.exit_code == 0, result.stderr
    assert "Kazakhstan" in result.stdout
    if form == "json":
        assert json.loads(result.stdout)


def test_a_shorter_edition_comes_with_the_caution_that_silence_is_no_evidence(run: Run) -> None:
    for form in FORMATS:
        shown = " ".join(run(*COMMANDS["diff"], "--format", form).stdout.split())
        assert "bsence of reporting is not evidence of absence" in shown


def test_a_report_beside_itself_does_not_differ(run: Run) -> None:
    same = run("diff", "kazakhstan", "2023", "2023", "--exit-code", "--changed-only", "--format", "json")
    assert same.exit_code == 0
    assert run(*COMMANDS["diff"], "--exit-code").exit_code == 1


def test_an_exhibit_is_a_page_and_only_that(run: Run) -> None:
    assert run(*COMMANDS["diff"], "--exhibit", "--format", "html").stdout.startswith("<!DOCTYPE html>")
    assert run(*COMMANDS["diff"], "--exhibit").exit_code == 2


def test_passages_carry_citations_in_the_style_asked_for(run: Run) -> None:
    cited = run(*COMMANDS["diff-topic"], "--format", "markdown", "--cite", "bluebook")
    assert cited.exit_code == 0, cited.stderr
    assert "U.S. Dep" in cited.stdout
    assert run(*COMMANDS["compare"], "--format", "html", "--cite", "bluebook").exit_code == 0


def test_what_is_new_is_less_than_the_whole(run: Run) -> None:
    everything = run(*COMMANDS["diff-topic"], "--format", "json").stdout
    assert len(run(*COMMANDS["diff-topic"], "--new-only", "--format", "json").stdout) < len(everything)


def test_the_abridgement_is_never_compared(run: Run) -> None:
    result = run("diff", "kazakhstan", "2023", "2023", "--mirror", "http://mirror.invalid/")
    assert "the bundled abridgement will not do here" in result.stderr
    assert result.exit_code == 1
    assert "could not fetch kazakhstan 2023" in result.stderr


def test_a_trend_follows_the_stored_editions(run: Run) -> None:
    empty = run("trend", "kazakhstan")
    assert empty.exit_code == 1
    assert "Hint: " in empty.stderr
    run("sections", "kazakhstan", "2023")
    other = run("trend", "japan")
    assert other.exit_code == 1
    assert "no edition for japan is in the library" in other.stderr
    assert "2023" in run("trend", "kazakhstan").stdout


def test_a_trend_can_be_a_picture(run: Run) -> None:
    assert run(*COMMANDS["trend"], "--format", "svg").stdout.startswith("<svg")


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_a_compilation_is_one_document_with_citations(run: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / "compiled"
    args = ("--country", "kazakhstan", "--year", "2023-2024", "--topic", "torture,prisons", "--format", form)
    result = run("compile", *args, "-o", str(target))
    assert result.exit_code == 0, result.stderr
    text = target.read_text(encoding="utf-8")
    assert "Torture" in text
    assert "U.S. Dep" in text.replace("&#39;", "'")


INCOMPLETE = {
    "compare": ("compare", "kazakhstan", "estonia", "2023"),
    "compare-topic": ("compare", "kazakhstan", "estonia", "2023", "--topic", "torture"),
    "trend": ("trend", "estonia", "--years", "2023-2024"),
    "compile": ("compile", "--country", "kazakhstan,estonia", "--year", "2023", "--topic", "torture"),
}
"""What is asked of an edition whose index names no Estonia."""


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", INCOMPLETE)
def test_what_is_missing_is_named_with_its_reason_beside_what_there_is(run: Run, command: str, form: str) -> None:
    if (command, form) == ("compile", "text"):
        form = "markdown"
    result = run(*INCOMPLETE[command], "--format", form)
    which, there = "Estonia 2023", "Estonia 2024" if command == "trend" else "Kazakhstan 2023"
    assert result.exit_code == 1
    assert f"Note: Not included: {which}: there is no such report (" in result.stderr
    if form == "json":
        (gap,) = json.loads(result.stdout)["not_included"]
        assert (f"{gap['name']} {gap['year']}", gap["why"]) == (which, "no-such-report")
    else:
        shown = " ".join(re.sub(r"\*|</?b>", "", result.stdout).split())
        assert f"Not included: {which}: there is no such report (" in shown
        assert there in shown


def test_what_could_not_be_had_is_not_said_to_be_missing(run: Run) -> None:
    assert run("sections", "kazakhstan", "2024").exit_code == 0
    result = run("--offline", *COMMANDS["compare"])
    assert result.exit_code == 1
    assert "Note: Not included: Japan 2024: it could not be fetched (" in result.stderr
    assert "there is no such report" not in result.stdout + result.stderr
    assert "Not included: Japan 2024: it could not be fetched" in result.stdout


def test_every_address_that_was_tried_is_told_where_more_is_wanted(run: Run) -> None:
    assert run("sections", "kazakhstan", "2024").exit_code == 0
    result = run("-v", "--mirror", "http://mirror.invalid/", *COMMANDS["compare"])
    assert result.exit_code == 1
    assert "\n  tried " in result.stderr


def test_a_file_is_written_of_what_there_is(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "compiled.md"
    result = run(*INCOMPLETE["compile"], "-o", str(target))
    assert result.exit_code == 1
    text = target.read_text(encoding="utf-8")
    head = yaml.safe_load(text.split("---\n")[1])
    assert [said.partition(": ")[0] for said in head["not_included"]] == ["Estonia 2023"]
    assert f"Wrote {target}" in result.stderr


def test_where_there_is_nothing_at_all_nothing_is_written(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "compiled.md"
    args = ("compile", "--country", "estonia,latvia", "--year", "2023", "--topic", "torture", "-o", str(target))
    result = run(*args)
    assert result.exit_code == 1
    assert "Error: none of the 2 reports exists" in result.stderr
    assert not target.exists()
    assert "Error: none of the 2 reports could be fetched" in run("--offline", *args).stderr
    alone = run("compare", "estonia", "2023")
    assert "Error: no report for Estonia in 2023" in alone.stderr
    assert "Not included" not in alone.stderr


@pytest.mark.parametrize("missing", ["--country", "--year", "--topic"])
def test_a_compilation_needs_countries_years_and_topics(run: Run, missing: str) -> None:
    given = {"--country": "kazakhstan", "--year": "2023", "--topic": "torture"}
    del given[missing]
    result = run("compile", *(word for pair in given.items() for word in pair))
    assert result.exit_code == 2
    assert f"{missing} is needed" in result.stderr


def test_the_schemas_can_be_listed_and_printed(run: Run) -> None:
    names = run("schema").stdout.split()
    assert "findings" in names
    assert json.loads(run("schema", "findings").stdout)["$schema"].startswith("https://json-schema.org/")
    assert "there is no schema 'cookery'" in run("schema", "cookery").stderr


@pytest.mark.parametrize(("typed", "section"), [("1.A", "1.a"), ("§ 1.a", "1.a"), ("women", "6/women")])
def test_diff_reads_a_section_of_either_edition_as_other_commands_do(run: Run, typed: str, section: str) -> None:
    diff = ("diff", "kazakhstan", "2023", "2024", "--section")
    wanted = run(*diff, section)
    result = run(*diff, typed)
    assert (wanted.exit_code, result.exit_code, result.stdout) == (0, 0, wanted.stdout)


@pytest.mark.parametrize(("option", "said"), [("--section", "no section was named"), ("--topic", "no topic was named")])
def test_an_empty_section_or_topic_is_not_the_whole_comparison(run: Run, option: str, said: str) -> None:
    result = run("diff", "kazakhstan", "2023", "2024", option, "")
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_a_section_of_neither_edition_is_named(run: Run) -> None:
    result = run("diff", "kazakhstan", "2023", "2024", "--section", "9.z")
    assert result.exit_code == 1
    assert "no section '9.z' in either report" in result.stderr


def test_what_all_reports_lack_is_said_once(run: Run) -> None:
    args = ("compile", "--country", "kazakhstan,kenya", "--year", "2022-2023", "--topic", "prisons")
    result = run(*args, "--mirror", "http://mirror.invalid/")
    error, hint = result.stderr.splitlines()
    assert (result.exit_code, error) == (
        1,
        "Error: none of the 4 reports could be fetched: no connection to the mirror",
    )
    assert "the bundled abridgement will not do here" in hint
