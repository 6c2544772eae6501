"""One run: the library, the abridgement, notices, --strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

NOWHERE = "http://mirror.invalid/"
"""A mirror that does not exist, so that no source can be reached."""


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


def test_strict_exits_with_3_after_the_answer_when_a_boundary_is_doubted(run: Run, mirror: Path) -> None:
    page = next(mirror.rglob("kazakhstan/index.html"))
    page.write_text(page.read_text(encoding="utf-8").replace("D. ARBITRARY ARREST", "E. ARBITRARY ARREST"))
    result = run("sections", "kazakhstan", "2023", "--strict")
    assert result.exit_code == 3
    assert "Worker Rights" in result.stdout
    assert run("sections", "kazakhstan", "2023").exit_code == 0
