"""Strategies to find a report's page in each era: named pages, numbered pages, computed addresses.

1993 to 1998  pages named after the country, on two hosts; no list of them is known
1999          numbered pages, and named ones beside them
2000 to 2015  numbered pages, which the edition's lists name
2016 to 2018  computed addresses; numbered pages before, which archives hold
since 2019    computed addresses

A report of 2005, say, is one of the numbered pages: go on with `find_tail` in `edition_lists`, then `copies` in
`older_addresses`; for computed addresses with `candidates` in `addresses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue.editions import find_edition
from hrreport.errors import FetchError, NotFoundError
from hrreport.locating.addresses import FIRST_COMPUTABLE, candidates, index_addresses, listed_countries
from hrreport.locating.edition_lists import EditionContents, edition_contents, find_tail
from hrreport.locating.older_addresses import FIRST_NUMBERED, LAST_NAMED, LAST_NUMBERED, copies, named_pages
from hrreport.model.retrieval import Candidate
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.locating.edition_lists import EditionLists
    from hrreport.model.country import Country, ReportId
    from hrreport.model.retrieval import Provenance, Snapshot

_WITHOUT_LIST = "ask for a report by its country; 'hrreport countries' lists the names that are understood"


def fetch_report(
    report: ReportId,
    lists: EditionLists,
    accept: Callable[[Snapshot], bool],
    *,
    stored: Provenance | None = None,
    recall: bool = True,
) -> Snapshot | None:
    """Return a report's page from the first source that gives it.

    Args:
        report: The country and the year covered.
        lists: Reads the lists of old editions, and gives the client.
        accept: Returns whether a page holds a report.
        stored: The provenance of the copy at hand; the answer is then ``None`` where its source says
            that it has not changed.
        recall: Whether remembered lists will do.

    Raises:
        NotFoundError: The edition has no report on the country.
        FetchError: No source gave the page, or it could not be found out where it is.
    """
    ways = _Strategies(report, lists, accept, stored, recall)
    if report.year < FIRST_NUMBERED:
        return ways.named()
    if report.year < FIRST_COMPUTABLE:
        return _either(ways.numbered, ways.named) if report.year <= LAST_NAMED else ways.numbered()
    if report.year > LAST_NUMBERED:
        return ways.computed()
    return ways.moved()


def countries_listed(year: int, lists: EditionLists, *, recall: bool = True) -> EditionContents:
    """Return the countries that have a report in an edition, as its lists name them.

    Raises:
        NotFoundError: There is no such edition.
        FetchError: No list of it could be read, or none is known.
    """
    from hrreport.parsing.link_lists import read_links

    if year < FIRST_NUMBERED:
        raise FetchError(f"no list of the reports of {year} is known", hint=_WITHOUT_LIST)
    if year < FIRST_COMPUTABLE:
        return edition_contents(year, lists, recall=recall)
    ways = tuple(Candidate(address) for address in index_addresses(find_edition(year)))

    def countries_on(page: Snapshot) -> tuple[Country, ...]:
        links = read_links(page.body, page.provenance.encoding)
        return tuple(country for country, _ in listed_countries(links))

    try:
        page = lists.page(ways, lambda page: bool(countries_on(page)), f"the list of the reports of {year}")
    except NotFoundError as error:
        if not lists.fetcher().mirror_name:
            raise error.with_changes(hint=_WITHOUT_LIST) from error
        raise FetchError(  # a mirror that lacks a page does not say that there is none
            f"the mirror has no list of the reports of {year}",
            hint=_WITHOUT_LIST,
            attempts=error.attempts,
            url=error.facts.get("url"),
        ) from error
    return EditionContents(countries_on(page))


@dataclass(frozen=True, slots=True)
class _Strategies:
    """The strategies to get one report's page, each a method."""

    report: ReportId
    lists: EditionLists
    accept: Callable[[Snapshot], bool]
    stored: Provenance | None
    recall: bool

    def computed(self) -> Snapshot | None:
        """Ask the addresses made of year and country."""
        from hrreport.parsing.link_lists import read_links

        return self._ask(candidates(self.report, read_links))

    def numbered(self) -> Snapshot | None:
        """Ask for the page that the edition's lists name."""
        return self._at(find_tail(self.report, self.lists, recall=self.recall))

    def named(self) -> Snapshot | None:
        """Ask for the pages that are likely to be named after the country."""
        try:
            return self._ask(named_pages(self.report))
        except FetchError as error:
            if not error.nothing_found:
                raise
            nowhere = "is in the mirror" if self.lists.fetcher().mirror_name else "was found"
            raise self._describe_loss(f"no page under the names that it is likely to have {nowhere}", error) from error

    def moved(self) -> Snapshot | None:
        """Ask the computed addresses; then for the page that the edition's lists named before it was moved."""
        try:
            return self.computed()
        except FetchError as error:
            if error.nobody_answered:
                raise
            first = error
        try:
            tail = find_tail(self.report, self.lists, recall=self.recall)
        except NotFoundError:
            if first.nothing_found:
                raise
            raise first from None
        except FetchError as again:
            raise _both(first, again, based_on=first) from again
        try:
            return self._at(tail)
        except FetchError as again:
            raise _both(first, again, based_on=again if first.nothing_found else first) from again

    def _at(self, tail: str) -> Snapshot | None:
        """Ask for the page of a tail that a list has named, on every site that may have it."""
        try:
            return self._ask(copies(self.report.year, tail))
        except FetchError as error:
            if not error.nothing_found:
                raise
            nowhere = "its page is not in the mirror" if self.lists.fetcher().mirror_name else "no source has the page"
            raise self._describe_loss(f"its edition lists it, but {nowhere}", error) from error

    def _ask(self, ways: tuple[Candidate, ...]) -> Snapshot | None:
        fetcher = self.lists.fetcher()
        if self.stored:
            return fetcher.refresh(self.stored, ways, self.accept, report_id=self.report)
        return fetcher.fetch(ways, self.accept, report_id=self.report)

    def _describe_loss(self, why: str, error: FetchError) -> FetchError:
        """Return the error for a page that is at none of the addresses that were tried."""
        return error.with_changes(f"could not fetch {self.report}: {why}")


def _both(first: FetchError, second: FetchError, *, based_on: FetchError) -> FetchError:
    """Return what one of two errors says, with what was tried in both ways."""
    return based_on.with_changes(attempts=(*first.attempts, *second.attempts))


def _either(first: Callable[[], Snapshot | None], second: Callable[[], Snapshot | None]) -> Snapshot | None:
    """Return what the first way gives, or else the second; where both fail, the first says why.

    The second is not gone where nobody answered at all on the first.

    Raises:
        NotFoundError: There is no such report.
        FetchError: Neither way gave it.
    """
    try:
        return first()
    except FetchError as error:
        if error.attempts and error.nobody_answered:
            raise
        try:
            return second()
        except FetchError as again:
            raise _both(error, again, based_on=error) from again
