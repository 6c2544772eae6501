"""hrreport library: list, info, check, log, remove, vacuum, export, dataset, import."""

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

KENYA = ("kenya", "2023")
SUBCOMMANDS = ("list", "info", "check", "log", "remove", "vacuum", "export", "dataset", "import")


def answer(run: Run, *args: str) -> Any:
    result = run(*args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("command", SUBCOMMANDS)
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    result = run("library", command, "--help")
    assert result.exit_code == 0
    assert f"hrreport library {command}" in result.stdout.split("Example", 1)[1]


def test_the_group_lists_them(run: Run) -> None:
    shown = run("library", "--help").stdout
    assert all(f"\n  {command} " in shown for command in SUBCOMMANDS)


def test_options_of_the_program_may_stand_anywhere(run: Run, tmp_path: Path) -> None:
    nowhere = ("--library", str(tmp_path / "nowhere.sqlite"))
    for args in ((*nowhere, "library", "info"), ("library", *nowhere, "info"), ("library", "info", *nowhere)):
        assert "nowhere.sqlite" in run(*args).stderr


@pytest.mark.parametrize("command", ["list", "info", "check", "log", "vacuum"])
def test_without_a_library_that_is_said_and_none_is_made(run: Run, command: str, tmp_path: Path) -> None:
    result = run("library", command)
    assert result.exit_code == 1
    assert "there is no library yet" in result.stderr
    assert not (tmp_path / "library.sqlite").exists()


@pytest.mark.usefixtures("stored")
def test_list_shows_what_is_stored_or_the_part_asked_for(run: Run) -> None:
    assert [row["country"] for row in answer(run, "library", "list")["reports"]] == ["jordan", "kazakhstan", "kenya"]
    assert [row["country"] for row in answer(run, "library", "list", "kenya", "2020-2023")["reports"]] == ["kenya"]
    assert answer(run, "library", "list", "2019")["reports"] == []
    shown = run("library", "list")
    assert "3 reports on 3 countries." in shown.stdout
    assert "from a mirror" in shown.stdout
    assert run("library", "list", "2019").stdout == "Nothing of that is stored.\n"


@pytest.mark.usefixtures("revised")
def test_list_with_revisions_tells_what_changed(run: Run) -> None:
    rows = answer(run, "library", "list", "kenya", "--revisions")["revisions"]
    assert [(row["revision"], row["current"]) for row in rows] == [(1, False), (2, True)]
    assert rows[0]["changes"] is None
    assert sorted(change["kind"] for change in rows[1]["changes"]) == ["added", "reworded"]
    shown = run("library", "list", "--revisions").stdout
    assert "against the text before: 2 sentences: 1 reworded, 1 added" in shown
    assert "Kenya 2023: 2 texts" in shown
    assert "Jordan 2023: 1 text\n" in shown


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ((*KENYA, "--revision", "7"), 1, "has no revision 7"),
        (("japan", "2023", "--revision", "1"), 1, "is not in the library"),
        (("japan", "2023", "--revisions"), 1, "is not in the library"),
        ((*KENYA, "1.c", "--revisions"), 2, "leave out PLACE"),
        ((*KENYA, "--revision", "0"), 2, "0"),
    ],
)
def test_a_text_that_is_not_stored_is_named(run: Run, args: tuple[str, ...], code: int, said: str) -> None:
    result = run("show", *args)
    assert result.exit_code == code
    assert said in result.stderr


@pytest.mark.usefixtures("stored")
def test_info_tells_what_the_bytes_are_spent_on(run: Run, tmp_path: Path) -> None:
    told = answer(run, "library", "info")
    assert (told["reports"], told["years"]) == (3, [2023])
    assert told["path"] == str(tmp_path / "library.sqlite")
    shown = run("library", "info").stdout
    assert "kB" in shown
    assert "Editions    2023" in shown


@pytest.mark.usefixtures("stored")
def test_check_finds_nothing_in_a_sound_library(run: Run) -> None:
    assert run("library", "check").stdout == "Sound: 3 texts, 3 pages, the index.\n"
    assert answer(run, "library", "check")["sound"] is True


@pytest.mark.usefixtures("stored")
def test_check_names_what_is_wrong_and_exits_with_1(run: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as db:
        db.execute("UPDATE revision SET text_hash = 'x' WHERE country = 'kenya'")
        db.commit()
    result = run("library", "check")
    assert result.exit_code == 1
    assert "1 flaw:" in result.stdout
    assert "Kenya 2023" in result.stdout
    told = run("library", "check", "--format", "json")
    assert told.exit_code == 1
    assert json.loads(told.stdout)["flaws"][0]["country"] == "kenya"


@pytest.mark.usefixtures("stored")
def test_a_damaged_file_is_told_in_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"no database at all" * 400)
    result = run("library", "check")
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    assert "library.sqlite" in result.stderr


@pytest.mark.usefixtures("stored")
def test_a_check_does_not_send_its_reader_to_the_check(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes(library.read_bytes()[:4096])
    checked, listed = run("library", "check"), run("library", "list")
    assert (checked.exit_code, listed.exit_code) == (1, 1)
    assert "Hint: move the file away" in checked.stderr
    assert "Hint: see 'hrreport library check'; move the file away" in listed.stderr


@pytest.mark.usefixtures("revised")
def test_remove_asks_first_and_takes_one_text_or_all(run: Run) -> None:
    asked = run("library", "remove", *KENYA, stdin="n\n")
    assert asked.exit_code == 1
    assert "Remove 2 texts of the report on kenya 2023" in asked.stderr
    assert run("library", "remove", *KENYA, "--revision", "1", "--yes").exit_code == 0
    assert [r["revision"] for r in answer(run, "library", "list", "kenya", "--revisions")["revisions"]] == [2]
    assert run("library", "remove", *KENYA, stdin="y\n").exit_code == 0
    assert "kenya" not in str(answer(run, "library", "list"))
    gone = run("library", "remove", *KENYA, "--yes")
    assert gone.exit_code == 1
    assert "the report on kenya 2023 is not stored" in gone.stderr


@pytest.mark.usefixtures("stored")
def test_vacuum_gives_space_back(run: Run) -> None:
    run("library", "remove", *KENYA, "--yes")
    result = run("library", "vacuum")
    assert result.exit_code == 0
    assert result.stderr.startswith("Freed ")


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("sql", ["'; DROP TABLE revision; --", "x' OR '1'='1", "%", "_"])
@pytest.mark.parametrize("command", [("list",), ("remove", "2023", "--yes"), ("import",)])
def test_sql_in_any_argument_harms_nothing(run: Run, sql: str, command: tuple[str, ...]) -> None:
    result = run("library", command[0], sql, *command[1:])
    assert result.exit_code in (1, 2)
    assert "Traceback" not in result.stderr
    assert run("library", "check").stdout.startswith("Sound: 3 texts")


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
