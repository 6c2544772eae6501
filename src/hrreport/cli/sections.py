"""``hrreport sections``: the outline of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.answers import answer
from hrreport.cli.options import command, format_option, report_arguments, strict_option
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@report_arguments
@format_option("text", "markdown", "json")
@strict_option
@pass_session
def sections(session: Session, country: str, year: str, form: str, strict: bool) -> None:
    """List the sections of a report, all levels, with assessment, paragraphs and words.

    \b
    Example:
      hrreport sections kazakhstan 2023
    """
    got = session.obtain(country, year, strict=strict)
    answer("sections", form, got.report, got.analysis, got.country.name)
