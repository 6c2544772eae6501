"""The public interface is what it says, and nothing is loaded before it is used."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import hrreport
from hrreport.exporting.documents import PAGED
from hrreport.exporting.reports import FORMATS, export_report

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


@pytest.mark.parametrize("name", hrreport.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(hrreport, name).__doc__


def test_the_names_declared_for_type_checkers_are_the_public_ones() -> None:
    import ast
    from pathlib import Path

    tree = ast.parse(Path(hrreport.__file__).read_text(encoding="utf-8"))
    declared = {
        alias.asname or alias.name
        for branch in tree.body
        if isinstance(branch, ast.If)
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert declared == set(hrreport.__all__) == set(hrreport._MODULE_OF)
    assert declared <= set(dir(hrreport))


def test_the_version_is_a_number() -> None:
    assert hrreport.__version__[0].isdigit()


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="scrape"):
        _ = hrreport.scrape


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in PAGED])
def test_a_report_is_exported_in_every_format(arcadia: Report, arcadia_analysis: Analysis, form: str) -> None:
    text = export_report(arcadia, form, analysis=arcadia_analysis)
    assert isinstance(text, str)
    assert all(p.text.split()[0] in text for _, p in arcadia.passages())
    assert export_report(arcadia, form, analysis=arcadia_analysis, country="Land") != text
    if form == "json":
        assert json.loads(text)["report"]["country"] == arcadia.id.country


def test_an_unknown_format_is_named(arcadia: Report) -> None:
    with pytest.raises(hrreport.InputError, match="no report is exported as 'odt'") as caught:
        export_report(arcadia, "odt")
    assert caught.value.hint == "formats are: markdown, json, html, docx, pdf, csv"


def test_a_format_that_needs_the_analysis_says_so(arcadia: Report) -> None:
    with pytest.raises(hrreport.InputError, match="an export as html needs the analysis"):
        export_report(arcadia, "html")
