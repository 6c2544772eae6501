"""hrreport countries: names and codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def test_countries_lists_all_or_those_of_an_edition(run: Run) -> None:
    everything = json.loads(run("countries", "--format", "json").stdout)["countries"]
    assert len(everything) > 190
    listed = json.loads(run("countries", "2023", "--format", "json").stdout)
    assert [c["slug"] for c in listed["countries"]] == ["kazakhstan", "japan"]
    assert "Kazakhstan" in run("countries", "2023").stdout
