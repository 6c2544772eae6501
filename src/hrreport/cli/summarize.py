"""``hrreport summarize``: what a report finds, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from hrreport.cli.answers import SUMMARY, answer
from hrreport.cli.destination import destination_of, format_option
from hrreport.cli.options import (
    aid_option,
    assesses,
    command,
    report_arguments,
    section_option,
    strict_option,
    topic_option,
)
from hrreport.cli.session import pass_session
from hrreport.errors import InputError
from hrreport.inputs.selections import choose
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.summary import Length


@command
@report_arguments
@section_option
@topic_option
@click.option(
    "--length",
    type=click.Choice(("brief", "short", "medium", "long")),
    help="One screen of the whole report, or how much of each section.  [default: brief for a whole report on a "
    "terminal, else medium]",
)
@click.option("--words", type=click.IntRange(min=1), help="Instead, a running summary of about N words.", metavar="N")
@format_option("text", "markdown", "json", "html", "docx", "pdf")
@aid_option
@strict_option
@pass_session
def summarize(
    session: Session,
    country: str,
    year: str,
    section: str | None,
    topic: str | None,
    length: Length | None,
    words: int | None,
    form: str,
    aid: bool,
    strict: bool,
) -> None:
    """Summarize a report in its own sentences, each with its paragraph.

    \b
    Examples:
      hrreport summarize kazakhstan 2023
      hrreport summarize "cote d'ivoire" 2023 --section 1 --length short
      hrreport summarize kazakhstan 2023 --words 300
    """
    part = section is not None or topic is not None
    if words and length:
        raise click.UsageError("--words makes a summary of its own length: leave out --length")
    if length == "brief" and part:
        raise click.UsageError("a brief is of the whole report: leave out --section and --topic, or --length")
    if words and part:
        raise click.UsageError("--words summarizes the whole body: leave out --section and --topic")
    options: dict[str, object] = {} if assesses(form, aid=aid) else {"assess": False}
    if words or part:
        got = session.obtain(country, year, strict=strict)
        name, report = got.country.name, got.report
    if words:
        from hrreport.analysis.running_summary import running_summary

        chosen = running_summary(report, got.analysis, words)
        if not any(digest.sentences for digest in chosen.digests):
            raise InputError(f"no sentence fits in {counted(words, 'word')}", hint="ask for more: --words 300")
    elif part:
        from hrreport.analysis.summary import summarize_report

        choice = choose(report, section, topic)
        chosen = summarize_report(report, got.analysis, length=length or "medium", places=choice.places)
        options["elsewhere"] = choice.elsewhere
    else:
        from hrreport.pipeline.summarize import summarize as summarize_whole

        found, report_id = session.identify(country, year)
        name = found.name
        chosen_length = length or ("brief" if _is_on_one_screen(session) else "medium")
        report, chosen = summarize_whole(report_id, session.context, chosen_length, with_brief=form == "json")
        session.announce(report, strict=strict)
    answer(SUMMARY, form, report, chosen, name, **options)


def _is_on_one_screen(session: Session) -> bool:
    """Return whether the answer is a brief: of a whole report, on a terminal, with no format named."""
    named = session.ctx.get_parameter_source("form") is not ParameterSource.DEFAULT
    return not named and destination_of(session.ctx).is_view
