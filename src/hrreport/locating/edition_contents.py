"""The contents of an edition: walk its lists for one report or for all.

An edition's index names all countries, or leads to a list for each region. A report is said not to
exist only when every list was read now and understood: what is remembered proves what is listed,
not what is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.countries import find_country
from hrreport.errors import FetchError, NotFoundError, RefusedError
from hrreport.locating.numbered_pages import index_tails
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.locating.edition_lists import EditionLists
    from hrreport.locating.index_pages import IndexPage
    from hrreport.model.country import Country, ReportId

_OF_THAT_PAGE = frozenset({"missing", "no-report", "empty", "wrong-type"})
"""Outcomes that say nothing about the other pages of a host."""


@dataclass(frozen=True, slots=True)
class EditionContents:
    """The countries that have a report in an edition, as far as its lists could be read."""

    countries: tuple[Country, ...]
    missing: tuple[str, ...] = ()
    """Names of the regions whose list could not be read."""


@dataclass(frozen=True, slots=True)
class _WalkStep:
    """One list on the way."""

    name: str
    """The region's, or empty for the edition's index."""
    index: IndexPage | None
    error: FetchError | None = None
    recalled: bool = False

    @property
    def unread(self) -> tuple[str, ...]:
        """Names that may be those of countries; beside a choice of regions, other matter is linked too."""
        return self.index.unread if self.index and (self.name or not self.index.regions) else ()


def find_place(report: ReportId, lists: EditionLists, *, recall: bool = True) -> str:
    """Return the place of a report's page in the old tree.

    Args:
        report: The country and the year covered.
        lists: Reads the lists.
        recall: Whether remembered lists will do.

    Raises:
        NotFoundError: Every list of the edition was read, and none names the country.
        FetchError: A list could not be read or understood, and none of the others names it.
    """
    country = find_country(report.country)
    while True:
        steps = []
        for step in _walk(report.year, lists, country.region, recall=recall):
            if step.index and (place := step.index.path_below_root(country.slug)):
                return place
            steps.append(step)
        if any(step.error for step in steps) or not any(step.recalled for step in steps):
            raise _verdict(report, steps)
        recall = False


def edition_contents(year: int, lists: EditionLists, *, recall: bool = True) -> EditionContents:
    """Return the countries that an edition's lists name, in State's order.

    Raises:
        FetchError: Its index could not be read, or none of the lists that it leads to.
    """
    steps = tuple(_walk(year, lists, "", recall=recall))
    listed = {country.slug for step in steps if step.index for country, _ in step.index.reports}
    failed = [step for step in steps if step.error]
    if not listed and failed and failed[0].error:
        raise failed[0].error
    return EditionContents(
        tuple(country for country in records.countries() if country.slug in listed),
        tuple(step.name for step in failed),
    )


def _walk(year: int, lists: EditionLists, first: str, *, recall: bool) -> Iterator[_WalkStep]:
    """Yield an edition's index and the lists that it leads to, those of one region first.

    After a host has turned us away, the lists that are left are not asked for.

    Raises:
        FetchError: The index could not be read.
    """
    found = lists.read(year, *index_tails(year), what=f"the list of the reports of {year}", recall=recall)
    yield _WalkStep("", found.index, recalled=found.recalled)
    turned_away: FetchError | None = None
    for region in sorted(found.index.regions, key=lambda region: region.code != first):
        if turned_away:
            yield _WalkStep(region.name, None, turned_away)
            continue
        try:
            found = lists.read(
                year, region.tail, what=f"the list of the reports of {year} ({region.name})", recall=recall
            )
        except FetchError as error:
            turned_away = error if any(a.outcome not in _OF_THAT_PAGE for a in error.attempts[:1]) else None
            yield _WalkStep(region.name, None, error)
        else:
            yield _WalkStep(region.name, found.index, recalled=found.recalled)


def _verdict(report: ReportId, steps: list[_WalkStep]) -> NotFoundError | FetchError:
    """Return the error for a report that no list names."""
    doubt = f"could not find out whether there is a report on {report}"
    add = f"hrreport add FILE --country {report.country} --year {report.year}"
    hint = f"save its page from a browser, and run: {add}"
    errors = [step.error for step in steps if step.error]
    if errors:
        failed = "; ".join(step.name for step in steps if step.error)
        kind = RefusedError if any(isinstance(error, RefusedError) for error in errors) else FetchError
        attempts = tuple(dict.fromkeys(attempt for error in errors for attempt in error.attempts))
        return kind(f"{doubt}: these lists could not be read: {failed}", hint=hint, attempts=attempts)
    if strange := [name for step in steps for name in step.unread]:
        return FetchError(f"{doubt}: its edition lists names that are not understood: {'; '.join(strange)}", hint=hint)
    return NotFoundError(f"no report for {report.country} in {report.year}")
