"""hrreport compare: several countries, one edition."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

COMPARE = ("compare", "kenya", "jordan", "2023")


@pytest.mark.usefixtures("stored")
def test_countries_are_the_columns_in_the_order_named(run: Run) -> None:
    matrix = json.loads(run(*COMPARE, "--format", "json").stdout)
    assert [report["country"] for report in matrix["reports"]] == ["kenya", "jordan"]
    assert run(*COMPARE).stdout.startswith("Kenya 2023, Jordan 2023")


@pytest.mark.usefixtures("stored")
def test_with_a_topic_the_passages_are_side_by_side(run: Run) -> None:
    chapters = json.loads(run(*COMPARE, "--topic", "prisons,torture", "--format", "json").stdout)["chapters"]
    assert [chapter["topic"] for chapter in chapters] == ["prisons", "torture"]
    assert [entry["country"] for entry in chapters[0]["entries"]] == ["kenya", "jordan"]


@pytest.mark.usefixtures("stored")
def test_a_table_has_a_row_for_each_country_and_topic(run: Run) -> None:
    header, *rows = run(*COMPARE, "--topic", "prisons", "--format", "csv").stdout.splitlines()
    assert "country" in header
    assert len(rows) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--cite", "apa"), "--cite goes with named countries"),
        (("--cite", "apa", "--format", "markdown"), "--cite goes with named countries"),
        (("--topic", "prisons", "--format", "svg"), "svg and png chart whole reports"),
        (("--all",), "leave out COUNTRY"),
        (("--bom",), "--bom goes with --format csv"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(run: Run, options: tuple[str, ...], said: str) -> None:
    result = run(*COMPARE, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
