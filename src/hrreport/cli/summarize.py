"""``hrreport summarize``: what a report finds, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import answer
from hrreport.cli.options import command, format_option, report_arguments, section_option, strict_option, topic_option
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.summary import Length


@command
@report_arguments
@section_option
@topic_option
@click.option(
    "--length",
    type=click.Choice(("short", "medium", "long")),
    default="medium",
    show_default=True,
    help="How many sentences of each section.",
)
@click.option("--words", type=click.IntRange(min=1), help="Instead, a running summary of about N words.", metavar="N")
@format_option("text", "markdown", "json", "html")
@strict_option
@pass_session
def summarize(
    session: Session,
    country: str,
    year: str,
    section: str | None,
    topic: str | None,
    length: Length,
    words: int | None,
    form: str,
    strict: bool,
) -> None:
    """Summarize a report in its own sentences, each with its paragraph.

    \b
    Examples:
      hrreport summarize kazakhstan 2023
      hrreport summarize "cote d'ivoire" 2023 --section 1 --length short
      hrreport summarize kazakhstan 2023 --words 300
    """
    from hrreport.analysis.running import running_summary
    from hrreport.analysis.summary import summarize_report
    from hrreport.sources.topics import find_topic

    if words and (section or topic):
        raise click.UsageError("--words summarizes the whole body: leave out --section and --topic")
    got = session.obtain(country, year, strict=strict)
    subject = find_topic(topic).id if topic else None
    if words:
        chosen = running_summary(got.report, got.analysis, words)
    else:
        chosen = summarize_report(got.report, got.analysis, length=length, section=section, topic=subject)
    answer("summary", form, got.report, chosen, got.country.name)
