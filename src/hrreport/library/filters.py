"""Filters: what a search is narrowed to, in words and rows of the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.library.expression import as_match
from hrreport.library.schema import YEAR_SHIFT
from hrreport.library.tags import section_tags, tag
from hrreport.values import dataclass

if TYPE_CHECKING:
    from hrreport.library.expression import Expression
    from hrreport.model.hit import Query


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """A search as it is put to the index."""

    match: str
    years: tuple[int, ...]
    """Empty for all editions."""

    @property
    def condition(self) -> str:
        """Return the condition on rows of the index, as SQL."""
        if not self.years:
            return "passage MATCH ?"
        marks = ", ".join("?" for _ in self.years)
        return f"passage MATCH ? AND rowid >= ? AND rowid < ? AND (rowid >> {YEAR_SHIFT}) IN ({marks})"

    @property
    def values(self) -> tuple[object, ...]:
        """Return the values for the placeholders in `condition`."""
        if not self.years:
            return (self.match,)
        return (self.match, min(self.years) << YEAR_SHIFT, (max(self.years) + 1) << YEAR_SHIFT, *self.years)


def narrow(expression: Expression | None, query: Query) -> IndexQuery:
    """Return an expression narrowed by the filters of its query; without one, what the filters let through.

    Raises:
        InputError: There is no such region.
    """
    groups = (
        [tag("country", slug) for slug in query.countries],
        [tag("country", slug) for slug in of_regions(query.regions)],
        [one for name in query.sections for one in section_tags(name)],
        [tag("topic", name) for name in records.with_narrower(query.topics)],
        [tag("kind", kind.value) for kind in query.kinds],
    )
    met = (f"{{heading label text}} : ({as_match(expression)})",) if expression else ()
    only = (f"tags : ({' OR '.join(group)})" for group in groups if group)
    return IndexQuery(" AND ".join((*met, *only)), tuple(sorted(set(query.years))))


def of_regions(regions: tuple[str, ...]) -> list[str]:
    """Return the slugs of the countries of some regions."""
    if not regions:
        return []
    found: list[str] = []
    for region in regions:
        slugs = [country.slug for country in records.countries() if country.region == region]
        if not slugs:
            known = sorted({country.region for country in records.countries()})
            raise InputError(f"there is no region '{region}'", hint=f"the regions are {', '.join(known)}")
        found += slugs
    return found
