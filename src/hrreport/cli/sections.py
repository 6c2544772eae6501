"""``hrreport sections``: the outline of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.answers import answer
from hrreport.cli.options import command, format_option, report_arguments, strict_option, topic_option
from hrreport.cli.selections import on_topic
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@report_arguments
@topic_option
@format_option("text", "markdown", "json")
@strict_option
@pass_session
def sections(session: Session, country: str, year: str, topic: str | None, form: str, strict: bool) -> None:
    """List the sections of a report, all levels, with assessment, paragraphs and words.

    With --topic, paragraphs and words are those on the topic; assessments are of whole sections still.

    \b
    Examples:
      hrreport sections kazakhstan 2023
      hrreport sections kazakhstan 2023 --topic prisons
    """
    got = session.obtain(country, year, strict=strict)
    answer("sections", form, on_topic(got.report, topic), got.analysis, got.country.name)
