"""``hrreport issues``: the issues of the executive summary and the evidence for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.cli.answers import answer
from hrreport.cli.options import command, format_option, report_arguments, strict_option, topic_option
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@report_arguments
@topic_option
@format_option("text", "markdown", "json", "html")
@strict_option
@pass_session
def issues(session: Session, country: str, year: str, topic: str | None, form: str, strict: bool) -> None:
    """List the issues that the executive summary names, with what in the body bears each out.

    An issue for which no sentence of the body was found is shown as such.

    \b
    Examples:
      hrreport issues kazakhstan 2023
      hrreport issues kazakhstan 2023 --topic press-freedom
    """
    got = session.obtain(country, year, strict=strict)
    analysis = got.analysis
    if topic:
        from dataclasses import replace

        from hrreport.analysis.selection import issues_on
        from hrreport.sources.topics import find_topic

        analysis = replace(analysis, issues=issues_on(got.report, analysis.issues, find_topic(topic).id))
    answer("issues", form, got.report, analysis, got.country.name)
