"""``hrreport add``: a page saved by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrreport.cli.completion import COUNTRY, YEAR
from hrreport.cli.options import command, strict_option
from hrreport.cli.output import tell
from hrreport.cli.session import now, pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--country", type=COUNTRY, metavar="COUNTRY", required=True, help="The country that it reports on.")
@click.option("--year", type=YEAR, metavar="YEAR", required=True, help="The year that it covers.")
@click.option("--force", is_flag=True, help="Add it though the page says that it is another report.")
@strict_option
@pass_session
def add(session: Session, file: Path, country: str, year: str, force: bool, strict: bool) -> None:
    """Add a page that was saved from a browser, when the site refuses the program.

    A page saved from a web archive, or from a site that published a copy of the report, will do
    too; where it comes from is kept and shown.

    \b
    Example:
      hrreport add Kazakhstan.html --country kazakhstan --year 2023
    """
    from hrreport.catalogue.countries import find_country
    from hrreport.catalogue.editions import find_year
    from hrreport.model.country import ReportId
    from hrreport.pipeline.add import add_page

    found = find_country(country)
    report_id = ReportId(found.slug, find_year(year, this_year=now().year))
    session.library = session.open_library()  # or the reason why nothing can be added
    got = add_page(file, report_id, session.means, force=force)
    session.announce(got.report, strict=strict)
    count = sum(1 for _ in got.report.walk())
    tell(f"Added the report on {found.name} in {report_id.year}: {count} sections. See: hrreport summarize {report_id}")
