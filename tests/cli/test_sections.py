"""hrreport sections: the outline of a report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")


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
