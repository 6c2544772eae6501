"""Many countries at once, from the library: named by options, in every format, with what is missing."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


@pytest.fixture
def ask(run: Run, stored: Path) -> Run:
    """Run the program on a library with Kazakhstan, Kenya and Jordan of 2023."""
    library = str(stored.parent / "library.sqlite")
    return lambda *args, **more: run(*args, HRREPORT_LIBRARY=library, **more)


def test_countries_are_grouped_by_what_is_reported_with_the_key_finding_of_each(ask: Run) -> None:
    shown = ask("compare", "--all", "2023", "--topic", "torture")
    assert shown.exit_code == 0
    assert "abuses reported: 3 countries" in shown.stdout
    assert "Kenya: " in shown.stdout
    assert "§ 1.c ¶" in shown.stdout
    assert "nothing is said of them (2023, 193 countries): Afghanistan" in " ".join(shown.stdout.split())
    assert "Not in the library" in shown.stderr
    some = " ".join(ask("compare", "--region", "sca", "2023", "--topic", "torture").stdout.split())
    assert "Fetch: hrreport download afghanistan bangladesh" in some, "no other region's reports are fetched"
    assert "--all" not in some


def test_a_list_names_countries_and_what_of_it_is_missing_makes_the_program_exit_with_1(
    ask: Run, tmp_path: Path
) -> None:
    listed = tmp_path / "lakes.txt"
    listed.write_text("# around the lake\nKenya\nUganda\n", encoding="utf-8")
    shown = ask("compare", "--group", str(listed), "2023", "--format", "json")
    assert shown.exit_code == 1
    answer = json.loads(shown.stdout)
    assert answer["group"] == {"name": "lakes", "countries": ["kenya", "uganda"]}
    assert [gap["country"] for gap in answer["not_included"]] == ["uganda"]
    assert [report["country"] for report in answer["reports"]] == ["kenya"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ("diff", "--region", "sca", "2022", "2023"),
            "first: hrreport download afghanistan bangladesh",
        ),
        (("compare", "kenya", "--all", "2023"), "leave out COUNTRY"),
        (("compare", "--all", "--region", "af", "2023"), "--all means every country"),
        (("compare", "--all", "2023", "--refresh"), "--refresh does not go"),
        (("compare", "--group", "nowhere.txt", "2023"), 'cannot read "nowhere.txt"'),
        (("compare", "--group", "slip.txt", "2023"), 'line 2 of "slip.txt"'),
        (("compare", "--region", "mars", "2023"), '"mars" is not one of af, eap'),
        (("diff", "--all", "2022", "2023", "--topic", "torture"), "leave out --topic"),
        (("diff", "kenya", "2022", "2023", "--duties"), "go with many countries"),
        (("diff", "--all", "2022", "2023", "--duties", "--sort", "gone"), "can be sorted by country"),
        (("diff", "--all", "2022", "2023"), "the library has no report of 2022 and 2023"),
        (("trend", "--all"), "add --topic with one"),
        (("trend", "kenya", "--format", "csv"), "csv goes with many countries"),
    ],
)
def test_what_does_not_go_together_is_refused_in_one_line(
    ask: Run, typed: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slip.txt").write_text("kenya\nkeniya land\n", encoding="utf-8")
    shown = ask(*typed)
    assert shown.exit_code in (1, 2)
    assert said in " ".join(shown.stderr.split())
    assert not shown.stdout


def test_a_row_a_cell_with_its_pinpoint_and_those_that_are_missing(ask: Run) -> None:
    shown = ask("compare", "--region", "sca", "2023", "--topic", "torture,prisons", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(shown.stdout)))
    cells = [row for row in rows if row["level"] != "not-in-library"]
    assert [(row["country"], row["topic"]) for row in cells] == [("kazakhstan", "torture"), ("kazakhstan", "prisons")]
    assert all(row["id"].startswith("1.c-p") and row["text"] and row["sha256"] for row in cells)
    assert {row["country"] for row in rows} > {"india", "nepal"}
    named = ask("compare", "kenya", "jordan", "2023", "--format", "csv")
    assert {row["country"] for row in csv.DictReader(io.StringIO(named.stdout))} == {"kenya", "jordan"}


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html", "svg", "csv"])
def test_one_topic_is_followed_in_many_countries(ask: Run, form: str) -> None:
    shown = ask("trend", "--countries", "kenya,jordan", "--topic", "torture", "--format", form)
    assert shown.exit_code == 0, shown.stderr
    assert "Kenya" in shown.stdout
    assert "Jordan" in shown.stdout


def test_where_the_list_of_an_edition_cannot_be_fetched_what_is_stored_is_shown_as_such(
    ask: Run, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for args in (("--mirror", str(empty)), ("--offline",)):
        shown = ask("countries", "2023", *args)
        assert shown.exit_code == 0
        assert "3 countries and territories whose report for 2023 is in the library; the list" in shown.stdout
        assert "Note: the list of the edition of 2023 could not be fetched; shown is what the library" in shown.stderr
    answer = json.loads(ask("countries", "2023", "--offline", "--format", "json").stdout)
    assert answer["stored_only"]
    assert {country["slug"] for country in answer["countries"]} == {"kazakhstan", "kenya", "jordan"}
    none = ask("countries", "2022", "--mirror", str(empty))
    assert none.exit_code == 1
    assert "Error: the mirror has no list of the reports of 2022" in none.stderr
    assert "Hint: ask for a report by its country" in none.stderr
