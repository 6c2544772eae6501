"""Topics at the command line: listed, given as places, and found by words where no heading is on them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from hrreport.catalogue import records
from hrreport.model.elsewhere import NO_HEADING, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


KENYA = ("kenya", "2023")


LACKING = "security-forces"
"""A topic that no heading of the report is on, and that it speaks of."""


COMPILE = ("compile", "--country", "kenya", "--year", "2023")


pytestmark = pytest.mark.usefixtures("stored")


def test_all_topics_are_listed_in_every_format(run: Run) -> None:
    ids = [topic.id for topic in records.topics()]
    listed = json.loads(run("topics", "--format", "json").stdout)
    jsonschema.Draft202012Validator(json.loads(run("schema", "topics").stdout)).validate(listed)
    assert [topic["id"] for topic in listed["topics"]] == ids
    rows = list(csv.DictReader(io.StringIO(run("topics", "--format", "csv").stdout)))
    assert list(dict.fromkeys(row["id"] for row in rows)) == ids
    text = run("topics").stdout
    assert all(f" {name}\n" in text for name in ids)
    assert f"{len(ids)} topics." in text


def test_a_topic_is_listed_with_what_stands_for_it_in_each_edition(run: Run) -> None:
    (torture,) = json.loads(run("topics", "torture", "--format", "json").stdout)["topics"]
    years = [year for each in torture["headings"] for year in range(each["first"], each["last"] + 1)]
    assert years == list(range(1993, 2025))
    assert {each["section"] for each in torture["headings"]} == {"1.c", "3.a"}
    text = run("topics", "gay").stdout
    assert "lgbtqi" in text
    assert "2024" not in text
    assert "looked for by words" in run("topics", "conscription").stdout
    assert run("topics", "cookery").exit_code == 1


@pytest.mark.parametrize("command", ["show", "summarize", "findings"])
def test_a_topic_without_a_heading_is_shown_apart(run: Run, command: str) -> None:
    result = run(command, *KENYA, "--topic", LACKING)
    assert result.exit_code == 0, result.stderr
    before, _, apart = result.stdout.partition(TITLE)
    assert NO_HEADING in " ".join(apart.split())
    assert "olice" in apart
    assert "¶" not in before


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
@pytest.mark.parametrize("args", [("summarize", *KENYA), ("findings", *KENYA), ("compare", *KENYA)])
def test_every_format_tells_what_stands_elsewhere(run: Run, args: tuple[str, ...], form: str) -> None:
    result = run(*args, "--topic", "police", "--format", form)
    assert result.exit_code == 0, result.stderr
    assert NO_HEADING in " ".join(result.stdout.split()).replace("\\", "")


@pytest.mark.parametrize(
    ("schema", "args"),
    [("summary", ("summarize", *KENYA)), ("findings", ("findings", *KENYA)), ("compilation", COMPILE)],
)
def test_what_stands_elsewhere_is_as_the_schema_says(run: Run, schema: str, args: tuple[str, ...]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(run("schema", schema).stdout))
    for topic in ("police", "prisons"):
        answer = json.loads(run(*args, "--topic", topic, "--format", "json").stdout)
        validator.validate(answer)
        where = answer["chapters"][0]["entries"][0] if schema == "compilation" else answer
        assert (where["elsewhere"] is None) is (topic == "prisons")
        for passage in where["elsewhere"]["passages"] if topic == "police" else ():
            assert all(sentence["text"] in passage["text"] for sentence in passage["sentences"])


def test_a_table_of_findings_tells_that_there_is_more_elsewhere(run: Run) -> None:
    assert NO_HEADING in run("findings", *KENYA, "--topic", LACKING, "--format", "csv").stderr


PLACES = ("women", "6/women", "§ 6/women", "6 women", "§ 6, Women", "1.c:1-2", "s 1.c, para 2", "1.c; women", "torture")


@pytest.mark.parametrize("typed", PLACES)
def test_every_command_has_the_same_paragraphs_in_a_place(run: Run, typed: str) -> None:
    found = json.loads(run("findings", *KENYA, "--all", "--section", typed, "--format", "json").stdout)["findings"]
    places = {(each["section"], each["paragraph"]) for each in found}
    assert places
    rows = csv.DictReader(io.StringIO(run("export", *KENYA, "--section", typed, "--format", "csv").stdout))
    assert {(row["section"], int(row["paragraph"])) for row in rows} == places
    whole = json.loads(run("export", *KENYA, "--section", typed, "--format", "json").stdout)
    assert {(s["id"], p["number"]) for s in whole["sections"] for p in s["text"]} == places
    assert any("This is a part of the report" in warning for warning in whole["report"]["warnings"])
    told = json.loads(run("summarize", *KENYA, "--section", typed, "--length", "long", "--format", "json").stdout)
    assert {(s["section"], s["paragraph"]) for d in told["sections"] for s in d["sentences"]} <= places
    shown = run("show", *KENYA, typed).stdout
    assert shown.count("¶") - 1 == len(places)  # and once in the line that says who counts them
    assert run("cite", *KENYA, typed).exit_code == 0


def test_a_topic_and_a_place_give_what_is_in_both(run: Run) -> None:
    found = json.loads(
        run("findings", *KENYA, "--all", "--section", "1", "--topic", "prisons", "--format", "json").stdout
    )["findings"]
    assert {each["section"] for each in found} == {"1.c/prison-and-detention-center-conditions"}


def test_latest_is_the_newest_edition_known(run: Run) -> None:
    result = run("cite", "kenya", "latest")
    assert f"kenya {records.editions()[-1].year}" in result.stdout + result.stderr
