"""``hrreport countries``: names and codes that are understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import COUNTRIES, answer
from hrreport.cli.completion import YEAR
from hrreport.cli.destination import format_option
from hrreport.cli.options import command
from hrreport.cli.output import notify
from hrreport.cli.session import find_year, pass_session
from hrreport.errors import FetchError, NotFoundError

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("year", type=YEAR, required=False)
@format_option("text", "json")
@pass_session
def countries(session: Session, year: str | None, form: str) -> None:
    """List the countries that have a report, with their other names and ISO codes.

    With YEAR, those of that edition, as the site lists them; where its list cannot be fetched, those in the library.

    \b
    Examples:
      hrreport countries
      hrreport countries 2023
    """
    if year is None:
        from hrreport.catalogue import records

        answer(COUNTRIES, form, records.countries())
        return
    from hrreport.pipeline.editions import countries_of, stored_countries

    edition = find_year(year)
    try:
        listed = countries_of(edition, session.context)
    except (FetchError, NotFoundError) as error:
        stored = stored_countries(edition, session.context)
        if not stored:
            raise
        notify(
            f"Note: the list of the edition of {edition} could not be fetched; shown is what the library has: {error}"
        )
        answer(COUNTRIES, form, stored, edition, stored_only=True)
        return
    if listed.missing:
        notify(f"Note: the list is not complete; these parts could not be read: {'; '.join(listed.missing)}")
    answer(COUNTRIES, form, listed.countries, edition)
