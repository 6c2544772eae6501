"""hrreport compile: chosen passages as one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("newer_edition")


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_a_compilation_is_one_document_with_citations(run: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / "compiled"
    args = ("--country", "kazakhstan", "--year", "2023-2024", "--topic", "torture,prisons", "--format", form)
    result = run("compile", *args, "-o", str(target))
    assert result.exit_code == 0, result.stderr
    text = target.read_text(encoding="utf-8")
    assert "Torture" in text
    assert "U.S. Dep" in text.replace("&#39;", "'")


def test_a_file_is_written_of_what_there_is(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "compiled.md"
    args = ("compile", "--country", "kazakhstan,estonia", "--year", "2023", "--topic", "torture")
    result = run(*args, "-o", str(target))
    assert result.exit_code == 1
    text = target.read_text(encoding="utf-8")
    head = yaml.safe_load(text.split("---\n")[1])
    assert [said.partition(": ")[0] for said in head["not_included"]] == ["Estonia 2023"]
    assert f"Wrote {target}" in result.stderr


@pytest.mark.parametrize("missing", ["--country", "--year", "--topic"])
def test_a_compilation_needs_countries_years_and_topics(run: Run, missing: str) -> None:
    given = {"--country": "kazakhstan", "--year": "2023", "--topic": "torture"}
    del given[missing]
    result = run("compile", *(word for pair in given.items() for word in pair))
    assert result.exit_code == 2
    assert f"{missing} is needed" in result.stderr
