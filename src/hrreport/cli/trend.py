"""``hrreport trend``: one country over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hrreport.cli.answers import GROUP_TREND, TREND, answer
from hrreport.cli.completion import COUNTRY
from hrreport.cli.destination import format_option
from hrreport.cli.groups import group_named, group_options, library_context, notify_of_missing, progress_bar
from hrreport.cli.options import bom_option, bom_options, command, several
from hrreport.cli.session import now, pass_session, years_in
from hrreport.errors import NotFoundError

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("country", type=COUNTRY)
@several("--countries", "COUNTRY", "One topic in these countries, as far as they are in the library.")
@group_options
@several("--topic", "TOPIC", "Only that topic; several with commas between them.")
@several("--years", "YEARS", "Those editions, fetched where they are missing: 2016-2024. Otherwise the stored ones.")
@bom_option
@format_option("text", "markdown", "json", "html", "docx", "pdf", "svg", "png", "csv")
@pass_session
def trend(
    session: Session,
    country: str,
    countries: tuple[str, ...],
    everything: bool,
    region: tuple[str, ...],
    group: str | None,
    topic: tuple[str, ...],
    years: tuple[str, ...],
    bom: bool,
    form: str,
) -> None:
    """Follow a country over the editions: length, assessments, sentences on abuses, figures, sources.

    The borders between outlines are marked. Changes of outline and of drafting rules make trends unsafe.
    An edition that is missing is named with the reason, and the exit code is 1.

    With --countries, --all, --region or --group, one topic in many countries, from the library alone.

    \b
    Examples:
      hrreport trend kazakhstan
      hrreport trend kazakhstan --topic prisons --years 2019-2024
      hrreport trend --region sca --topic torture --format html --open
    """
    from hrreport.catalogue.countries import find_country
    from hrreport.cli.collect import gather
    from hrreport.comparison.trend import trend_of
    from hrreport.inputs.selections import topics_in

    marked = bom_options(form, bom=bom)
    covered = years_in(years)
    topics = topics_in(topic)
    switches: dict[str, Any] = {"everything": everything, "region": region, "group": group, "countries": countries}
    if many := group_named(session, [country], covered[-1] if covered else now().year, **switches):
        if len(topics) != 1:
            raise click.UsageError("one topic is followed in many countries: add --topic with one")
        from hrreport.pipeline.groups import trend_of_group

        with progress_bar("Reading") as progress:
            context = library_context(session)
            table = trend_of_group(many, topics[0], covered, context, texts=form == "html", progress=progress)
        notify_of_missing(session, table.gaps, named=bool(group or countries))
        answer(GROUP_TREND, form, table, session.names, **marked)
        return
    if form == "csv":
        raise click.UsageError("--format csv goes with many countries: --countries, --all, --region or --group")
    found = find_country(country)
    years_shown = covered or _stored(session, found.slug)
    got, gaps = gather(session, [(found.slug, str(year)) for year in sorted(years_shown)])
    followed = trend_of([(one.report, one.analysis) for one in got], topics, gaps=gaps)
    answer(TREND, form, followed, session.names)


def _stored(session: Session, slug: str) -> tuple[int, ...]:
    years = session.stored_library().years_of(slug)
    if not years:
        raise NotFoundError(
            f"no edition for {slug} is in the library", hint=f"fetch some: hrreport trend {slug} --years 2016-2024"
        )
    return years
