"""``hrreport sections``: the outline of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.answers import SECTIONS, answer
from hrreport.cli.destination import format_option
from hrreport.cli.options import command, report_arguments, strict_option, topic_option
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session
from hrreport.inputs.selections import choose

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
    report = got.report
    if topic is not None:
        from hrreport.model.sections import part_of

        choice = choose(report, None, topic)
        if choice.elsewhere:
            notify(f'Note: {choice.elsewhere.notice} See "hrreport show {report.id} --topic {choice.topic}".')
        report = part_of(report, choice.places or choice.mentioned)
    answer(SECTIONS, form, report, got.analysis, got.country.name)
