"""Selections: what was typed for several countries, years, topics or sections at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hrreport.cli.completion import TYPES, AmongType
from hrreport.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.model.country import Country
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section

F = TypeVar("F", bound="Callable[..., Any]")

_YEARS = re.compile(r"\d{4}(?:\s*[-–]\s*\d{4})?")
_MOST_YEARS = 200
"""A range of more years than this is a slip."""

REGIONS = ("af", "eap", "eur", "nea", "sca", "wha")
"""State's regional bureaus."""
KINDS = ("abuse", "response", "denial", "law", "context")
"""What a sentence does, as `hrreport.model.finding.Kind` has it."""


def several(name: str, metavar: str, said: str, *, among: tuple[str, ...] = ()) -> Callable[[F], F]:
    """Add an option that takes several values, separated by commas or given again and again.

    Args:
        name: As typed, with its dashes.
        metavar: What the help calls a value.
        said: The help.
        among: The values that there are; any value where it is empty.
    """

    def split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
        wanted = tuple(dict.fromkeys(_named(values, "value"))) if among else values
        for value in wanted:
            if among and value not in among:
                raise click.BadParameter(f"'{value}' is not one of {', '.join(among)}", ctx, param)
        return wanted

    words = AmongType(*among) if among else TYPES.get(metavar)
    return click.option(name, type=words, multiple=True, metavar=metavar, help=said, callback=split)


def parted(values: Iterable[str]) -> Iterator[str]:
    """Yield what stands between the commas of some values.

    >>> list(parted(["a, b", "c"]))
    ['a', 'b', 'c']
    """
    for value in values:
        yield from filter(None, (part.strip() for part in value.split(",")))


def are_years(text: str) -> bool:
    """Tell whether a word of the command line is a year or a range of years.

    >>> are_years("2023"), are_years("2022-2024"), are_years("chad")
    (True, True, False)
    """
    return all(_YEARS.fullmatch(part) for part in parted([text])) and any(parted([text]))


def years_in(values: Iterable[str], *, this_year: int) -> tuple[int, ...]:
    """Return the years that are meant, each once, in the order given: ``2023``, ``2022-2024``, ``2019,2021``.

    Raises:
        InputError: One is no year, or cannot have an edition.
    """
    parts = _named(values, "year")
    if not parts:
        return ()
    from hrreport.sources.editions import find_year

    found: dict[int, None] = {}
    for part in parts:
        ends = [piece.strip() for piece in re.split("[-–]", part)] if are_years(part) else [part]
        start, end = (find_year(year, this_year=this_year) for year in (ends[0], ends[-1]))
        if not 0 <= end - start <= _MOST_YEARS:
            raise InputError(f'"{part}" is no range of years', hint="write the earlier year first: 2022-2024")
        found.update(dict.fromkeys(range(start, end + 1)))
    return tuple(found)


def countries_in(values: Iterable[str]) -> tuple[Country, ...]:
    """Return the countries that are meant, each once, in the order given.

    A value is one name (``Korea, South``) or several with commas between them.

    Raises:
        InputError: One is no country, or may be several.
    """
    typed = tuple(values)
    if not typed:
        return ()
    from hrreport.sources.countries import find_country, known_country

    found: dict[str, Country] = {}
    for value in typed:
        whole = known_country(value) if "," in value else None
        for country in [whole] if whole else [find_country(part) for part in parted([value])] or [find_country(value)]:
            found.setdefault(country.slug, country)
    return tuple(found.values())


def topics_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the topics that are meant.

    Raises:
        InputError: One is no topic.
    """
    parts = _named(values, "topic")
    if not parts:
        return ()
    from hrreport.sources.topics import find_topic

    return tuple(dict.fromkeys(find_topic(part).id for part in parts))


def topic_in(report: Report, typed: str | None, section: str | None = None) -> str | None:
    """Return the id of the topic that is meant, if one is, and if the report has something on it.

    Args:
        report: The report that is asked.
        typed: The topic as typed.
        section: Id of a section to which the topic is narrowed; with ``None``, to none.

    Raises:
        InputError: It is no topic.
        NotFoundError: No heading or run-in label of the report, or of the section, stands for it.
    """
    if typed is None:
        return None
    from hrreport.analysis.selection import sections_below
    from hrreport.sources.topics import find_topic

    topic, on_it = find_topic(typed).id, {s.id for s, _ in on_topic(report, typed).passages()}
    if section is not None and on_it.isdisjoint(sections_below(report, section)):
        raise NotFoundError(
            f"no heading or run-in label of section '{section}' of the report on {report.id} stands for '{topic}'",
            hint=f"see 'hrreport sections {report.id} --topic {topic}'",
        )
    return topic


def on_topic(report: Report, typed: str | None) -> Report:
    """Return what a report has on the topic that is meant; without one, the whole report.

    Raises:
        InputError: It is no topic.
        NotFoundError: No heading or run-in label of the report stands for it.
    """
    if typed is None:
        return report
    from hrreport.analysis.selection import passages_on
    from hrreport.sources.topics import find_topic

    return passages_on(report, find_topic(typed).id)


def passage_in(report: Report, typed: str | None) -> Section | None:
    """Return the section that is meant, if one is; for a place with a paragraph, that paragraph alone.

    Raises:
        InputError: None was named, or several bear the name.
        NotFoundError: The report has no such place.
    """
    if typed is None:
        return None
    from dataclasses import replace

    from hrreport.model.place import find_place

    place = find_place(report, typed)
    section = report.section(place.section)
    if place.paragraph is None:
        return section
    return replace(section, paragraphs=tuple(p for p in section.paragraphs if p.number == place.paragraph), sections=())


def section_in(report: Report, typed: str | None) -> str | None:
    """Return the id of the section that is meant, if one is.

    Raises:
        InputError: None was named, several bear the name, or a paragraph is meant.
        NotFoundError: The report has no such section.
    """
    if typed is None:
        return None
    from hrreport.model.place import find_place

    return _whole(find_place(report, typed), typed).section


def section_among(reports: Iterable[Report], typed: str | None) -> str | None:
    """Return the id of the section that is meant, if one is, in the first of some reports that has it.

    What none of them has is returned as typed.

    Raises:
        InputError: None was named, several bear the name, or a paragraph is meant.
    """
    for report in reports:
        try:
            return section_in(report, typed)
        except NotFoundError:
            continue
    return typed


def sections_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the sections that are meant, of whatever report: ``1c`` and ``§ 1.c`` are 1.c.

    Raises:
        InputError: One is no section.
    """
    from hrreport.model.locator import Locator

    return tuple(dict.fromkeys(_whole(Locator.parse(part), part).section for part in _named(values, "section")))


def _whole(place: Locator, typed: str) -> Locator:
    """Return a place that is a section; a paragraph is never silently widened to its section."""
    if place.paragraph is None:
        return place
    raise InputError(
        f"'{typed}' is a paragraph, and --section takes a section", hint=f"write: --section {place.section}"
    )


def _named(values: Iterable[str], what: str) -> tuple[str, ...]:
    """Return what stands between the commas of some values.

    Raises:
        InputError: Values were given, and nothing stands in them: that is not the same as no value.
    """
    typed = tuple(values)
    parts = tuple(parted(typed))
    if typed and not parts:
        raise InputError(f"no {what} was named")
    return parts
