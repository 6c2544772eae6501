"""The rows of the data tables as values: countries, editions, topics."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrreport.model.country import Country, Edition
from hrreport.model.report import Publication
from hrreport.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.edition_matrix import ReportingRegion
    from hrreport.model.topic import Duty, Topic


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def countries() -> tuple[Country, ...]:
    """Return every country and territory that has, or had, a report, in State's order."""
    return tuple(
        Country(r["slug"], r["name"], r["alpha2"], r["alpha3"], r["region"], _list(r["other_names"]))
        for r in rows("countries.csv")
    )


@cache
def country_names() -> dict[str, str]:
    """Return the name of every country as shown to readers, by slug; callers must not change it."""
    return {country.slug: country.name for country in countries()}


@cache
def editions() -> tuple[Edition, ...]:
    """Return the editions known when this version was made, oldest first."""
    return tuple(Edition(int(r["year"]), r["published"], r["outline"], _list(r["hosts"])) for r in rows("editions.csv"))


@cache
def outline_name(year: int) -> str:
    """Return the name of the outline of an edition, or empty for one not known."""
    return next((edition.outline for edition in editions() if edition.year == year), "")


@cache
def released(year: int) -> str:
    """Return the ISO date on which an edition was released, or empty for one not known."""
    return next((edition.published for edition in editions() if edition.year == year), "")


def publication(year: int, printed: str) -> Publication:
    """Return when a report was published.

    Args:
        year: The year covered.
        printed: The ISO date that its page prints, or empty; then that of the edition's release counts.

    >>> publication(2023, "")
    Publication(day='2024-04-22', dated_by='edition')
    """
    if printed:
        return Publication(printed, "page")
    day = released(year)
    return Publication(day, "edition") if day else Publication()


@cache
def topics() -> tuple[Topic, ...]:
    """Return every topic, wider ones before their parts."""
    from hrreport.model.topic import Topic

    return tuple(Topic(r["id"], r["name"], r["broader"], _list(r["other_names"])) for r in rows("topics.csv"))


@cache
def regions() -> tuple[ReportingRegion, ...]:
    """Return the regions under which State lists the reports, by abbreviation."""
    from hrreport.model.edition_matrix import ReportingRegion

    return tuple(ReportingRegion(r["id"], r["name"]) for r in rows("regions.csv"))


@cache
def duties() -> tuple[Duty, ...]:
    """Return what the law asks of the reports, in the order of the law."""
    from hrreport.model.topic import Duty

    return tuple(Duty(r["id"], r["name"], _list(r["provisions"]), _list(r["topics"])) for r in rows("duties.csv"))


@cache
def broader_topics() -> dict[str, str]:
    """Return the id of the wider topic of each, or empty, by id; callers must not change it."""
    return {topic.id: topic.broader for topic in topics()}


def topic_named(text: str) -> Topic | None:
    """Return the topic that has that id, name or other name, in any case, or ``None``.

    >>> topic_named("Domestic violence").id, topic_named("gay").id
    ('rape-domestic-violence', 'lgbtqi')
    """
    from hrreport.text.slugs import slug

    return topics_by_name().get(slug(text))


@cache
def topics_by_name() -> dict[str, Topic]:
    """Return the topics by the slugs of all their names; callers must not change it."""
    from hrreport.text.slugs import slug

    return {slug(name): topic for topic in topics() for name in (*topic.other_names, topic.name, topic.id)}


def with_narrower(wider: Iterable[str]) -> tuple[str, ...]:
    """Return ids of topics with those of all topics that belong to them, each once.

    >>> with_narrower(["arbitrary-arrest"])[:2]
    ('arbitrary-arrest', 'arrest-procedures')
    """
    found = dict.fromkeys(wider)
    for topic in topics():  # wider ones stand before their parts
        if topic.broader in found:
            found.setdefault(topic.id)
    return tuple(found)
