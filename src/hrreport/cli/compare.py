"""``hrreport compare``: several countries, one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import COMPILATION, EDITION_MATRIX, MATRIX, answer
from hrreport.cli.citations import ReportCiter, cite_option
from hrreport.cli.completion import REPORT, YEAR
from hrreport.cli.destination import format_option
from hrreport.cli.groups import group_named, group_options, library_context, notify_of_missing, progress_bar
from hrreport.cli.options import bom_option, bom_options, command, several
from hrreport.cli.session import find_year, pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("countries", type=REPORT, nargs=-1, required=True, metavar="COUNTRY...")
@click.argument("year", type=YEAR)
@group_options
@several("--topic", "TOPIC", "The passages on that topic side by side; several with commas between them.")
@cite_option
@bom_option
@format_option("text", "markdown", "json", "html", "docx", "pdf", "svg", "png", "csv")
@pass_session
def compare(
    session: Session,
    countries: tuple[str, ...],
    year: str,
    everything: bool,
    region: tuple[str, ...],
    group: str | None,
    topic: tuple[str, ...],
    style: str | None,
    bom: bool,
    form: str,
) -> None:
    """Compare the reports of several countries for one year: topics by countries.

    Each cell shows the assessment of what the report says; the figure of its first key finding, where
    that reports an abuse with a figure; and, where there is room, the finding. Reports on different
    countries are drafted apart: a difference of wording or length may have no meaning. A report that is
    missing is named with the reason, and the exit code is 1.

    With --all, --region or --group, the countries are those in the library, and nothing is fetched: they are grouped
    by what their reports say. With --format html, a map that sorts, filters, and opens the passages; with csv, a row
    for each country and topic.

    \b
    Examples:
      hrreport compare kazakhstan uzbekistan turkmenistan 2024
      hrreport compare kazakhstan kenya 2024 --topic press-freedom
      hrreport compare --region sca 2024 --topic torture
      hrreport compare --all 2024 --format html --open
    """
    from hrreport.cli.collect import gather
    from hrreport.comparison.matrix import compile_passages, matrix_of
    from hrreport.inputs.selections import countries_in, topics_in

    marked = bom_options(form, bom=bom)
    covered = find_year(year)
    many = group_named(session, countries, covered, everything=everything, region=region, group=group)
    if style and (many or form in ("text", "csv") or (form == "markdown" and not topic)):
        raise click.UsageError(
            "--cite goes with named countries in html, json, and with the passages in markdown: add --topic"
        )
    if (topic or many) and form in ("svg", "png"):
        raise click.UsageError("svg and png chart whole reports of named countries: leave out --topic, and name them")
    topics = topics_in(topic)
    if many:
        from hrreport.pipeline.groups import matrix_of_group

        with progress_bar("Reading") as progress:
            context = library_context(session)
            table = matrix_of_group(many, covered, topics, context, texts=form == "html", progress=progress)
        notify_of_missing(session, table.gaps, named=group is not None)
        answer(EDITION_MATRIX, form, table, session.names, **marked)
        return
    got, gaps = gather(session, [(country.slug, year) for country in countries_in(countries)])
    if form == "csv":
        from hrreport.comparison.matrix import edition_matrix

        read = [(one.report, one.analysis) for one in got]
        answer(EDITION_MATRIX, form, edition_matrix(read, covered, topics, gaps=gaps), session.names, **marked)
        return
    reports = [one.report for one in got]
    options: dict[str, object] = {}
    if style:
        options["cite"] = ReportCiter(style, session.names, form=form).of(reports)
    if topic:
        answer(COMPILATION, form, compile_passages(reports, topics, gaps=gaps), session.names, **options)
    else:
        matrix = matrix_of([(one.report, one.analysis) for one in got], gaps=gaps)
        answer(MATRIX, form, matrix, session.names, **options)
