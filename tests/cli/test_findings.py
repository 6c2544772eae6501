"""hrreport findings: sentences with what they say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")


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
