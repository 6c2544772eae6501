"""Export a whole report in any of the formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.exporting import documents

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.exporting.documents import Paper
    from hrreport.model.finding import Analysis
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

FORMATS = ("markdown", "json", "html", "docx", "pdf", "csv")
"""Every format, the default first. ``csv`` gives the sentences with what was found in them."""


def export_report(
    report: Report,
    form: str = "markdown",
    *,
    analysis: Analysis | None = None,
    country: str | None = None,
    cite: Callable[[Locator | None], str] | None = None,
    aid: bool = False,
    paper: Paper = "letter",
    bom: bool = False,
    whole: Report | None = None,
) -> str | bytes:
    """Return the whole report, with its provenance, as the content of a file.

    Args:
        report: The report.
        form: One of `FORMATS`.
        analysis: What was found in it; html and csv need it, and docx and pdf with `aid`.
        country: The country's name as shown to readers; ``None`` for State's own.
        cite: Makes the citation of a place, or of the report where none is given. html and csv carry
            it at every place, and name title and place without it; the others at their head.
        aid: Whether a docx or pdf has a finding aid at its end: the program's assessments of the sections.
        paper: The size of the pages of a docx or pdf: letter or a4.
        whole: The report that it is a part of, in whose words links are made; ``None`` where it is whole.
        bom: Whether a csv begins with a byte order mark, from which some spreadsheets tell UTF-8.

    Raises:
        InputError: There is no such format, or it needs what was not given.
    """
    name = country or records.country_names().get(report.id.country, report.id.country)
    if form == "json":
        from hrreport.codec.sections import whole_report_json
        from hrreport.exporting.json import json_text

        return json_text(whole_report_json(report, name, citation=cite(None) if cite else None))
    if form == "markdown":
        from hrreport.views.report import report_document

        return documents.format_document(report_document(report, name, citation=cite(None) if cite else ""), form)
    if form not in FORMATS:
        raise InputError(f'no report is exported as "{form}"', hint=f"formats are: {', '.join(FORMATS)}")
    if form in documents.PAGED and (analysis or not aid):
        from hrreport.views.passages import SourceFinder
        from hrreport.views.report import report_document

        citation = cite(None) if cite else report.title
        finder = SourceFinder(report, whole)
        document = report_document(report, name, citation=citation, aid=analysis if aid else None, finder=finder)
        return documents.format_document(document, form, paper=paper)
    if analysis is None:
        raise InputError(f"an export as {form} needs the analysis of the report", hint="give analysis=...")
    if form == "html":
        from hrreport.exporting.report_html import report_html

        return report_html(report, analysis, name, cite=cite, whole=whole)
    from hrreport.exporting.csv import findings_csv

    return findings_csv(report, analysis.findings, name, cite=cite or str, bom=bom)
