"""hrreport library export, dataset and import: files for other people and programs."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


def answer(run: Run, *args: str) -> Any:
    result = run(*args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.usefixtures("stored")
def test_a_library_is_handed_on_and_taken_over(run: Run, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.sqlite", str(tmp_path / "other.sqlite")
    assert run("library", "export", "--to", str(copy)).exit_code == 0
    merged = answer(run, "library", "import", str(copy), "--library", other)
    assert [row["country"] for row in merged["new"]] == ["jordan", "kazakhstan", "kenya"]
    again = run("library", "import", str(copy), "--library", other)
    assert "3  unchanged" in again.stdout
    assert run("search", "detention", "--library", other).exit_code == 0
    refused = run("library", "export", "--to", str(copy))
    assert refused.exit_code == 1
    assert "exists already" in refused.stderr
    assert run("library", "export", "--to", str(copy), "--force").exit_code == 0


@pytest.mark.usefixtures("stored")
def test_what_is_damaged_is_refused_and_named(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    run("library", "export", "--to", str(copy))
    with closing(sqlite3.connect(copy)) as db:
        db.execute("UPDATE page SET sha256 = 'x' || substr(sha256, 2) WHERE id = 1")
        db.commit()
    result = run("library", "import", str(copy), "--library", str(tmp_path / "other.sqlite"))
    assert result.exit_code == 1
    assert "1  refused" in result.stdout
    nowhere = run("library", "import", str(tmp_path / "nowhere.sqlite"))
    assert nowhere.exit_code == 1
    assert "there is no library here" in nowhere.stderr


@pytest.mark.usefixtures("stored")
def test_a_folder_of_markdown_has_a_file_for_each_report(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    done = run("library", "export", "--markdown", str(folder))
    assert done.exit_code == 0, done.stderr
    assert sorted(str(p.relative_to(folder)) for p in folder.rglob("*.md")) == [
        "2023/jordan.md", "2023/kazakhstan.md", "2023/kenya.md",
    ]  # fmt: skip
    assert 'country: "Kenya"' in (folder / "2023" / "kenya.md").read_text(encoding="utf-8")
    assert run("library", "export", "--markdown", str(folder)).exit_code == 1
    assert run("library", "export", "--markdown", str(folder), "--force").exit_code == 0


@pytest.mark.usefixtures("stored")
def test_jsonl_has_a_line_for_each_paragraph(run: Run, tmp_path: Path) -> None:
    result = run("library", "export", "--jsonl", "-")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == answer(run, "library", "info")["paragraphs"]
    assert {row["country"] for row in rows} == {"jordan", "kazakhstan", "kenya"}
    assert len({tuple(row) for row in rows}) == 1, "every row has the same fields"
    assert result.stderr == ""
    file = tmp_path / "paragraphs.jsonl"
    run("library", "export", "--jsonl", str(file))
    assert file.read_text(encoding="utf-8") == result.stdout


@pytest.mark.usefixtures("stored")
def test_parquet_has_the_rows_of_jsonl(run: Run, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    file = tmp_path / "paragraphs.parquet"
    result = run("library", "export", "--parquet", str(file))
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in run("library", "export", "--jsonl", "-").stdout.splitlines()]
    assert parquet.read_table(file).to_pylist() == rows


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("args", [(), ("--to", "a", "--jsonl", "b")])
def test_one_way_to_export_must_be_named(run: Run, args: tuple[str, ...]) -> None:
    result = run("library", "export", *args)
    assert result.exit_code == 2
    assert "give one of --to" in result.stderr


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("way", ["--to", "--markdown", "--jsonl"])
def test_a_place_that_cannot_be_written_is_named(run: Run, tmp_path: Path, way: str) -> None:
    (tmp_path / "file").write_text("")
    result = run("library", "export", way, str(tmp_path / "file" / "below"))
    assert result.exit_code == 1
    assert "below" in result.stderr
    assert "Traceback" not in result.stderr
