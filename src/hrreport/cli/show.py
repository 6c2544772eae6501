"""``hrreport show``: the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import make
from hrreport.cli.options import command, report_arguments, strict_option
from hrreport.cli.output import page
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@report_arguments
@click.argument("section", required=False)
@strict_option
@pass_session
def show(session: Session, country: str, year: str, section: str | None, strict: bool) -> None:
    """Show the text of a report, or of one section and what is below it, with paragraph numbers.

    \b
    Examples:
      hrreport show kazakhstan 2023 1.c
      hrreport show kazakhstan 2023 1.c/prison-and-detention-center-conditions
      hrreport show kazakhstan 2023 6/women
    """
    got = session.obtain(country, year, strict=strict)
    chosen = got.report.section(section) if section else None
    page(make("report", "text", got.report, chosen, got.country.name))
