"""summarize, sections, show, findings, issues, export: one report, read in every format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


def test_a_second_call_reads_neither_the_mirror_nor_html(run: Run, tmp_path: Path) -> None:
    first = run("summarize", *KAZAKHSTAN)
    again = run("summarize", *KAZAKHSTAN, HRREPORT_MIRROR=str(tmp_path / "mirror" / "www.state.gov"))
    offline = run("summarize", *KAZAKHSTAN, "--offline")
    assert first.stdout == again.stdout == offline.stdout


def test_a_summary_can_be_of_one_section(run: Run) -> None:
    rows = json.loads(run("summarize", *KAZAKHSTAN, "--section", "1.c", "--format", "json").stdout)["sections"]
    assert [row["id"] for row in rows] == ["1.c", "1.c/prison-and-detention-center-conditions"]


def test_a_summary_grows_with_its_length(run: Run) -> None:
    def sentences(*options: str) -> int:
        answer = json.loads(run("summarize", *KAZAKHSTAN, "--format", "json", *options).stdout)
        return sum(len(row["sentences"]) for row in answer["sections"])

    short, medium, long = (sentences("--length", length) for length in ("short", "medium", "long"))
    assert short < medium < long


def test_a_running_summary_keeps_near_its_length_and_leaves_the_executive_summary_out(run: Run) -> None:
    answer = json.loads(run("summarize", *KAZAKHSTAN, "--words", "200", "--format", "json").stdout)
    chosen = [s for row in answer["sections"] for s in row["sentences"]]
    assert 120 <= sum(len(s["text"].split()) for s in chosen) <= 230
    assert not any(s["section"] == "summary" for s in chosen)


def test_a_running_summary_of_one_section_is_wrong_usage(run: Run) -> None:
    result = run("summarize", *KAZAKHSTAN, "--words", "200", "--section", "1")
    assert result.exit_code == 2
    assert "leave out --section and --topic" in result.stderr


def test_show_gives_the_text_of_a_section_with_its_paragraph_numbers(run: Run) -> None:
    result = run("show", *KAZAKHSTAN, "1.c/prison-and-detention-center-conditions")
    assert result.exit_code == 0
    assert "¶ 4" in result.stdout
    assert "Independent Monitoring" in result.stdout
    assert "ARBITRARY" not in result.stdout


def test_show_gives_the_whole_report(run: Run) -> None:
    result = run("show", *KAZAKHSTAN)
    for heading in ("Executive Summary", "Section 1.", "Section 7.", "Acceptable Conditions of Work"):
        assert heading in result.stdout


@pytest.mark.parametrize("command", ["summarize", "findings"])
def test_a_section_that_does_not_exist_is_named_with_a_hint(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, "--section", "9.z")
    assert result.exit_code == 1
    assert "no section '9.z'" in result.stderr
    assert "Hint: see 'hrreport sections kazakhstan 2023'" in result.stderr
    assert result.stdout == ""


def test_a_topic_that_is_not_known_is_named(run: Run) -> None:
    result = run("findings", *KAZAKHSTAN, "--topic", "cookery")
    assert result.exit_code == 1
    assert "cookery" in result.stderr


def test_findings_can_be_all_sentences_or_those_of_a_kind_source_or_with_figures(run: Run) -> None:
    def rows(*options: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(run("findings", *KAZAKHSTAN, "--format", "json", *options).stdout)[
            "findings"
        ]
        return found

    everything = rows("--all")
    assert len(everything) > len(rows()) > 0
    assert {row["key"] for row in rows()} == {True}
    assert {row["kind"] for row in rows("--kind", "law")} == {"law"}
    assert all(row["figures"] for row in rows("--figures"))
    assert all("unhcr" in json.dumps(row["sources"]).lower() for row in rows("--source", "unhcr"))
    assert all(row["cues"] for row in rows("--explain", "--kind", "denial"))


def test_a_source_that_a_report_does_not_have_is_answered_with_those_it_has(run: Run) -> None:
    done = run("findings", *KAZAKHSTAN, "--source", "Nobody at all")
    assert done.exit_code == 1
    error, hint = done.stderr.splitlines()[-2:]
    assert error == 'Error: nothing in the report on kazakhstan 2023 is attributed to "Nobody at all"'
    assert hint.startswith("Hint: among its ")
    assert run("findings", *KAZAKHSTAN, "--source", hint.partition("sources: ")[2].split("; ")[0]).exit_code == 0


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


def test_a_summary_of_a_part_does_without_the_verdict_on_the_whole(run: Run) -> None:
    assert json.loads(run("summarize", *KAZAKHSTAN, "--format", "json").stdout)["brief"]["change"]
    assert not json.loads(run("summarize", *KAZAKHSTAN, "--section", "1.c", "--format", "json").stdout)["brief"][
        "change"
    ]


def test_sections_and_issues_can_be_those_of_a_topic(run: Run) -> None:
    def rows(command: str, *options: str) -> list[dict[str, object]]:
        name = {"sections": "sections", "issues": "issues"}[command]
        found: list[dict[str, object]] = json.loads(run(command, *KAZAKHSTAN, "--format", "json", *options).stdout)[
            name
        ]
        return found

    assert [row["id"] for row in rows("sections", "--topic", "prisons")][
        -1
    ] == "1.c/prison-and-detention-center-conditions"
    assert len(rows("sections", "--topic", "prisons")) < len(rows("sections"))
    some = rows("issues", "--topic", "torture")
    assert 0 < len(some) < len(rows("issues"))
    assert all("torture" in str(row).lower() for row in some)
    assert run("sections", *KAZAKHSTAN, "--topic", "cookery").exit_code == 1


LACKING = ("--topic", "infanticide")
"""A topic on which the report has nothing."""


@pytest.mark.parametrize("command", ["summarize", "findings", "issues", "sections", "show"])
def test_a_topic_that_the_report_lacks_is_no_empty_answer(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, *LACKING)
    assert (result.exit_code, result.stdout) == (1, "")
    said = 'nothing in the report on kazakhstan 2023 is on "infanticide", by its headings or by its words'
    assert said in result.stderr
    assert "Hint: absence of a heading is not evidence of absence" in result.stderr


@pytest.mark.parametrize("command", ["summarize", "findings"])
def test_a_topic_that_the_section_lacks_is_no_empty_answer(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, "--section", "1.b", "--topic", "prisons")
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'no heading in § 1.b of the report on kazakhstan 2023 is on "prisons"' in result.stderr
    assert "hrreport show kazakhstan 2023 --topic prisons" in result.stderr
    assert run(command, *KAZAKHSTAN, "--section", "1.c", "--topic", "prisons").exit_code == 0


def test_a_topic_on_which_no_issue_is_listed_is_not_a_report_without_issues(run: Run) -> None:
    result = run("issues", *KAZAKHSTAN, "--topic", "stateless-persons")
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'bears on "stateless-persons"' in result.stderr
    assert "hrreport show kazakhstan 2023 --topic stateless-persons" in result.stderr


def test_a_running_summary_in_which_no_sentence_fits_is_said_to_be_one(run: Run) -> None:
    result = run("summarize", *KAZAKHSTAN, "--words", "1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no sentence fits in 1 word" in result.stderr


@pytest.mark.parametrize("command", ["summarize", "findings", "issues", "sections", "show"])
@pytest.mark.parametrize("topic", ["", " "])
def test_a_topic_that_is_empty_is_not_the_whole_report(run: Run, command: str, topic: str) -> None:
    result = run(command, *KAZAKHSTAN, "--topic", topic)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no topic was named" in result.stderr


@pytest.mark.parametrize("args", [("summarize", "--section"), ("findings", "--section"), ("show",)])
def test_a_section_that_is_empty_is_not_the_whole_report(run: Run, args: tuple[str, ...]) -> None:
    command, *option = args
    result = run(command, *KAZAKHSTAN, *option, "")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no section was named" in result.stderr


@pytest.mark.parametrize("args", [("summarize", "--section"), ("findings", "--section"), ("show",)])
@pytest.mark.parametrize("typed", ["6/Women", "women", "WOMEN", "§ 6/women"])
def test_every_command_reads_a_section_in_the_same_ways(run: Run, args: tuple[str, ...], typed: str) -> None:
    command, *option = args
    wanted = run(command, *KAZAKHSTAN, *option, "6/women")
    result = run(command, *KAZAKHSTAN, *option, typed)
    assert (result.exit_code, result.stdout) == (0, wanted.stdout)


@pytest.mark.parametrize("args", [("summarize", "--section"), ("findings", "--section"), ("show",), ("cite",)])
def test_every_command_answers_a_slip_in_a_section_with_what_is_near(run: Run, args: tuple[str, ...]) -> None:
    command, *option = args
    result = run(command, *KAZAKHSTAN, *option, "6/wome")
    assert result.exit_code == 1
    assert "did you mean 6/women?" in result.stderr


def test_show_gives_a_paragraph_alone_where_one_is_named(run: Run) -> None:
    shown = run("show", *KAZAKHSTAN, "§ 1.c ¶ 2").stdout
    assert "¶ 2" in shown
    assert "¶ 1" not in shown
    assert "¶ 3" not in shown
    below = run("show", *KAZAKHSTAN, "1.c ¶ 5").stdout
    assert "Prison and Detention Center Conditions" in below
    assert "¶ 4" not in below


@pytest.mark.parametrize("command", ["summarize", "findings"])
def test_a_paragraph_is_never_silently_widened_to_its_section(run: Run, command: str) -> None:
    result = run(command, *KAZAKHSTAN, "--section", "§ 1.c ¶ 2", "--format", "json")
    answer = json.loads(result.stdout)
    found = answer["findings"] if command == "findings" else [s for d in answer["sections"] for s in d["sentences"]]
    assert {(each["section"], each["paragraph"]) for each in found} <= {("1.c", 2)}
    assert result.exit_code == 0
