"""``hrreport export``: a whole report as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import make
from hrreport.cli.options import command, format_option, report_arguments, strict_option
from hrreport.cli.output import tell, write
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@report_arguments
@format_option("markdown", "json")
@click.option("-o", "--output", metavar="FILE", default="-", help="The file to write; - is stdout.  [default: -]")
@click.option("--force", is_flag=True, help="Overwrite the file if it exists.")
@strict_option
@pass_session
def export(session: Session, country: str, year: str, form: str, output: str, force: bool, strict: bool) -> None:
    """Write the whole report, with its provenance, as a file.

    \b
    Examples:
      hrreport export kazakhstan 2023 --format markdown -o kazakhstan-2023.md
      hrreport export kazakhstan 2023 --format json > kazakhstan-2023.json
    """
    got = session.obtain(country, year, strict=strict)
    write(make("report", form, got.report, got.country.name), output, force=force)
    if output != "-":
        tell(f"Wrote {output}")
