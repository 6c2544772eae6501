"""verify: exit codes, where the quotation may come from, every format, all stored reports at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")
THERE = "Equal pay of men and women for equal work was not required by law"
NEAR = "Equal pay of men and women for equal work was always required by law"


def verdict(run: Run, *args: str, code: int = 0) -> dict[str, Any]:
    result = run("verify", *args, "--format", "json")
    assert result.exit_code == code, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_quotation_that_is_there_is_shown_in_its_sentence_with_a_citation(run: Run) -> None:
    result = run("verify", *KAZAKHSTAN, THERE)
    assert result.exit_code == 0, result.stderr
    shown = " ".join(result.stdout.split())
    assert "✓ Word for word." in shown
    assert f"⟦{THERE}⟧, and the national" in shown
    assert "§ 6 ¶" in shown
    assert "Kazakhstan § 6, Women, ¶" in shown


def test_a_quotation_that_is_not_there_exits_with_1_and_shows_the_nearest_passage_marked(run: Run) -> None:
    result = run("verify", *KAZAKHSTAN, NEAR)
    assert result.exit_code == 1
    assert "✗  Differs: 1 word changed." in result.stdout
    assert "[-always-] {+not+} required" in " ".join(result.stdout.split())
    assert "Error" not in result.stderr


def test_words_that_are_nowhere_have_no_nearest_passage(run: Run) -> None:
    result = run("verify", *KAZAKHSTAN, "zebras sleep upon marble violins")
    assert result.exit_code == 1
    assert "no passage comes near it" in result.stdout


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
@pytest.mark.parametrize(("quotation", "code"), [(THERE, 0), (NEAR, 1)])
def test_every_format_gives_answer_and_exit_code(run: Run, form: str, quotation: str, code: int) -> None:
    result = run("verify", *KAZAKHSTAN, quotation, "--format", form)
    assert result.exit_code == code
    assert "Equal pay" in result.stdout
    if form == "html":
        assert ("<del>always </del><ins>not </ins>" if code else f"<mark>{THERE}</mark>") in result.stdout
    if form == "markdown":
        marked = "<del>always</del> <ins>not</ins> required" if code else f"**{THERE}**, and"
        assert marked in result.stdout


def test_json_has_the_words_side_by_side(run: Run) -> None:
    words = verdict(run, *KAZAKHSTAN, NEAR, code=1)["nearest"]["words"]
    assert [(w["quoted"].strip(), w["printed"].strip()) for w in words if w["mark"] == "changed"] == [("always", "not")]


def test_ellipses_and_brackets_are_reported_with_what_they_hide(run: Run) -> None:
    quotation = "[e]qual pay of men and women ... was not required by law"
    place = verdict(run, *KAZAKHSTAN, quotation)["places"][0]
    assert place["gaps"][0]["words"] == 3
    assert place["alterations"][0]["printed"] == "Equal"
    shown = run("verify", *KAZAKHSTAN, quotation).stdout
    assert "An ellipsis leaves out 3 words: “for equal work”" in shown
    assert "[e]qual changes the capital of “Equal”." in shown
    assert "~  Altered as marked: 3 words left out; 1 change in brackets." in shown


def test_with_exact_a_marked_alteration_exits_with_1(run: Run) -> None:
    altered = "[e]qual pay of men and women ... was not required by law"
    assert run("verify", *KAZAKHSTAN, altered).exit_code == 0
    assert run("verify", *KAZAKHSTAN, altered, "--exact").exit_code == 1
    assert run("verify", *KAZAKHSTAN, THERE, "--exact").exit_code == 0
    assert run("verify", "--exact", *KAZAKHSTAN, NEAR).exit_code == 1


@pytest.mark.parametrize(
    ("quotation", "judgment", "conventions"),
    [
        (f"{THERE[:26]}.", "exact", ["final-mark"]),
        (f"“{THERE[0].lower()}{THERE[1:]}.”", "exact", ["first-letter", "final-mark"]),
        (THERE.replace("required", "re-\nquired"), "exact", ["line-hyphen"]),
        (THERE.replace("women", "[others]"), "altered-as-marked", []),
        (THERE.upper(), "differs", []),
        ("The law did not require equal pay for equal work of women and men", "not-found", []),
    ],
)
def test_verdicts_and_conventions_are_told_apart(
    run: Run, quotation: str, judgment: str, conventions: list[str]
) -> None:
    found = verdict(run, *KAZAKHSTAN, quotation, code=int(judgment in ("differs", "not-found")))
    assert (found["verdict"], found["conventions"]) == (judgment, conventions)
    assert found["nearest"] is not None or found["found"]


def test_of_several_quotations_in_a_file_each_is_judged(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quotations.txt"
    file.write_text(f"1. “{THERE}.”\n\n> {NEAR}\n\nThe report adds that “{THERE[:26]}” was no law.\n", encoding="utf-8")
    found = verdict(run, *KAZAKHSTAN, "--file", str(file), code=1)
    assert [(each["quotation"], each["verdict"]) for each in found["quotations"]] == [
        (f"“{THERE}.”", "exact"),
        (NEAR, "differs"),
        (THERE[:26], "exact"),
    ]
    assert (found["verdict"], found["found"]) == ("differs", False)
    shown = run("verify", *KAZAKHSTAN, "--file", str(file)).stdout
    assert "✗  3 quotations: 2 word for word, 1 differs." in shown
    assert "## Quotation 3" in run("verify", *KAZAKHSTAN, "--file", str(file), "--format", "markdown").stdout


def test_a_quotation_with_its_citation_is_judged_by_what_stands_in_quotation_marks(run: Run) -> None:
    found = verdict(run, *KAZAKHSTAN, f"“{THERE}.” U.S. Dep’t of State, 2023 Country Reports: Kazakhstan § 6 (2024).")
    assert [each["verdict"] for each in found["quotations"]] == ["exact"]


@pytest.mark.usefixtures("stored")
def test_anywhere_takes_one_quotation(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quotations.txt"
    file.write_text(f"“{THERE}”\n\n“{NEAR}”", encoding="utf-8")
    result = run("verify", "--anywhere", "--file", str(file))
    assert result.exit_code == 1
    assert "give one quotation at a time" in result.stderr


def test_a_caveat_beside_the_quotation_is_pointed_out(run: Run) -> None:
    result = run("verify", *KAZAKHSTAN, "It carried seven to 12 years in prison")
    assert result.exit_code == 0
    assert "!  Caveat (contrast): “but” stands after the quoted words, in the same sentence" in result.stdout
    markdown = run("verify", *KAZAKHSTAN, "It carried seven to 12 years in prison", "--format", "markdown").stdout
    assert "**Caution:** Caveat (contrast)" in markdown


def test_stretches_that_stand_apart_are_told(run: Run) -> None:
    quotation = f"{THERE} ... 15 days of administrative arrest"
    found = verdict(run, *KAZAKHSTAN, quotation, code=1)
    assert found["scattered"] is True
    assert [part["found"] for part in found["parts"]] == [True, True]
    assert "each of its stretches is there" in run("verify", *KAZAKHSTAN, quotation).stdout


def test_the_quotation_may_come_from_a_file_or_from_stdin(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quotation.txt"
    file.write_text(f"\ufeff{THERE}\n", encoding="utf-8")
    assert verdict(run, *KAZAKHSTAN, "--file", str(file))["found"]
    assert run("verify", *KAZAKHSTAN, "-", stdin=THERE).exit_code == 0
    assert run("verify", *KAZAKHSTAN, "--file", "-", stdin=NEAR).exit_code == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "name the report"),
        (("kazakhstan",), "name the report"),
        (KAZAKHSTAN, "give the quotation"),
        ((*KAZAKHSTAN, "two", "words"), "as one argument"),
        ((*KAZAKHSTAN, "words", "--file", "x"), "either as an argument or with --file"),
        (("--anywhere",), "give the quotation"),
    ],
)
def test_wrong_usage_says_how(run: Run, args: tuple[str, ...], said: str) -> None:
    result = run("verify", *args)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"x" * 1_000_001])
def test_a_file_that_is_no_quotation_is_named(run: Run, tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "quotation.bin"
    file.write_bytes(body)
    result = run("verify", *KAZAKHSTAN, "--file", str(file))
    assert result.exit_code == 1
    assert "quotation.bin" in result.stderr
    assert run("verify", *KAZAKHSTAN, "--file", str(tmp_path)).exit_code == 1


def test_a_quotation_without_words_is_refused(run: Run) -> None:
    result = run("verify", *KAZAKHSTAN, "...")
    assert result.exit_code == 1
    assert "no words to look for" in result.stderr


@pytest.mark.usefixtures("stored")
def test_anywhere_names_every_stored_report_that_has_it(run: Run) -> None:
    found = verdict(run, "--anywhere", THERE)
    assert (found["reports"], found["found"]) == (3, True)
    assert {one["report"]["country"] for one in found["verdicts"]} == {"kazakhstan", "kenya", "jordan"}
    first = verdict(run, *KAZAKHSTAN, THERE, "--anywhere")
    assert first["verdicts"][0]["report"]["country"] == "kazakhstan"
    shown = run("verify", "--anywhere", THERE)
    assert "It is in 3 of 3 stored reports: 3 word for word." in shown.stdout
    assert "## Kenya 2023" in run("verify", "--anywhere", THERE, "--format", "markdown").stdout


@pytest.mark.usefixtures("stored")
def test_anywhere_exits_with_1_where_it_is_nowhere_and_shows_what_comes_nearest(run: Run) -> None:
    result = run("verify", "--anywhere", NEAR)
    assert result.exit_code == 1
    assert "none of 3 stored reports" in result.stdout
    assert "[-always-] {+not+}" in result.stdout


def test_anywhere_needs_a_library(run: Run) -> None:
    result = run("verify", "--anywhere", THERE)
    assert result.exit_code == 1
    assert "there is no library yet" in result.stderr


def test_the_example_of_the_help_is_in_the_real_report(run: Run, shared_site: Path) -> None:
    line = next(line for line in run("verify", "--help").stdout.splitlines() if '2023 "' in line)
    found = verdict(run, *KAZAKHSTAN, line.split('"')[1], "--mirror", str(shared_site))
    assert found["report"]["sha256"]
    assert found["verdict"] == "exact"
