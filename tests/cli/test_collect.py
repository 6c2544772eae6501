"""Reports that are missing: named with the reason beside what there is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("newer_edition")
COMPARE = ("compare", "kazakhstan", "japan", "2024")
FORMS = ("text", "markdown", "json", "html")
INCOMPLETE = {
    "compare": ("compare", "kazakhstan", "estonia", "2023"),
    "compare-topic": ("compare", "kazakhstan", "estonia", "2023", "--topic", "torture"),
    "trend": ("trend", "estonia", "--years", "2023-2024"),
    "compile": ("compile", "--country", "kazakhstan,estonia", "--year", "2023", "--topic", "torture"),
}
"""What is asked of an edition whose index names no Estonia."""


@pytest.mark.parametrize("form", FORMS)
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
    result = run("--offline", *COMPARE)
    assert result.exit_code == 1
    assert "Note: Not included: Japan 2024: it could not be fetched (" in result.stderr
    assert "there is no such report" not in result.stdout + result.stderr
    assert "Not included: Japan 2024: it could not be fetched" in result.stdout


def test_every_address_that_was_tried_is_told_where_more_is_wanted(run: Run) -> None:
    assert run("sections", "kazakhstan", "2024").exit_code == 0
    result = run("-v", "--mirror", "http://mirror.invalid/", *COMPARE)
    assert result.exit_code == 1
    assert "\n  tried " in result.stderr


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


def test_what_all_reports_lack_is_said_once(run: Run) -> None:
    args = ("compile", "--country", "kazakhstan,kenya", "--year", "2022-2023", "--topic", "prisons")
    result = run(*args, "--mirror", "http://mirror.invalid/")
    error, hint = result.stderr.splitlines()
    assert (result.exit_code, error) == (
        1,
        "Error: none of the 4 reports could be fetched: no connection to the mirror",
    )
    assert "the bundled abridgement will not do here" in hint
