"""Notebooks: reports and answers in a cell, escaped; the notebook of the manual runs from top to bottom."""

from __future__ import annotations

import ast
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hrreport

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

NOTEBOOK = Path(hrreport.__file__).parent / "docs" / "notebook.ipynb"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


class Tags(HTMLParser):
    """The tags and the words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(not name.startswith("on") for name, _ in attrs)
        assert all((value or "").startswith("http") for name, value in attrs if name in ("href", "src"))
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_report_and_its_answers_are_shown_with_their_notices_and_nothing_of_them_is_markup(
    arcadia: Report, arcadia_analysis: Analysis
) -> None:
    source = replace(arcadia.provenance, url="javascript:alert(1)")
    hostile = replace(arcadia, warnings=(HOSTILE,), title=HOSTILE, provenance=source)
    report = hrreport.CountryReport(hrreport.Country("arcadia", HOSTILE), hostile, arcadia_analysis)
    for html in (report._repr_html_(), report.sections()._repr_html_(), report.findings()._repr_html_()):
        shown = Tags(html)
        assert shown.tags <= {"div", "style", "h4", "p", "a", "table", "thead", "tbody", "tr", "th", "td"}
        assert HOSTILE in shown.words
    assert "c. Torture" in Tags(report._repr_html_()).words
    assert "Lake Watch" in Tags(report.findings()._repr_html_()).words


def test_a_long_answer_says_how_many_rows_are_left(report: hrreport.CountryReport) -> None:
    findings = report.findings()
    html = findings._repr_html_()
    assert html.count("<tr>") == 21
    assert f"{len(findings) - 20:,} more" in html
    assert len(report.to_frame()) == len(findings)


def test_the_notebook_of_the_manual_runs_and_every_cell_shows_something(
    shared: hrreport.Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a kernel: a cell's last expression is what it shows."""
    pytest.importorskip("pandas")
    settings = shared.settings
    assert settings is not None
    monkeypatch.setenv("HRREPORT_LIBRARY", str(settings.library_path))
    monkeypatch.setenv("HRREPORT_MIRROR", str(settings.mirror))
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    names: dict[str, object] = {}
    shown = 0
    for cell in notebook["cells"]:
        assert cell.get("outputs", []) == []
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, NOTEBOOK.name, "exec"), names)  # noqa: S102  our own notebook
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), NOTEBOOK.name, "eval"), names)  # noqa: S307  likewise
            html = getattr(value, "_repr_html_", None)
            assert value is None or (html() if html else repr(value))
            shown += 1
    assert shown >= 8
