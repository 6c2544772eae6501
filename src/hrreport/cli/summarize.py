"""``hrreport summarize``: what a report finds, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from hrreport.cli.answers import answer
from hrreport.cli.destination import destination_of
from hrreport.cli.list_arguments import chosen_of
from hrreport.cli.options import (
    aid_option,
    assesses,
    command,
    format_option,
    report_arguments,
    section_option,
    strict_option,
    topic_option,
)
from hrreport.cli.session import pass_session
from hrreport.errors import InputError
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
    got = session.obtain(country, year, strict=strict)
    if words:
        from hrreport.analysis.running import running_summary

        chosen = running_summary(got.report, got.analysis, words)
        if not any(digest.sentences for digest in chosen.digests):
            raise InputError(f"no sentence fits in {counted(words, 'word')}", hint="ask for more: --words 300")
    else:
        from hrreport.analysis.summary import summarize_report
        from hrreport.pipeline.store import edition_before

        asked = chosen_of(got.report, () if section is None else (section,), topic)
        before = None if part else edition_before(got.report.id, session.means)
        chosen = summarize_report(
            got.report,
            got.analysis,
            length=length or ("brief" if _is_on_one_screen(session, part=part) else "medium"),
            places=asked.places,
            before=(before.report, before.analysis) if before else None,
            with_brief=form == "json",
        )
        options["elsewhere"] = asked.elsewhere
    answer("summary", form, got.report, chosen, got.country.name, **options)


def _is_on_one_screen(session: Session, *, part: bool) -> bool:
    """Return whether the answer is a brief: of a whole report, on a terminal, with no format named."""
    named = session.ctx.get_parameter_source("form") is not ParameterSource.DEFAULT
    return not part and not named and destination_of(session.ctx).is_view
