"""hrreport schema: the JSON Schemas of the answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def test_the_schemas_can_be_listed_and_printed(run: Run) -> None:
    names = run("schema").stdout.split()
    assert "findings" in names
    assert json.loads(run("schema", "findings").stdout)["$schema"].startswith("https://json-schema.org/")
    assert 'there is no schema "cookery"' in run("schema", "cookery").stderr
