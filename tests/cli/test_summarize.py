"""hrreport summarize: a report in its own sentences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")


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


def test_a_summary_of_a_part_does_without_the_verdict_on_the_whole(run: Run) -> None:
    assert json.loads(run("summarize", *KAZAKHSTAN, "--format", "json").stdout)["brief"]["change"]
    assert not json.loads(run("summarize", *KAZAKHSTAN, "--section", "1.c", "--format", "json").stdout)["brief"][
        "change"
    ]


def test_a_running_summary_in_which_no_sentence_fits_is_said_to_be_one(run: Run) -> None:
    result = run("summarize", *KAZAKHSTAN, "--words", "1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no sentence fits in 1 word" in result.stderr
