"""hrreport issues: the issues of the executive summary and their evidence."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from hrreport.exporting.csv import ISSUE, PROVENANCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")
KENYA = ("kenya", "2023")


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_topic_on_which_no_issue_is_listed_is_not_a_report_without_issues(run: Run) -> None:
    result = run("issues", *KAZAKHSTAN, "--topic", "stateless-persons")
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'bears on "stateless-persons"' in result.stderr
    assert "hrreport show kazakhstan 2023 --topic stateless-persons" in result.stderr


@pytest.mark.usefixtures("stored")
def test_issues_have_all_their_evidence_and_count_what_a_limit_leaves_out(run: Run) -> None:
    whole, some = (
        json.loads(run("issues", *KENYA, *more, "--format", "json").stdout)["issues"] for more in ((), ("--limit", "1"))
    )
    assert any(len(issue["evidence"]) > 1 for issue in whole)
    for every, first in zip(whole, some, strict=True):
        assert every["omitted"] == 0
        assert first["evidence"] == every["evidence"][:1]
        assert first["omitted"] + len(first["evidence"]) == len(every["evidence"])
    assert "left out by --limit" in run("issues", *KENYA, "--limit", "1").stdout


def test_issues_have_a_row_for_each_sentence_that_bears_them_out(run: Run) -> None:
    rows = read(run("issues", *KAZAKHSTAN, "--format", "csv", "--cite", "eoir").stdout)
    issues = json.loads(run("issues", *KAZAKHSTAN, "--format", "json").stdout)["issues"]
    assert list(rows[0]) == [*ISSUE, *PROVENANCE]
    assert {(row["issue"], row["text"]) for row in rows} == {
        (issue["issue"], text) for issue in issues for text in ([place["text"] for place in issue["evidence"]] or [""])
    }
    assert all((" Kazakhstan § " in row["citation"]) == bool(row["text"]) for row in rows)
