"""A whole report in every format, and what is said where that cannot be."""

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


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in PAGED])
def test_a_report_is_exported_in_every_format(arcadia: Report, arcadia_analysis: Analysis, form: str) -> None:
    text = export_report(arcadia, form, analysis=arcadia_analysis)
    assert isinstance(text, str)
    assert all(p.text.split()[0] in text for _, p in arcadia.passages())
    assert export_report(arcadia, form, analysis=arcadia_analysis, country="Land") != text
    if form == "json":
        assert json.loads(text)["report"]["country"] == arcadia.id.country


def test_an_unknown_format_is_named(arcadia: Report) -> None:
    with pytest.raises(hrreport.InputError, match='no report is exported as "odt"') as caught:
        export_report(arcadia, "odt")
    assert caught.value.hint == "formats are: markdown, json, html, docx, pdf, csv"


def test_a_format_that_needs_the_analysis_says_so(arcadia: Report) -> None:
    with pytest.raises(hrreport.InputError, match="an export as html needs the analysis"):
        export_report(arcadia, "html")


def test_a_document_needs_no_analysis_but_for_its_finding_aid(arcadia: Report) -> None:
    assert isinstance(export_report(arcadia, "docx"), bytes)
    with pytest.raises(hrreport.InputError, match="needs the analysis"):
        export_report(arcadia, "docx", aid=True)
