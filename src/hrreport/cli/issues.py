"""``hrreport issues``: the issues of the executive summary and the evidence for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.answers import answer
from hrreport.cli.options import command, format_option, report_arguments, strict_option
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@report_arguments
@format_option("text", "markdown", "json", "html")
@strict_option
@pass_session
def issues(session: Session, country: str, year: str, form: str, strict: bool) -> None:
    """List the issues that the executive summary names, with what in the body bears each out.

    An issue for which no sentence of the body was found is shown as such.

    \b
    Example:
      hrreport issues kazakhstan 2023
    """
    got = session.obtain(country, year, strict=strict)
    answer("issues", form, got.report, got.analysis, got.country.name)
