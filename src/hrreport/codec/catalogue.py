"""The public form of countries, editions and topics; see `hrreport.codec.contract`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.codec.contract import Json
    from hrreport.model.country import Country, Edition
    from hrreport.model.topic import TopicEntry


def countries_json(countries: Iterable[Country], year: int | None = None, *, stored_only: bool = False) -> Json:
    """Return countries with what may be typed for them.

    Args:
        countries: In the order in which they shall stand.
        year: The edition that they are listed for.
        stored_only: Whether they are those with a report in the library, as the edition's list could not be fetched.
    """
    return {
        "year": year,
        "stored_only": stored_only,
        "countries": [
            {
                "slug": c.slug,
                "name": c.name,
                "alpha2": c.alpha2,
                "alpha3": c.alpha3,
                "region": c.region,
                "other_names": list(c.other_names),
            }
            for c in countries
        ],
    }


def editions_json(editions: Iterable[Edition]) -> Json:
    """Return editions: year covered, date of publication (empty where not known), hosts in the order to try."""
    return {"editions": [{"year": e.year, "published": e.published, "hosts": list(e.hosts)} for e in editions]}


def topics_json(entries: Iterable[TopicEntry]) -> Json:
    """Return topics with what they stand for in each edition."""
    return {
        "topics": [
            {
                "id": entry.topic.id,
                "name": entry.topic.name,
                "broader": entry.topic.broader or None,
                "other_names": list(entry.topic.other_names),
                "words": list(entry.words),
                "headings": [
                    {
                        "first": heading.first,
                        "last": heading.last,
                        "section": heading.section,
                        "heading": heading.heading,
                        "label": heading.label or None,
                    }
                    for heading in entry.headings
                ],
            }
            for entry in entries
        ]
    }
