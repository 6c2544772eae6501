"""Interpret what was typed for several countries, years, topics, or places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue import records
from hrreport.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from hrreport.model.country import Country, ReportId
    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.model.sections import Range

_YEARS = re.compile(r"(?:\d{4}|latest)(?:\s*[-–]\s*(?:\d{4}|latest))?", re.IGNORECASE)
_MOST_YEARS = 200
"""A range of more years than this is a slip."""


def split_commas(values: Iterable[str]) -> Iterator[str]:
    """Yield what stands between the commas of some values.

    >>> list(split_commas(["a, b", "c"]))
    ['a', 'b', 'c']
    """
    for value in values:
        yield from filter(None, (part.strip() for part in value.split(",")))


def split_values(values: Iterable[str], what: str) -> tuple[str, ...]:
    """Return what stands between the commas of some values.

    Raises:
        InputError: Values were given, and nothing stands in them: that is not the same as no value.
    """
    typed = tuple(values)
    parts = tuple(split_commas(typed))
    if typed and not parts:
        raise InputError(f"no {what} was named")
    return parts


def are_years(text: str) -> bool:
    """Return whether a word of the command line is a year or a range of years.

    >>> are_years("2023"), are_years("2022-2024"), are_years("chad")
    (True, True, False)
    """
    return all(_YEARS.fullmatch(part) for part in split_commas([text])) and any(split_commas([text]))


def split_words(words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a command line that are countries, and those that are years.

    >>> split_words(["chad", "2022-2024", "kenya"])
    (('chad', 'kenya'), ('2022-2024',))
    """
    typed = tuple(words)
    return tuple(w for w in typed if not are_years(w)), tuple(w for w in typed if are_years(w))


def is_among(report_id: ReportId, slugs: Collection[str], years: Collection[int]) -> bool:
    """Return whether a report is on one of some countries and one of some years; of none, all are meant."""
    return (not slugs or report_id.country in slugs) and (not years or report_id.year in years)


def years_in(values: Iterable[str], *, this_year: int) -> tuple[int, ...]:
    """Return the years that are meant, each once, in the order given: ``2023``, ``2022-latest``, ``2019,2021``.

    Raises:
        InputError: One is not a year, or cannot have an edition.
    """
    parts = split_values(values, "year")
    if not parts:
        return ()
    from hrreport.catalogue.editions import find_year

    found: dict[int, None] = {}
    for part in parts:
        ends = [piece.strip() for piece in re.split("[-–]", part)] if are_years(part) else [part]
        start, end = (find_year(year, this_year=this_year) for year in (ends[0], ends[-1]))
        if not 0 <= end - start <= _MOST_YEARS:
            raise InputError(f'"{part}" is not a range of years', hint="write the earlier year first: 2022-2024")
        found.update(dict.fromkeys(range(start, end + 1)))
    return tuple(found)


def countries_in(values: Iterable[str]) -> tuple[Country, ...]:
    """Return the countries that are meant, each once, in the order given.

    A value is one name (``Korea, South``) or several with commas between them.

    Raises:
        InputError: One is not a country, or may be several.
    """
    typed = tuple(values)
    if not typed:
        return ()
    from hrreport.catalogue.countries import country_of_printed_name, find_country

    found: dict[str, Country] = {}
    for value in typed:
        whole = country_of_printed_name(value) if "," in value else None
        names = list(split_commas([value])) or [value]
        for country in [whole] if whole else map(find_country, names):
            found.setdefault(country.slug, country)
    return tuple(found.values())


def topics_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the topics that are meant.

    Raises:
        InputError: One is not a topic.
    """
    parts = split_values(values, "topic")
    if not parts:
        return ()
    from hrreport.catalogue.topics import find_topic

    return tuple(dict.fromkeys(find_topic(part).id for part in parts))


class Choice(NamedTuple):
    """The requested part of a report, by place and topic."""

    places: frozenset[tuple[str, int]] | None = None
    """Section and number of each paragraph; ``None`` for the whole report."""
    ranges: tuple[Range, ...] = ()
    """The places as they were named."""
    topic: str | None = None
    elsewhere: Elsewhere | None = None
    """What it says of a topic that no heading of it is on."""

    @property
    def mentioned(self) -> frozenset[tuple[str, int]]:
        """Section and number of each paragraph that speaks of the topic elsewhere."""
        mentions = self.elsewhere.mentions if self.elsewhere else ()
        return frozenset((mention.section.id, mention.paragraph.number) for mention in mentions)


def choose(report: Report, typed: Sequence[str] | str | None, topic: str | None) -> Choice:
    """Return what is meant of a report by one place or several, and a topic, as typed; of both, what is in both.

    Raises:
        InputError: One of them is not understood.
        NotFoundError: The report has no such place, or nothing on the topic, not even its words.
    """
    from hrreport.catalogue.places import find_places
    from hrreport.model.sections import covered

    places = () if typed is None else (typed,) if isinstance(typed, str) else typed
    ranges = find_places(report, places) if places else ()
    within = covered(report, ranges) if places else None
    if topic is None:
        return Choice(within, ranges)
    from dataclasses import replace

    from hrreport.catalogue.elsewhere import find_elsewhere
    from hrreport.catalogue.paragraph_topics import places_on
    from hrreport.catalogue.topics import find_topic
    from hrreport.model.elsewhere import NO_HEADING

    subject = find_topic(topic)
    treated = places_on(report, records.with_narrower([subject.id]))
    elsewhere = find_elsewhere(report, subject.id)
    if within is not None:
        treated &= within
        if elsewhere:
            kept = (m for m in elsewhere.mentions if (m.section.id, m.paragraph.number) in within)
            elsewhere = replace(elsewhere, mentions=tuple(kept))
    if ranges and not treated and not elsewhere:
        raise NotFoundError(
            f'no heading in {", ".join(map(str, ranges))} of the report on {report.id} is on "{subject.id}"',
            hint=f"the rest of the report has passages on it: hrreport show {report.id} --topic {subject.id}",
        )
    if not treated and not (elsewhere and elsewhere.mentions):
        where = f"{', '.join(map(str, ranges))} of the report" if ranges else "the report"
        raise NotFoundError(
            f'nothing in {where} on {report.id} is on "{subject.id}", by its headings or by its words',
            hint=NO_HEADING.partition("; ")[2],
        )
    return Choice(treated, ranges, subject.id, elsewhere)


def section_among(reports: Iterable[Report], typed: str | None) -> str | None:
    """Return the id of the section that is meant, if one is, in the first of some reports that has it.

    What none of them has is returned as typed.

    Raises:
        InputError: None was named, several bear the name, or a paragraph is meant.
    """
    if typed is None:
        return None
    from hrreport.catalogue.places import find_place

    for report in reports:
        try:
            return _check_section(find_place(report, typed), typed).section
        except NotFoundError:
            continue
    return typed


def sections_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the sections that are meant, of whatever report: ``1c`` and ``§ 1.c`` are 1.c.

    Raises:
        InputError: One is not a section.
    """
    from hrreport.model.locator import Locator

    parts = split_values(values, "section")
    return tuple(dict.fromkeys(_check_section(Locator.parse(part), part).section for part in parts))


def _check_section(place: Locator, typed: str) -> Locator:
    """Return a place that is a section; a paragraph is never silently widened to its section."""
    if place.paragraph is None:
        return place
    raise InputError(
        f'"{typed}" is a paragraph, and --section takes a section', hint=f"write: --section {place.section}"
    )
