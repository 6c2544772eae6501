"""``hrreport diff``: one country, two editions, topic by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import CHANGES, EDITION_CHANGES, EDITION_DUTIES, PASSAGES, answer
from hrreport.cli.citations import ReportCiter, cite_option
from hrreport.cli.completion import COUNTRY, SECTION, YEAR
from hrreport.cli.destination import format_option
from hrreport.cli.exit_codes import DIFFERENT
from hrreport.cli.groups import group_named, group_options, library_context, notify_of_missing, progress_bar
from hrreport.cli.options import bom_option, bom_options, command, several
from hrreport.cli.session import find_year, pass_session
from hrreport.exporting.documents import PAGED
from hrreport.model.edition_change import SORT_KEYS

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.model.edition_change import EditionChanges, EditionDuties, SortKey
    from hrreport.model.edition_matrix import CountryGroup


@command
@click.argument("country", type=COUNTRY)
@click.argument("old", type=YEAR)
@click.argument("new", type=YEAR)
@group_options
@click.option("--duties", is_flag=True, help="Of many countries: how each report answers what the law asks of it.")
@click.option(
    "--sort", type=click.Choice(SORT_KEYS), default="country", show_default=True, help="The order of many countries."
)
@several("--topic", "TOPIC", "The passages on that topic side by side; several with commas between them.")
@click.option(
    "--section", type=SECTION, metavar="ID", help="The passages of that section, of either edition, side by side."
)
@click.option("--changed-only", is_flag=True, help="Leave out what both editions say alike.")
@click.option("--new-only", is_flag=True, help="Only what the newer edition does not repeat from the older.")
@click.option("--exhibit", is_flag=True, help="The two texts alone, in numbered rows, to be filed: html, docx or pdf.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when there are differences, as diff does.")
@cite_option
@bom_option
@format_option("text", "markdown", "json", "html", "docx", "pdf", "csv")
@pass_session
def diff(
    session: Session,
    country: str,
    old: str,
    new: str,
    everything: bool,
    region: tuple[str, ...],
    group: str | None,
    duties: bool,
    sort: SortKey,
    topic: tuple[str, ...],
    section: str | None,
    changed_only: bool,
    new_only: bool,
    exhibit: bool,
    exit_code: bool,
    style: str | None,
    bom: bool,
    form: str,
) -> None:
    """Compare two editions of a country's report, topic by topic, across outlines that differ.

    Without --topic or --section, a table of all topics: what is kept, moved, merged, new, or under a heading
    that was dropped. A dropped heading is not an improvement: absence of reporting is not evidence of absence.

    With --all, --region or --group, a row for each country in the library, and the sum over them: length then and
    now; sentences kept, reworded, gone, new; headings dropped; assessments that changed. With --duties, how each report
    answers what the law asks (22 U.S.C. 2151n, 2304). Nothing is fetched.

    \b
    Examples:
      hrreport diff kazakhstan 2023 2024
      hrreport diff kazakhstan 2023 2024 --topic torture --changed-only
      hrreport diff kazakhstan 2023 2024 --exhibit -o exhibit.pdf
      hrreport diff --all 2023 2024 --sort gone
      hrreport diff --region wha 2023 2024 --duties
    """
    from hrreport.comparison.change_filters import select
    from hrreport.comparison.changes import compare_reports
    from hrreport.inputs.selections import section_among, topics_in

    marked = bom_options(form, bom=bom)
    covered = find_year(new)
    many = group_named(session, [country], covered, everything=everything, region=region, group=group)
    if many:
        if topic or section or changed_only or new_only or exhibit or exit_code or style:
            raise click.UsageError(
                "--all, --region and --group give a table of countries: leave out --topic, --section, --changed-only, "
                "--new-only, --exhibit, --exit-code and --cite"
            )
        _of_group(session, many, (find_year(old), covered), duties, sort, form, marked, named=group is not None)
        return
    if duties or form == "csv" or sort != "country":
        raise click.UsageError("--duties, --sort and --format csv go with many countries: --all, --region or --group")
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
    answer(PASSAGES if passages and form == "text" else CHANGES, form, chosen, session.names, **options)
    if exit_code and whole.differs:
        session.exit_with(DIFFERENT)


def _of_group(
    session: Session,
    many: CountryGroup,
    years: tuple[int, int],
    duties: bool,
    sort: SortKey,
    form: str,
    marked: dict[str, bool],
    *,
    named: bool,
) -> None:
    """Answer with a table of many countries."""
    from hrreport.pipeline.groups import changes_of_group, duties_of_group

    context = library_context(session)
    if duties and sort not in ("country", "dropped"):
        raise click.UsageError("--duties can be sorted by country, or by the headings dropped")
    with progress_bar("Comparing") as progress:
        found: EditionChanges | EditionDuties
        if duties:
            found = duties_of_group(many, *years, context, texts=form == "html", progress=progress)
        else:
            found = changes_of_group(many, *years, context, sentences=form in ("html", "json"), progress=progress)
    notify_of_missing(session, found.gaps, named=named)
    answer(EDITION_DUTIES if duties else EDITION_CHANGES, form, found, session.names, sort=sort, **marked)
