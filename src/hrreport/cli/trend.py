"""``hrreport trend``: one country over the editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hrreport.cli.answers import answer
from hrreport.cli.completion import COUNTRY
from hrreport.cli.list_arguments import several
from hrreport.cli.options import command, format_option
from hrreport.cli.session import now, pass_session
from hrreport.errors import NotFoundError

if TYPE_CHECKING:
    from hrreport.cli.session import Session


@command
@click.argument("country", type=COUNTRY)
@several("--topic", "TOPIC", "Only that topic; several with commas between them.")
@several("--years", "YEARS", "Those editions, fetched where they are missing: 2016-2024. Otherwise the stored ones.")
@format_option("text", "markdown", "json", "html", "docx", "pdf", "svg", "png")
@pass_session
def trend(session: Session, country: str, topic: tuple[str, ...], years: tuple[str, ...], form: str) -> None:
    """Follow a country over the editions: length, assessments, sentences on abuses, figures, sources.

    The borders between outlines are marked. Changes of outline and of drafting rules make trends unsafe.
    An edition that is missing is named with the reason, and the exit code is 1.

    \b
    Examples:
      hrreport trend kazakhstan
      hrreport trend kazakhstan --topic prisons --years 2019-2024
    """
    from hrreport.catalogue.countries import find_country
    from hrreport.cli.collect import gather
    from hrreport.cli.list_arguments import topics_in, years_in
    from hrreport.comparison.trend import trend_of

    found = find_country(country)
    wanted = years_in(years, this_year=now().year) if years else _stored(session, found.slug)
    topics = topics_in(topic)
    got, gaps = gather(session, [(found.slug, str(year)) for year in sorted(wanted)])
    followed = trend_of([(one.report, one.analysis) for one in got], topics, gaps=gaps)
    answer("trend", form, followed, session.names)


def _stored(session: Session, slug: str) -> tuple[int, ...]:
    library = session.stored_library()
    years = tuple(entry.id.year for entry in library.entries() if entry.id.country == slug)
    if not years:
        raise NotFoundError(
            f"no edition for {slug} is in the library", hint=f"fetch some: hrreport trend {slug} --years 2016-2024"
        )
    return years
