"""``hrreport compile``: chosen passages of several reports as one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import COMPILATION, answer
from hrreport.cli.citations import ReportCiter, style_option
from hrreport.cli.destination import format_option
from hrreport.cli.options import command, several
from hrreport.cli.session import pass_session, years_in

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@several("--country", "COUNTRY", "The countries, with commas between them.")
@several("--year", "YEAR", "The years covered: 2022-2024, or 2019,2023.")
@several("--topic", "TOPIC", "The topics, with commas between them.")
@style_option("--cite", "How passages are cited.")
@format_option("markdown", "html", "docx", "pdf", "json")
@pass_session
def compile(  # noqa: A001  the command's name
    session: Session,
    country: tuple[str, ...],
    year: tuple[str, ...],
    topic: tuple[str, ...],
    style: str,
    form: str,
) -> None:
    """Put the passages of several reports on chosen topics into one document.

    A chapter for each topic, in it every country and year, with a table of contents, pinpoints and citations.
    A report that is missing is named in it with the reason, and the exit code is 1.

    \b
    Example:
      hrreport compile --country kazakhstan,uzbekistan --year 2022-2024 --topic torture,prisons -o prisons.md
    """
    from hrreport.cli.collect import gather
    from hrreport.comparison.matrix import compile_passages
    from hrreport.inputs.selections import countries_in, topics_in

    for name, given in (("--country", country), ("--year", year), ("--topic", topic)):
        if not given:
            raise click.UsageError(f"{name} is needed")
    topics = topics_in(topic)
    years = years_in(year)
    requested = [(one.slug, str(covered)) for one in countries_in(country) for covered in years]
    got, gaps = gather(session, requested)
    reports = [one.report for one in got]
    cite = ReportCiter(style, session.names, form=form).of(reports)
    document = compile_passages(reports, topics, gaps=gaps)
    answer(COMPILATION, form, document, session.names, cite=cite)
