"""``hrreport diff``: one country, two editions, topic by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import answer
from hrreport.cli.citations import ReportCiter, cite_option
from hrreport.cli.completion import COUNTRY, SECTION, YEAR
from hrreport.cli.destination import PAGED
from hrreport.cli.failures import DIFFERENT, EXIT_WITH
from hrreport.cli.list_arguments import several
from hrreport.cli.options import command, format_option
from hrreport.cli.session import pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("country", type=COUNTRY)
@click.argument("old", type=YEAR)
@click.argument("new", type=YEAR)
@several("--topic", "TOPIC", "The passages on that topic side by side; several with commas between them.")
@click.option(
    "--section", type=SECTION, metavar="ID", help="The passages of that section, of either edition, side by side."
)
@click.option("--changed-only", is_flag=True, help="Leave out what both editions say alike.")
@click.option("--new-only", is_flag=True, help="Only what the newer edition does not repeat from the older.")
@click.option("--exhibit", is_flag=True, help="The two texts alone, in numbered rows, to be filed: html, docx or pdf.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when there are differences, as diff does.")
@cite_option
@format_option("text", "markdown", "json", "html", "docx", "pdf")
@pass_session
def diff(
    session: Session,
    country: str,
    old: str,
    new: str,
    topic: tuple[str, ...],
    section: str | None,
    changed_only: bool,
    new_only: bool,
    exhibit: bool,
    exit_code: bool,
    style: str | None,
    form: str,
) -> None:
    """Compare two editions of a country's report, topic by topic, across outlines that differ.

    Without --topic or --section, a table of all topics: what is kept, moved, merged, new, or under a heading
    that was dropped. A dropped heading is no improvement: absence of reporting is not evidence of absence.

    \b
    Examples:
      hrreport diff kazakhstan 2023 2024
      hrreport diff kazakhstan 2023 2024 --topic torture --changed-only
      hrreport diff kazakhstan 2023 2024 --exhibit -o exhibit.pdf
    """
    from hrreport.cli.list_arguments import section_among, topics_in
    from hrreport.comparison.change_filters import select
    from hrreport.comparison.changes import compare_reports

    if exhibit and form not in ("html", *PAGED):
        raise click.UsageError("--exhibit goes with --format html, docx or pdf")
    passages = bool(topic or section)
    if style and (form == "text" or (form == "markdown" and not passages)):
        raise click.UsageError(
            "--cite goes with html, json, and with the passages in markdown: add --topic or --section"
        )
    then, now = (session.obtain(country, year, sample=False) for year in (old, new))
    whole = compare_reports(then.report, now.report, then=then.analysis, now=now.analysis)
    within = section_among((now.report, then.report), section)
    chosen = select(whole, topics=topics_in(topic), section=within, changed_only=changed_only, new_only=new_only)
    options: dict[str, object] = {}
    if style:
        options["cite"] = ReportCiter(style, session.names, form=form).of((then.report, now.report))
    if form not in ("text", "json"):
        options |= {"passages": passages or form != "markdown", "exhibit": exhibit}
    answer("passages" if passages and form == "text" else "changes", form, chosen, session.names, **options)
    if exit_code and whole.differs:
        session.ctx.meta[EXIT_WITH] = DIFFERENT
