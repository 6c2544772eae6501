"""cite, and --cite on findings and exports: every style, short and long, on the clipboard, never the abridgement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hrreport.citing import STYLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")
DEAD = ("--mirror", "http://mirror.invalid/")


@pytest.mark.parametrize("style", STYLES)
def test_every_style_cites_a_report_and_a_place_in_it(run: Run, style: str) -> None:
    whole = run("cite", *KAZAKHSTAN, "--style", style)
    place = run("cite", *KAZAKHSTAN, "1.c ¶ 1", "--style", style)
    assert (whole.exit_code, place.exit_code) == (0, 0), place.stderr
    assert "kazakhstan" in whole.stdout.lower()
    assert whole.stdout.endswith("\n")
    short = run("cite", *KAZAKHSTAN, "1.c ¶ 1", "--style", style, "--short")
    assert short.exit_code == (0 if STYLES[style].short else 1)
    assert short.stdout != place.stdout


def test_a_record_that_nothing_cites_has_no_short_form(run: Run) -> None:
    result = run("cite", *KAZAKHSTAN, "--style", "ris", "--short")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1].startswith("Hint: leave --short out")


def test_each_place_has_its_citation_and_a_range_has_one(run: Run) -> None:
    result = run("cite", *KAZAKHSTAN, "1.c:1-3", "6/women", "--short")
    assert result.stdout.splitlines() == [
        "2023 Country Reports: Kazakhstan, supra, § 1.c ¶¶ 1–3.",
        "2023 Country Reports: Kazakhstan, supra, § 6 (Women).",
    ]


@pytest.mark.parametrize("style", ["bibtex", "biblatex", "csl-json", "ris"])
def test_a_record_keeps_the_place(run: Run, style: str) -> None:
    whole, place = (run("cite", *KAZAKHSTAN, *at, "--style", style).stdout for at in ([], ["women ¶ 1"]))
    assert "Women" in place
    assert "Women" not in whole


def test_a_record_of_several_places_is_written_once_and_their_citing_is_told(run: Run) -> None:
    whole, several = (run("cite", *KAZAKHSTAN, *at, "--style", "csl-json") for at in ([], ["1.c", "6/women"]))
    assert several.stdout == whole.stdout
    assert len(json.loads(several.stdout)) == 1
    assert '"locator": "1.c"' in several.stderr
    assert '"locator": "6, Women"' in several.stderr
    refused = run("cite", *KAZAKHSTAN, "1.c", "6/women", "--style", "ris")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert 'a record of "ris" names one place, and 2 are given' in refused.stderr


def test_the_help_names_every_style(run: Run) -> None:
    listed = run("cite", "--help").stdout.split("Styles:")[1].split("Examples:")[0]
    assert {word for word in listed.split() if word in STYLES} == set(STYLES)


@pytest.mark.parametrize("typed", [("1.c ¶ 1",), ("1.c", "¶", "1"), ("1c:1",), ("#1.c-p1",), ("sec. 1.c, para. 1",)])
def test_a_place_may_be_typed_in_many_ways(run: Run, typed: tuple[str, ...]) -> None:
    assert "Kazakhstan § 1.c ¶ 1" in run("cite", *KAZAKHSTAN, *typed).stdout


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("1.z",), 1, 'no section "1.z"'),
        (("1.c ¶ 99",), 1, "there is nothing at § 1.c ¶ 99"),
        (("?!",), 1, "is not a place in a report"),
        (("--style", "mla"), 1, 'no citation style "mla"'),
        (("--accessed", "yesterday"), 2, '"yesterday" is not a date'),
        (("--accessed", "2020-01-01"), 2, "is before the report was published"),
        (("--accessed", "2999-01-01"), 2, "is still to come"),
    ],
)
def test_what_cannot_be_cited_is_named(run: Run, args: tuple[str, ...], code: int, said: str) -> None:
    result = run("cite", *KAZAKHSTAN, *args)
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stdout == ""


def test_the_day_of_access_can_be_given(run: Run) -> None:
    assert "31 March 2025" in run("cite", *KAZAKHSTAN, "--style", "oscola", "--accessed", "2025-03-31").stdout


@pytest.mark.parametrize(
    "args",
    [
        ("cite", *KAZAKHSTAN),
        ("findings", *KAZAKHSTAN, "--cite", "apa"),
        ("verify", *KAZAKHSTAN, "the year"),
        ("export", *KAZAKHSTAN, "--format", "csv", "--cite", "apa"),
        ("export", *KAZAKHSTAN, "--format", "html", "--cite", "apa"),
        ("export", *KAZAKHSTAN, "--format", "markdown", "--cite", "apa"),
        ("issues", *KAZAKHSTAN, "--cite", "apa"),
    ],
)
def test_the_abridgement_is_not_cited_and_nothing_is_verified_against_it(run: Run, args: tuple[str, ...]) -> None:
    result = run(*args, *DEAD)
    assert result.exit_code == 1
    assert "the bundled abridgement of kazakhstan 2023" in result.stderr
    assert "Hint: fetch the report itself" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv", "html"])
def test_findings_carry_their_citation_in_every_format(run: Run, form: str) -> None:
    result = run("findings", *KAZAKHSTAN, "--section", "1.c", "--cite", "oscola", "--format", form)
    assert result.exit_code == 0, result.stderr
    shown = " ".join(result.stdout.split())
    assert "‘2023 Country Reports on Human Rights Practices: Kazakhstan’" in shown
    assert "para 1" in shown.replace("\\", "")


def test_findings_without_a_style_carry_their_place(run: Run) -> None:
    rows = json.loads(run("findings", *KAZAKHSTAN, "--format", "json").stdout)["findings"]
    assert all(row["citation"].startswith("§ ") for row in rows)


def test_an_export_carries_citations_where_there_is_room_for_them(run: Run) -> None:
    assert "supra" not in run("export", *KAZAKHSTAN, "--format", "csv", "--cite", "bluebook").stdout
    shown = run("export", *KAZAKHSTAN, "--format", "csv", "--cite", "ecoi")
    assert "USDOS – US Department of State" in shown.stdout


def test_an_export_in_markdown_carries_the_citation_of_the_report_at_its_head(run: Run) -> None:
    head = run("export", *KAZAKHSTAN, "--format", "markdown", "--cite", "ecoi").stdout.split("\n## ")[0]
    cited = run("cite", *KAZAKHSTAN, "--style", "ecoi").stdout.strip()
    matter, _, below = head.partition("\n# ")
    assert f"citation: {json.dumps(cited, ensure_ascii=False)}" in matter.splitlines()
    assert cited in " ".join(below.split()).replace("\\", "")
    assert "citation:" not in run("export", *KAZAKHSTAN, "--format", "markdown").stdout


def test_an_export_in_json_carries_the_citation_of_the_report(run: Run) -> None:
    cited = run("cite", *KAZAKHSTAN, "--style", "ris").stdout
    assert json.loads(run("export", *KAZAKHSTAN, "--format", "json", "--cite", "ris").stdout)["citation"] == cited[:-1]
    assert "citation" not in json.loads(run("export", *KAZAKHSTAN, "--format", "json").stdout)


def test_an_export_refuses_a_record_where_it_cannot_stand(run: Run) -> None:
    result = run("export", *KAZAKHSTAN, "--format", "markdown", "--cite", "ris")
    assert (result.exit_code, result.stdout) == (1, "")
    assert '"ris" writes records of several lines' in result.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv", "html"])
def test_the_evidence_of_issues_carries_its_citation_in_every_format(run: Run, form: str) -> None:
    result = run("issues", *KAZAKHSTAN, "--cite", "oscola", "--format", form)
    assert result.exit_code == 0, result.stderr
    found = json.loads(run("issues", *KAZAKHSTAN, "--format", "json").stdout)["issues"]
    place = next(issue["evidence"][0] for issue in found if issue["evidence"])
    shown = " ".join(result.stdout.split()).replace("\\", "")
    assert f"s {place['section'].partition('/')[0]}, para {place['paragraph']} " in shown


def test_issues_without_a_style_carry_their_place(run: Run) -> None:
    found = json.loads(run("issues", *KAZAKHSTAN, "--format", "json").stdout)["issues"]
    assert all(place["citation"].startswith("§ ") for issue in found for place in (issue["listed"], *issue["evidence"]))


def test_a_citation_is_put_on_the_clipboard_by_a_program_of_the_system(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pbcopy").write_text(f"#!/bin/sh\ncat > {tmp_path / 'clipboard'}\n")
    (tmp_path / "pbcopy").chmod(0o755)
    result = run("cite", *KAZAKHSTAN, "--copy", PATH=f"{tmp_path}:/bin:/usr/bin")
    assert result.exit_code == 0, result.stderr
    assert result.stderr.splitlines()[-1] == "Copied by pbcopy."
    assert (tmp_path / "clipboard").read_text(encoding="utf-8") == result.stdout.rstrip("\n")


def test_where_there_is_no_clipboard_it_is_said_after_the_citation(run: Run, tmp_path: Path) -> None:
    result = run("cite", *KAZAKHSTAN, "--copy", PATH=str(tmp_path))
    assert result.exit_code == 1
    assert "Kazakhstan" in result.stdout
    assert "there is no clipboard here" in result.stderr
