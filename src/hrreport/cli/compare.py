"""``hrreport compare``: several countries, one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import answer
from hrreport.cli.citations import ReportCiter, cite_option
from hrreport.cli.completion import REPORT, YEAR
from hrreport.cli.list_arguments import several
from hrreport.cli.options import command, format_option
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("countries", type=REPORT, nargs=-1, required=True, metavar="COUNTRY...")
@click.argument("year", type=YEAR)
@several("--topic", "TOPIC", "The passages on that topic side by side; several with commas between them.")
@cite_option
@format_option("text", "markdown", "json", "html", "docx", "pdf", "svg", "png")
@pass_session
def compare(
    session: Session, countries: tuple[str, ...], year: str, topic: tuple[str, ...], style: str | None, form: str
) -> None:
    """Compare the reports of several countries for one year: topics by countries.

    In each field stands the assessment of what the report says; the figure of its first key finding, where
    that reports an abuse with a figure; and, where there is room, the finding. Reports on different
    countries are drafted apart: a difference of wording or length may have no meaning. A report that is
    missing is named with the reason, and the exit code is 1.

    \b
    Examples:
      hrreport compare kazakhstan uzbekistan turkmenistan 2024
      hrreport compare kazakhstan kenya 2024 --topic press-freedom
    """
    from hrreport.cli.collect import gather
    from hrreport.cli.list_arguments import countries_in, topics_in
    from hrreport.comparison.compilation import compile_passages
    from hrreport.comparison.matrix import matrix_of

    if style and (form == "text" or (form == "markdown" and not topic)):
        raise click.UsageError("--cite goes with html, json, and with the passages in markdown: add --topic")
    if topic and form in ("svg", "png"):
        raise click.UsageError("svg and png chart the whole reports: leave out --topic")
    topics = topics_in(topic)
    got, gaps = gather(session, [(country.slug, year) for country in countries_in(countries)])
    reports = [one.report for one in got]
    options: dict[str, object] = {}
    if style:
        options["cite"] = ReportCiter(style, session.names, form=form).of(reports)
    if topic:
        answer("compilation", form, compile_passages(reports, topics, gaps=gaps), session.names, **options)
    else:
        matrix = matrix_of([(one.report, one.analysis) for one in got], gaps=gaps)
        answer("matrix", form, matrix, session.names, **options)
