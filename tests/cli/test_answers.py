"""Answers: every command in every format that it offers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

FORMATS = {
    "summarize": ("text", "markdown", "json", "html"),
    "sections": ("text", "markdown", "json"),
    "findings": ("text", "markdown", "json", "csv", "html"),
    "issues": ("text", "markdown", "json", "csv", "html"),
    "export": ("markdown", "json", "html", "csv"),
}
KAZAKHSTAN = ("kazakhstan", "2023")
COMPARISONS = {
    "diff": ("diff", "kazakhstan", "2023", "2024"),
    "diff-topic": ("diff", "kazakhstan", "2023", "2024", "--topic", "torture,prisons"),
    "compare": ("compare", "kazakhstan", "japan", "2024"),
    "compare-topic": ("compare", "kazakhstan", "japan", "2024", "--topic", "torture"),
    "trend": ("trend", "kazakhstan", "--years", "2023-2024"),
}
FORMS = ("text", "markdown", "json", "html")


@pytest.mark.parametrize(("command", "form"), [(c, f) for c, forms in FORMATS.items() for f in forms])
def test_every_command_answers_in_every_format_it_offers(run: Run, command: str, form: str) -> None:
    result = run(command, *KAZAKHSTAN, "--format", form)
    assert result.exit_code == 0, result.stderr
    assert "Kazakhstan" in result.stdout
    if form == "json":
        assert json.loads(result.stdout)["report"]["country"] == "kazakhstan"
    assert result.stdout.endswith("\n")


@pytest.mark.parametrize("command", FORMATS)
def test_an_unknown_format_is_wrong_usage(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, "--format", "odt")
    assert result.exit_code == 2
    assert "odt" in result.stderr


@pytest.mark.usefixtures("newer_edition")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", COMPARISONS)
def test_every_comparison_answers_in_every_format(run: Run, command: str, form: str) -> None:
    result = run(*COMPARISONS[command], "--format", form)
    assert result.exit_code == 0, result.stderr
    assert "Kazakhstan" in result.stdout
    if form == "json":
        assert json.loads(result.stdout)
