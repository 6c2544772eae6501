"""``hrreport issues``: the issues of the executive summary and the evidence for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import ISSUES, answer
from hrreport.cli.citations import cite_option, citer
from hrreport.cli.destination import format_option
from hrreport.cli.options import bom_option, bom_options, command, report_arguments, strict_option, topic_option
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session
from hrreport.errors import NotFoundError
from hrreport.inputs.selections import choose

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@report_arguments
@topic_option
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="Only the N strongest sentences for each.")
@cite_option
@format_option("text", "markdown", "json", "csv", "html", "docx", "pdf")
@bom_option
@strict_option
@pass_session
def issues(
    session: Session,
    country: str,
    year: str,
    topic: str | None,
    limit: int | None,
    style: str | None,
    form: str,
    bom: bool,
    strict: bool,
) -> None:
    """List the issues that the executive summary names, with every sentence of the body that bears each out.

    The strongest stand first. How many there are is told, and how many --limit leaves out.

    An issue for which no sentence of the body was found is shown as such.

    \b
    Examples:
      hrreport issues kazakhstan 2023
      hrreport issues kazakhstan 2023 --topic press-freedom --cite oscola
    """
    options: dict[str, object] = {**bom_options(form, bom=bom)}
    got = session.obtain(country, year, strict=strict)
    analysis = got.analysis
    if topic is not None:
        from hrreport.analysis.finding_filters import issues_on

        choice = choose(got.report, None, topic)
        subject, also = str(choice.topic), choice.elsewhere.places if choice.elsewhere else ()
        analysis = replace(analysis, issues=issues_on(got.report, analysis.issues, subject, also=also))
        if choice.elsewhere:
            notify(f"Note: {choice.elsewhere.notice}")
        if got.analysis.issues and not analysis.issues:
            raise NotFoundError(
                f'none of the {len(got.analysis.issues)} issues of the report on {got.report.id} bears on "{subject}"',
                hint=f"the body has passages on it: hrreport show {got.report.id} --topic {subject}",
            )
    if limit is not None:
        analysis = replace(analysis, issues=tuple(issue.limited(limit) for issue in analysis.issues))
    if style:
        options["cite"] = citer(style, got.report, got.country.name, form=form)
    answer(ISSUES, form, got.report, analysis, got.country.name, **options)
