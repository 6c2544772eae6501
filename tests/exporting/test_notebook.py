"""Answers in a cell of a notebook: values as readers see them, columns that tell something, words escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from hrreport.exporting.notebook import answer_in_notebook, report_in_notebook

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def table(rows: list[dict[str, Any]]) -> list[list[str]]:
    soup = BeautifulSoup(answer_in_notebook("Found", ["Read <this>."], rows), "lxml")
    assert "Read <this>." in soup.get_text()
    return [[cell.get_text() for cell in row.select("th, td")] for row in soup.select("tr")]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (False, ""),
        (True, "yes"),
        (2023, "2023"),
        (12_345, "12,345"),
        (0.5, "0.5"),
        (["a", "<b>"], "a; <b>"),
        ({"name": "Lake Watch", "type": "ngo"}, "Lake Watch"),
        ({"kept": 3, "new": 0}, "kept: 3"),
    ],
)
def test_a_value_is_shown_as_a_reader_sees_it(value: object, shown: str) -> None:
    assert table([{"text": "x", "value": value}, {"text": "y", "value": "other"}])[1] == ["x", shown]


def test_columns_that_tell_nothing_are_left_out() -> None:
    rows = [{"id": n, "citation": f"§ 1 ¶ {n}", "kind": "abuse", "empty": None, "text": "same"} for n in (1, 2)]
    assert table(rows) == [["citation", "text"], ["§ 1 ¶ 1", "same"], ["§ 1 ¶ 2", "same"]]


def test_a_report_is_its_outline(arcadia: Report, arcadia_analysis: Analysis) -> None:
    soup = BeautifulSoup(report_in_notebook(arcadia, arcadia_analysis, "Arcadia"), "lxml")
    assert len(soup.select("tbody tr")) == len(list(arcadia.walk()))
    assert "Section 3 is missing." in soup.get_text()
    assert arcadia.provenance.sha256 in soup.get_text()
