"""Tables of findings, figures and hits on the command line, with and without a byte order mark."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from hrreport.exporting.csv import FIGURE, FINDING, PLACE, PROVENANCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


KAZAKHSTAN = ("kazakhstan", "2023")


TABLES = {
    "findings": ("findings", *KAZAKHSTAN),
    "figures": ("findings", *KAZAKHSTAN, "--figures"),
    "issues": ("issues", *KAZAKHSTAN),
    "export": ("export", *KAZAKHSTAN),
    "search": ("search", "detention"),
    "counts": ("search", "detention", "--count", "year"),
}


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_figures_are_one_row_each_with_the_place_of_their_sentence(run: Run) -> None:
    result = run("findings", *KAZAKHSTAN, "--section", "6/women", "--figures", "--format", "csv", "--cite", "eoir")
    assert result.exit_code == 0, result.stderr
    rows = read(result.stdout)
    asked = run("findings", *KAZAKHSTAN, "--section", "6/women", "--figures", "--format", "json")
    found = json.loads(asked.stdout)["findings"]
    figures = [(finding, figure) for finding in found for figure in finding["figures"]]
    assert list(rows[0]) == [*PLACE, *FIGURE, *PROVENANCE]
    assert len(figures) > len(found), "a sentence has several"
    assert [(r["id"], r["text"], r["figure"], r["unit"], r["what"]) for r in rows] == [
        (finding["id"], finding["text"], figure["text"], figure["unit"], figure["what"]) for finding, figure in figures
    ]
    assert [tuple(float(r[name]) if r[name] else None for name in ("value", "value_max")) for r in rows] == [
        (figure["value"], figure["value_max"]) for _, figure in figures
    ]
    assert [row["bound"] or None for row in rows] == [figure["bound"] for _, figure in figures]
    assert all("Kazakhstan § 6, Women, ¶ " in row["citation"] for row in rows)


def test_findings_are_one_row_each(run: Run) -> None:
    rows = read(run("findings", *KAZAKHSTAN, "--format", "csv").stdout)
    assert list(rows[0]) == [*PLACE, *FINDING, *PROVENANCE]


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_begins_with_a_byte_order_mark_where_it_is_asked_for(run: Run, table: str) -> None:
    plain = run(*TABLES[table], "--format", "csv")
    marked = run(*TABLES[table], "--format", "csv", "--bom")
    assert marked.exit_code == 0, marked.stderr
    assert marked.stdout_bytes == b"\xef\xbb\xbf" + plain.stdout_bytes


@pytest.mark.parametrize("table", TABLES)
def test_a_byte_order_mark_is_for_tables_alone(run: Run, table: str) -> None:
    result = run(*TABLES[table], "--format", "json", "--bom")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--bom goes with --format csv" in result.stderr
