"""Turn the arguments of `download` into report ids: countries and years as typed, a list, or a whole edition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from hrreport.catalogue import records
from hrreport.cli.output import notify
from hrreport.cli.session import now
from hrreport.errors import FetchError, InputError
from hrreport.inputs.selections import are_years, countries_in, years_in
from hrreport.inputs.text_files import read_text
from hrreport.model.country import ReportId
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.pipeline.context import Context

_MOST = 1_000_000
"""Bytes of a list."""


def download_ids(
    words: tuple[str, ...], lists: tuple[str, ...], context: Context, *, everything: bool, skip_unknown: bool = False
) -> tuple[ReportId, ...]:
    """Return the reports that are wanted, each once, edition by edition.

    Args:
        words: Countries and years, mixed.
        lists: Files with a report on each line.
        context: For asking which countries an edition has.
        everything: Whether all countries of the years are meant.
        skip_unknown: Whether lines of a list that are not understood are passed over, and told.

    Raises:
        InputError: A country or a year is not understood, or a list cannot be read.
        FetchError: The countries of an edition could not be found out.
    """
    years = years_in((w for w in words if are_years(w)), this_year=now().year)
    countries = countries_in(w for w in words if not are_years(w))
    if everything and countries:
        raise click.UsageError("--all means every country: leave out the names, or --all")
    if (everything or countries) and not years:
        raise click.UsageError("name the years too: 2023, or 2022-2024")
    if not (everything or countries or lists):
        raise click.UsageError("name countries and years, or give --all or --file")
    found: dict[ReportId, None] = {}
    for year in years:
        slugs = _all_of(year, context) if everything else [country.slug for country in countries]
        found.update(dict.fromkeys(ReportId(slug, year) for slug in slugs))
    listed, unknown = _listed(lists, years)
    found.update(dict.fromkeys(listed))
    if unknown and not skip_unknown:
        raise _not_understood(unknown, len(found))
    for line in unknown:
        notify(f"Note: passed over: {line.message}")
    if not found:
        raise InputError("the lists name no report", hint="write on each line: kazakhstan 2023")
    return tuple(found)


def _all_of(year: int, context: Context) -> list[str]:
    """Return the countries of an edition; where its lists cannot be fetched, all that are known."""
    from hrreport.pipeline.editions import countries_of

    try:
        roll = countries_of(year, context)
    except FetchError as error:
        if error.nobody_answered:
            raise
        notify(f"Note: which countries the edition of {year} has could not be asked, so all are tried: {error}")
        return [country.slug for country in records.countries()]
    if not roll.missing:
        return [country.slug for country in roll.countries]
    unread = ", ".join(roll.missing)
    notify(f"Note: of the edition of {year}, these lists could not be read, so all countries are tried: {unread}")
    return [country.slug for country in records.countries()]


def _listed(files: Iterable[str], years: tuple[int, ...]) -> tuple[list[ReportId], list[InputError]]:
    """Return the reports of lists, and what is wrong with each line that is not understood.

    A line is ``COUNTRY YEAR``, or a country alone for the years given.
    """
    found: list[ReportId] = []
    unknown: list[InputError] = []
    for file in files:
        for number, line in _lines(file):
            try:
                found += _entry(line, years)
            except InputError as error:
                unknown.append(error.with_changes(f"line {number} of '{file}': {error.message}"))
    return found, unknown


def _not_understood(unknown: list[InputError], others: int) -> InputError:
    """Return one error for all lines that are not understood, which offers to go on with the others."""
    go_on = f"go on with the other {counted(others, 'report')}: --skip-unknown" if others else ""
    if len(unknown) == 1:
        (only,) = unknown
        return only.with_changes(hint="; or ".join(filter(None, (only.hint, go_on))) or None)
    messages = "; ".join(error.message for error in unknown)
    hint = "; or ".join(filter(None, ("correct them: write kazakhstan 2023 on each line", go_on)))
    return InputError(f"{len(unknown)} lines are not understood: {messages}", hint=hint)


def _entry(line: str, years: tuple[int, ...]) -> Iterable[ReportId]:
    cells = [cell.strip() for cell in re.split(r"[\t;]", line)]
    name, year = (cells[0], cells[1]) if len(cells) > 1 else _split_line(line)
    covered = years_in([year], this_year=now().year) if year else years
    if not covered:
        raise InputError(f"'{line.strip()}' names no year", hint="write: kazakhstan 2023")
    return [ReportId(country.slug, one) for country in countries_in([name]) for one in covered]


def _split_line(line: str) -> tuple[str, str]:
    """Return the country and the years of a line that has spaces or a comma between them."""
    found = re.fullmatch(r"(?i)(.*?)[\s,]+((?:\d{4}|latest)(?:\s*[-–]\s*(?:\d{4}|latest))?)", line.strip())
    return (found[1], found[2]) if found else (line.strip(), "")


def _lines(file: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a list with their numbers, without remarks and empty ones."""
    opened = click.open_file("-", "rb") if file == "-" else None
    text = read_text(file, "a list of reports", _MOST, opened=opened)
    for number, line in enumerate(text.splitlines(), 1):
        kept = line.partition("#")[0]
        if kept.strip():
            yield number, kept
