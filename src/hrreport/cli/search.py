"""``hrreport search``: passages of all stored reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from hrreport.cli.answers import answer
from hrreport.cli.citations import HitCiter, ReportCiter, cite_option, default_style
from hrreport.cli.coverage import coverage_of, hint_for, matters
from hrreport.cli.options import bom_option, bom_options, command, format_option
from hrreport.cli.output import tell
from hrreport.cli.selections import KINDS, REGIONS, countries_in, sections_in, several, topics_in, years_in
from hrreport.cli.session import now, pass_session

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.library.library import Library
    from hrreport.model.hit import Coverage, Query


@command
@click.argument("query")
@several("--country", "COUNTRY", "Only reports on these countries: COUNTRY or A,B.")
@several("--year", "YEAR", "Only these editions: 2023, 2022-2024 or 2019,2023.")
@several("--section", "ID", "Only that section and what is below it: 1.c, 6/women.")
@several("--topic", "TOPIC", "Only passages on that topic: prisons, press-freedom.")
@several("--kind", "KIND", f"Only passages with a sentence of that kind: {', '.join(KINDS)}.", among=KINDS)
@several("--region", "REGION", f"Only countries of that region: {', '.join(REGIONS)}.", among=REGIONS)
@click.option("--context", metavar="N", type=click.IntRange(0, 100), default=0, help="Show N paragraphs around each.")
@click.option("--count", type=click.Choice(("country", "year")), help="Count the passages instead, by country or year.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="Passages that are shown.",
)
@cite_option
@format_option("text", "json", "csv", "markdown")
@bom_option
@pass_session
def search(
    session: Session,
    query: str,
    country: tuple[str, ...],
    year: tuple[str, ...],
    section: tuple[str, ...],
    topic: tuple[str, ...],
    kind: tuple[str, ...],
    region: tuple[str, ...],
    context: int,
    count: Literal["country", "year"] | None,
    limit: int,
    style: str | None,
    form: str,
    bom: bool,
) -> None:
    """Search the paragraphs of all stored reports, the best first.

    QUERY is words, which must all be there; "a phrase"; a beginning*; NEAR(a b, 5) for words near each
    other; AND, OR, NOT and brackets. Case, accents and hyphens do not matter.

    \b
    Examples:
      hrreport search "pretrial detention"
      hrreport search '"hunger strike" NOT prison*' --country kazakhstan,uzbekistan --year 2020-2023
      hrreport search 'NEAR(journalist arrest*, 8)' --topic press-freedom --count year
    """
    from dataclasses import replace

    from hrreport.model.finding import Kind
    from hrreport.model.hit import Query

    csv = bom_options(form, bom=bom)
    if context and form == "csv":
        raise click.UsageError("csv has whole paragraphs and none around them: leave out --context")
    asked = Query(
        query,
        countries=tuple(c.slug for c in countries_in(country)),
        regions=region,
        years=years_in(year, this_year=now().year),
        sections=sections_in(section),
        topics=topics_in(topic),
        kinds=tuple(map(Kind, kind)),
        limit=limit,
        context=context,
    )
    cite = ReportCiter(style or default_style(), session.names, form=form)
    library = session.stored_library()
    if count:
        tallies = library.count(asked, count)
        total = sum(tally.paragraphs for tally in tallies)
        coverage = _coverage(library, asked, total, form, silent=form not in ("text", "json"))
        options: dict[str, object] = {"coverage": coverage} if form in ("text", "json") else {}
        answer("tallies", form, asked, tallies, count, session.names, **options, **csv)
    else:
        result = library.search(asked)
        result = replace(result, coverage=_coverage(library, asked, result.total, form, silent=form == "csv"))
        answer("search", form, asked, result, session.names, cite=HitCiter(library, cite), **csv)


def _coverage(library: Library, asked: Query, total: int, form: str, *, silent: bool) -> Coverage | None:
    """Return what was looked at, where it matters; of a `silent` answer, that does not say it, it goes to stderr."""
    from hrreport.model.hit_wording import none_said, unsearched_said

    if form != "json" and not matters(asked, total):
        return None
    coverage = coverage_of(library, asked, total)
    if silent:
        for note in unsearched_said(coverage) if total else [none_said(asked, coverage)]:
            tell(f"Note: {note}")
    if hint := hint_for(library, asked, coverage):
        tell(hint)
    return coverage
