"""``hrreport add``: a page saved by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.cli.completion import COUNTRY, YEAR
from hrreport.cli.options import command, strict_option
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.official_pdf import OfficialPdf
    from hrreport.model.report import Report

_SHOWN = 10
"""Differences between a page and its PDF that are named."""


@command
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--country", type=COUNTRY, metavar="COUNTRY", required=True, help="The country that it reports on.")
@click.option("--year", type=YEAR, metavar="YEAR", required=True, help="The year that it covers.")
@click.option("--force", is_flag=True, help="Add it though the page says that it is another report.")
@strict_option
@pass_session
def add(session: Session, file: Path, country: str, year: str, force: bool, strict: bool) -> None:
    """Add a page that was saved from a browser, when the site refuses the program; or a report's PDF.

    A page saved from a web archive, or from a site that published a copy of the report, will do
    too; where it comes from is kept and shown.

    The PDF that the Department offers of a report is kept beside its page, and citations then name the
    page of the PDF. Where no page is stored, the report is read from the PDF alone. It needs the extra 'pdf'.

    \b
    Examples:
      hrreport add Kazakhstan.html --country kazakhstan --year 2023
      hrreport add KAZAKHSTAN-2023-HUMAN-RIGHTS-REPORT.pdf --country kazakhstan --year 2023
    """
    from hrreport.pipeline.add import add_page
    from hrreport.wording.reports import obtained

    found, report_id = session.identify(country, year)
    session.library = session.open_library()  # or the reason why nothing can be added
    got = add_page(file, report_id, session.context, force=force)
    session.announce(got.report, strict=strict)
    printed = got.report.printed
    if _is_pdf(file):
        if printed:
            _notify_of_pdf(session, got.report, printed)
    elif got.report.provenance.origin != "file":
        whence = obtained(got.report.provenance)
        notify(f"The report on {found.name} in {report_id.year} is stored already with the same words, {whence}.")
        return
    count = sum(1 for _ in got.report.walk())
    notify(
        f"Added the report on {found.name} in {report_id.year}: {count} sections. See: hrreport summarize {report_id}"
    )


def _is_pdf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(1024).lstrip().startswith(b"%PDF")


def _notify_of_pdf(session: Session, report: Report, pdf: OfficialPdf) -> None:
    """Note what was found in a PDF, and the words in which it differs from the page."""
    from hrreport.wording.pdfs import difference_words, found_words

    notify(f"The PDF: {found_words(report, pdf)}")
    lines = list(difference_words(report, pdf.differences))
    shown = lines if session.settings.verbose else lines[:_SHOWN]
    for line in shown:
        notify(f"  {line}")
    if len(shown) < len(lines):
        notify(f"  and {len(lines) - len(shown)} more; -v names them")
