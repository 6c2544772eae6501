"""hrreport export: a whole report as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")


def test_an_export_writes_a_file_and_refuses_to_overwrite_it(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    done = run("export", *KAZAKHSTAN, "-o", str(target))
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"Wrote {target}" in done.stderr
    other = run("export", *KAZAKHSTAN, "-o", str(target), "--format", "json")
    assert (other.exit_code, "would not be json by its suffix" in other.stderr) == (1, True)
    refused = run("export", *KAZAKHSTAN, "-o", str(target))
    assert refused.exit_code == 1
    assert "Hint: use --force to overwrite it" in refused.stderr
    assert target.read_text(encoding="utf-8").startswith("---\n")
    target.write_text("mine")
    assert run("export", *KAZAKHSTAN, "-o", str(target), "--force").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("---\n")


def test_an_export_as_a_word_document_is_bytes_in_a_file(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("docx", reason="python-docx is not installed: hrreport[docx]")
    target = tmp_path / "report.docx"
    assert run("export", *KAZAKHSTAN, "--format", "docx", "-o", str(target)).exit_code == 0
    assert target.read_bytes().startswith(b"PK")


def test_an_export_as_html_carries_citations_in_the_style_asked_for(run: Run) -> None:
    cited = run("export", *KAZAKHSTAN, "--format", "html", "--cite", "bluebook")
    assert cited.exit_code == 0, cited.stderr
    assert "U.S. Dep" in cited.stdout
    assert run("export", *KAZAKHSTAN, "--format", "html", "--cite", "nobody").exit_code == 1
