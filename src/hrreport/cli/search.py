"""``hrreport search``: passages of all stored reports, and hints where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from hrreport.cli.answers import SEARCH, TALLIES, answer
from hrreport.cli.citations import ReportCiter, cite_option, default_style, hit_citer
from hrreport.cli.destination import format_option
from hrreport.cli.options import KINDS, REGIONS, bom_option, bom_options, command, several
from hrreport.cli.output import notify
from hrreport.cli.session import pass_session, years_in
from hrreport.errors import InputError, NotFoundError
from hrreport.inputs.selections import countries_in, sections_in, topics_in

if TYPE_CHECKING:
    from hrreport.cli.session import Session
    from hrreport.library.library import Library
    from hrreport.model.country import ReportId
    from hrreport.model.hit import Coverage, Query, QueryReading


@command
@click.argument("query", nargs=-1, required=True)
@click.option("--exact", is_flag=True, help="Only the words as they are written: no other forms, no synonyms.")
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
    query: tuple[str, ...],
    exact: bool,
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

    Several words must all be in a paragraph; words given as one argument, in the shell's quotation marks, are a
    phrase. Any form of a word counts (arrest, arrests, arrested), and synonyms of the field are looked for too; the
    answer says so. Words in quotation marks inside the argument are taken as they are written. Also: beginning*;
    NEAR(a b, 5) for words near each other; AND, OR, NOT and brackets. Case, accents, hyphens and apostrophes do
    not matter.

    \b
    Examples:
      hrreport search "pretrial detention"
      hrreport search journalist arrest --country kazakhstan --year 2020-2023
      hrreport search '"hunger strike" NOT prison*' --exact
      hrreport search 'NEAR(journalist arrest*, 8)' --topic press-freedom --count year
    """
    from dataclasses import replace

    from hrreport.library.tokens import joined_words
    from hrreport.model.finding import Kind
    from hrreport.model.hit import Query

    csv = bom_options(form, bom=bom)
    if context and form == "csv":
        raise click.UsageError("csv has whole paragraphs and none around them: leave out --context")
    asked = Query(
        " ".join(map(joined_words, query)),
        countries=tuple(c.slug for c in countries_in(country)),
        regions=region,
        years=years_in(year),
        sections=sections_in(section),
        topics=topics_in(topic),
        kinds=tuple(map(Kind, kind)),
        limit=limit,
        context=context,
        exact=exact,
    )
    library = session.stored_library()
    _notify_of_index(library)
    if count:
        tallies = library.count(asked, count)
        reading = library.read_query(asked)
        total = sum(tally.paragraphs for tally in tallies)
        silent = form not in ("text", "json")
        coverage = _coverage(library, asked, reading, total, form, silent=silent)
        options: dict[str, object] = {} if silent else {"coverage": coverage, "reading": reading}
        answer(TALLIES, form, asked, tallies, count, session.names, **options, **csv)
    else:
        result = library.search(asked)
        coverage = _coverage(library, asked, result.reading, result.total, form, silent=form == "csv")
        result = replace(result, coverage=coverage)
        citer: dict[str, object] = {}
        if form != "text" or style or session.settings.verbose:
            citer["cite"] = hit_citer(library, ReportCiter(style or default_style(), session.names, form=form))
        answer(SEARCH, form, asked, result, session.names, **citer, **csv)


def _notify_of_index(library: Library) -> None:
    """Write on stderr that the index is of another version, if it is, and what comes of that."""
    if library.index_is_current:
        return
    if library.read_only:
        notify(
            "Note: the library's index is of another version and cannot be built again here: other forms of words "
            "are not found"
        )
    else:
        notify("The index of the library is of another version and is built again; a thousand reports take a minute.")


def _coverage(
    library: Library, asked: Query, reading: QueryReading | None, total: int, form: str, *, silent: bool
) -> Coverage | None:
    """Return what was looked at, where it matters; of a `silent` answer, that does not say it, it goes to stderr."""
    from hrreport.library.search_coverage import coverage_of, matters
    from hrreport.wording.hits import (
        describe_no_hits,
        describe_query_reading,
        describe_suggestions,
        describe_unsearched,
    )

    matter = form == "json" or matters(asked, total)
    coverage = coverage_of(library, asked, total) if matter else None
    if silent:
        lines = (
            [*describe_query_reading(reading), *describe_unsearched(coverage)]
            if total
            else [describe_no_hits(asked, coverage, reading)]
        )
        for note in lines:
            notify(f"Note: {note}")
    if coverage and (hint := _hint(library, asked, coverage)):
        notify(hint)
    for suggestion in describe_suggestions(reading):
        notify(f"Hint: {suggestion}")
    if not total and (hint := _looser_hint(library, asked)):
        notify(hint)
    return coverage


def _hint(library: Library, query: Query, coverage: Coverage) -> str:
    """Return what a reader can do who asked for what is not stored, or for a section that is not there; or nothing."""
    if not coverage.reports and (query.countries or query.years):
        from hrreport.catalogue import records

        years = query.years or (records.editions()[-1].year,)
        span = str(years[0]) if len(years) == 1 else f"{min(years)}-{max(years)}"
        return f"Hint: download first: hrreport download {' '.join(query.countries) or '--all'} {span}"
    if coverage.sections:
        newest = max(library.reports_of(query), key=lambda report_id: report_id.year)
        return _section_hint(library, newest, coverage.sections[0])
    return ""


def _looser_hint(library: Library, query: Query) -> str:
    """Return how many paragraphs have the words of phrases anywhere, for a query that met nothing; or nothing."""
    if "_" not in query.text:
        return ""
    from dataclasses import replace

    apart = replace(query, text=query.text.replace("_", " "))
    total = sum(tally.paragraphs for tally in library.count(apart, "year"))
    if not total:
        return ""
    where = "1 paragraph has" if total == 1 else f"{total:,} paragraphs have"
    return f"Hint: {where} all of these words, though not side by side: hrreport search {apart.text}"


def _section_hint(library: Library, report_id: ReportId, typed: str) -> str:
    """Return what a section that was not found may be called, by the example of one report."""
    from hrreport.catalogue.places import find_place

    stored = library.load(report_id)
    if stored is None:
        return ""
    try:
        return f"Hint: did you mean --section {find_place(stored.report(), typed).section}?"
    except InputError as error:
        return f"Hint: {error.message}"
    except NotFoundError as error:
        return f"Hint: {error.hint}"
