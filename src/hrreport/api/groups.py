"""Answers on many countries at once, made of what is in the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hrreport.api.access import names, texts
from hrreport.api.answers import Answer, topic_cells
from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrreport.api.access import Names
    from hrreport.codec.contract import Json
    from hrreport.model.edition_change import (
        CountryChange,
        CountryDuties,
        EditionChanges,
        EditionDuties,
        SortKey,
    )
    from hrreport.model.edition_matrix import CountryGroup, CountrySeries, EditionMatrix, GroupTrend
    from hrreport.model.gap import MissingReport
    from hrreport.model.topic_reading import ReportReadings
    from hrreport.pipeline.context import Context

_PROCESSES = 1
"""Other processes would run the caller's script again, unless it guards against that."""


def check_arguments(country: object, *, of_many: Mapping[str, object], of_one: Mapping[str, object]) -> None:
    """Refuse what does not go with one country, or with many.

    Args:
        country: What was given for the country or countries; ``None`` for many.
        of_many: Arguments that only go with many.
        of_one: Arguments that only go with those that are named.

    Raises:
        InputError: One of them was given all the same, or there is no such order.
    """
    from hrreport.model.edition_change import SORT_KEYS

    others, which = (of_one, "many countries") if country is None else (of_many, "a country that is named")
    for name, value in others.items():
        if value not in (None, False, "country"):
            raise InputError(f"{name} does not go with {which}", hint="see hrreport help many-countries")
    if of_many.get("sort", "country") not in SORT_KEYS:
        raise InputError(f'there is no order "{of_many["sort"]}"', hint=f"orders are: {', '.join(SORT_KEYS)}")


def group_asked(
    year: int,
    *,
    all: bool,  # noqa: A002  as the option of the command line
    region: Names | None,
    group: Path | Names | None,
) -> CountryGroup:
    """Return the countries that are meant.

    Args:
        year: The edition, or the last of several.
        all: Whether all countries are meant.
        region: Abbreviations or names of regions.
        group: A file with a country on each line, or the names themselves.

    Raises:
        InputError: Nothing is named, or a name is not understood.
    """
    from hrreport.inputs.groups import group_of

    regions = texts(region)
    if not (all or regions or group is not None):
        raise InputError("no country was named", hint="name one, or say all=True, region=... or group=...")
    if isinstance(group, str | Path):
        return group_of(year, everything=all, regions=regions, file=str(group))
    return group_of(year, everything=all, regions=regions, countries=group or ())


def matrix_answer(
    context: Context, group: CountryGroup, year: int, topics: Sequence[str]
) -> Answer[EditionMatrix, ReportReadings]:
    """Return what the reports of an edition say on each topic."""
    from hrreport.codec.groups import edition_matrix_json
    from hrreport.pipeline.groups import matrix_of_group
    from hrreport.terminal.groups import edition_matrix_view

    matrix = matrix_of_group(group, year, topics, context, processes=_PROCESSES)
    return Answer(
        matrix,
        matrix.reports,
        f"{group.name} {year}: {len(matrix.reports)} reports, {len(matrix.topics)} topics",
        lambda: edition_matrix_json(matrix, names()),
        topic_cells,
        lambda: edition_matrix_view(matrix, names()),
        _notices(matrix.cautions, matrix.gaps),
    )


def changes_answer(
    context: Context, group: CountryGroup, years: tuple[int, int], sort: SortKey
) -> Answer[EditionChanges, CountryChange]:
    """Return what became of each country's report from one edition to another."""
    from hrreport.codec.groups import edition_changes_json
    from hrreport.pipeline.groups import changes_of_group
    from hrreport.terminal.groups import edition_changes_view

    changes = changes_of_group(group, *years, context, sentences=True, processes=_PROCESSES)
    return Answer(
        changes,
        changes.ordered(sort),
        f"{group.name}, {years[0]} and {years[1]}: {len(changes.rows)} countries",
        lambda: edition_changes_json(changes, names(), sort=sort),
        lambda json: [_change_row(row, years) for row in json["countries"]],
        lambda: edition_changes_view(changes, names(), sort=sort),
        _notices(changes.cautions, changes.gaps),
    )


def _change_row(row: Json, years: tuple[int, int]) -> Json:
    topics = {"dropped_topics": [topic["id"] for topic in row["dropped"]], "turned_topics": row["turned"]}
    return {"country": row["country"], "old_year": years[0], "new_year": years[1], **row["counts"], **topics}


def duties_answer(
    context: Context, group: CountryGroup, years: tuple[int, int], sort: SortKey
) -> Answer[EditionDuties, CountryDuties]:
    """Return how each country's reports of two editions answer what the law asks of them."""
    from hrreport.codec.groups import edition_duties_json
    from hrreport.pipeline.groups import duties_of_group
    from hrreport.terminal.groups import edition_duties_view

    duties = duties_of_group(group, *years, context, processes=_PROCESSES)
    return Answer(
        duties,
        duties.ordered(sort),
        f"{group.name}, {years[0]} and {years[1]}: {len(duties.duties)} duties, {len(duties.rows)} countries",
        lambda: edition_duties_json(duties, names(), sort=sort),
        lambda json: [{"country": row["country"], **answer} for row in json["countries"] for answer in row["answers"]],
        lambda: edition_duties_view(duties, names(), sort=sort),
        _notices(duties.cautions, duties.gaps),
    )


def trend_answer(
    context: Context, group: CountryGroup, topic: str, years: Sequence[int]
) -> Answer[GroupTrend, CountrySeries]:
    """Return one topic in many countries over the editions."""
    from hrreport.codec.groups import group_trend_json
    from hrreport.pipeline.groups import trend_of_group
    from hrreport.terminal.groups import group_trend_view

    trend = trend_of_group(group, topic, years, context, processes=_PROCESSES)
    return Answer(
        trend,
        trend.series,
        f"{trend.topic.name} in {len(trend.series)} countries, {len(trend.years)} editions",
        lambda: group_trend_json(trend, names()),
        lambda json: [cell for row in json["countries"] for cell in row["cells"]],
        lambda: group_trend_view(trend, names()),
        _notices(trend.cautions, trend.gaps),
    )


def _notices(cautions: tuple[str, ...], gaps: tuple[MissingReport, ...]) -> tuple[str, ...]:
    from hrreport.wording.changes import describe_missing_reports

    return (*cautions, *describe_missing_reports(gaps, names()))
