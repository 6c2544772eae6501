"""hrreport editions: the years that can be asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def test_editions_names_one_that_is_newer_than_the_program(run: Run) -> None:
    rows = json.loads(run("editions", "--format", "json").stdout)["editions"]
    assert [row["year"] for row in rows][-2:] == [2024, 2031]
    assert "2031" in run("editions").stdout


def test_editions_says_when_the_site_could_not_be_asked(run: Run) -> None:
    result = run("editions", "--offline")
    assert result.exit_code == 0
    assert "there may be newer editions" in result.stderr
