"""``hrreport export``: a whole report as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.citations import cite_option, citer
from hrreport.cli.destination import send
from hrreport.cli.options import bom_option, bom_options, command, format_option, report_arguments, strict_option
from hrreport.cli.session import pass_session
from hrreport.exporting.reports import FORMATS, export_report

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@report_arguments
@format_option(*FORMATS)
@cite_option
@bom_option
@strict_option
@pass_session
def export(
    session: Session,
    country: str,
    year: str,
    form: str,
    style: str | None,
    bom: bool,
    strict: bool,
) -> None:
    """Write the whole report, with its provenance, as a file.

    html is one page to read in a browser and to file as an exhibit; docx (needs the extra 'docx') opens in word
    processors; csv has one row for each sentence, with what was found in it. With --cite, every paragraph of
    the html and every row of the csv carries its citation in that style, and the others that of the report.

    \b
    Examples:
      hrreport export kazakhstan 2023 -o kazakhstan-2023.md
      hrreport export kazakhstan 2023 --cite bluebook -o kazakhstan-2023.html
      hrreport export kazakhstan 2023 --format json > kazakhstan-2023.json
    """
    csv = bom_options(form, bom=bom)
    got = session.obtain(country, year, strict=strict)
    cite = citer(style, got.report, got.country.name, form=form) if style else None
    send(export_report(got.report, form, analysis=got.analysis, country=got.country.name, cite=cite, **csv))
