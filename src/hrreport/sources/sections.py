"""Sections by their names, in the outlines of all editions."""

from __future__ import annotations

from functools import cache

from hrreport import facts
from hrreport.text.slugs import slug


def sections_named(name: str) -> tuple[str, ...]:
    """Return the ids of the sections that bear a heading in some edition, those of the oldest outline first.

    >>> sections_named("Internet Freedom")
    ('2.a/internet-freedom',)
    """
    return _by_name().get(slug(name), ())


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for outline in facts.names("outlines", ".toml"):
        for heading in facts.table(f"outlines/{outline}.toml")["heading"]:
            place, title = heading["place"], heading["title"]
            section = place + slug(title) if place.endswith("/") else place
            for name in (slug(title), section.rpartition("/")[2]):
                found.setdefault(name, {})[section] = None
    return {name: tuple(ids) for name, ids in found.items()}
