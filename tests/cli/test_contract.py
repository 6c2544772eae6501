"""What every command prints as JSON is what the schema that the program prints says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

KENYA = ("kenya", "2023")
COMMANDS = {
    "sections": ("sections", *KENYA),
    "summary": ("summarize", *KENYA),
    "findings": ("findings", *KENYA, "--cite", "apa"),
    "issues": ("issues", *KENYA),
    "report": ("export", *KENYA, "--cite", "csl-json"),
    "countries": ("countries",),
    "search": ("search", "detention", "--context", "1"),
    "search-counts": ("search", "detention", "--count", "country"),
    "verify": ("verify", *KENYA, "[t]he government ... enforce"),
    "verify-anywhere": ("verify", "--anywhere", "zebras enforce the law"),
    "download": ("download", "kenya", "japan", "2023"),
    "watch": ("watch", "--once"),
    "library-list": ("library", "list"),
    "library-revisions": ("library", "list", "--revisions"),
    "library-info": ("library", "info"),
    "library-log": ("library", "log"),
    "library-check": ("library", "check"),
}


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("name", COMMANDS)
def test_an_answer_is_what_its_schema_says(
    run: Run, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.chdir(str(tmp_path))
    result = run(*COMMANDS[name], "--format", "json")
    assert result.exit_code in (0, 1)
    schema = json.loads(run("schema", name).stdout)
    jsonschema.Draft202012Validator(schema).validate(json.loads(result.stdout))


@pytest.mark.usefixtures("stored")
def test_every_line_of_jsonl_is_what_its_schema_says(run: Run) -> None:
    schema = json.loads(run("schema", "library-paragraph").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    for line in run("library", "export", "--jsonl", "-").stdout.splitlines():
        validator.validate(json.loads(line))


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("count", [(), ("--count", "year")])
def test_a_search_that_met_nothing_is_what_its_schema_says(run: Run, count: tuple[str, ...]) -> None:
    filters = ("--country", "kenya,chad", "--year", "2019-2023", "--section", "9.z")
    schema = json.loads(run("schema", "search-counts" if count else "search").stdout)
    answer = json.loads(run("search", "detention", *filters, *count, "--format", "json").stdout)
    jsonschema.Draft202012Validator(schema).validate(answer)
    assert answer["searched"]["sections_not_found"] == ["9.z"]
