"""``hrreport summarize``: what a report finds, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import answer
from hrreport.cli.options import command, format_option, report_arguments, section_option, strict_option, topic_option
from hrreport.cli.selections import chosen_of
from hrreport.cli.session import pass_session
from hrreport.errors import InputError
from hrreport.model.wording import counted

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

    if words and (section is not None or topic is not None):
        raise click.UsageError("--words summarizes the whole body: leave out --section and --topic")
    options: dict[str, object] = {}
    got = session.obtain(country, year, strict=strict)
    if words:
        chosen = running_summary(got.report, got.analysis, words)
        if not any(digest.sentences for digest in chosen.digests):
            raise InputError(f"no sentence fits in {counted(words, 'word')}", hint="ask for more: --words 300")
    else:
        asked = chosen_of(got.report, () if section is None else (section,), topic)
        chosen = summarize_report(got.report, got.analysis, length=length, places=asked.places)
        options["elsewhere"] = asked.elsewhere
    answer("summary", form, got.report, chosen, got.country.name, **options)
