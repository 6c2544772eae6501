"""The way to a report's page in each era: named pages, numbered pages, computed addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.atlas.walk import Roll, call_roll, find_place
from hrreport.errors import FetchError, NotFoundError
from hrreport.model.retrieval import Candidate
from hrreport.sources import nineties, trees
from hrreport.sources.candidates import FIRST_COMPUTABLE, candidates, index_addresses, listed_countries
from hrreport.sources.editions import find_edition

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.atlas.lists import Lists
    from hrreport.model.country import ReportId
    from hrreport.model.retrieval import Provenance, Snapshot

_NOBODY_ANSWERED = frozenset({"network", "timeout", "offline"})


def fetch_report(
    report: ReportId,
    lists: Lists,
    accept: Callable[[bytes, str], bool],
    *,
    stored: Provenance | None = None,
    recall: bool = True,
) -> Snapshot | None:
    """Return a report's page from the first source that gives it.

    Args:
        report: The country and the year covered.
        lists: Reads the lists of old editions, and gives the client.
        accept: Tells from a body and its declared encoding whether it is a report's page.
        stored: The provenance of the copy at hand; the answer is then ``None`` where its source says
            that it has not changed.
        recall: Whether remembered lists will do.

    Raises:
        NotFoundError: The edition has no report on the country.
        FetchError: No source gave the page, or it could not be found out where it is.
    """
    from hrreport.parsing import read_links

    def ask(*ways: Candidate) -> Snapshot | None:
        if stored:
            return lists.fetcher().refresh(stored, ways, accept, wanted=report)
        return lists.fetcher().fetch(ways, accept, wanted=report)

    def numbered() -> Snapshot | None:
        place = find_place(report, lists, recall=recall)
        try:
            return ask(*trees.copies(report.year, place))
        except NotFoundError as error:
            raise _lost(report, "its edition lists it, but no source has the page") from error

    def named() -> Snapshot | None:
        try:
            return ask(*nineties.named_pages(report))
        except NotFoundError as error:
            raise _lost(report, "there is no page under the names that it is likely to have") from error

    if report.year < trees.FIRST:
        return named()
    if report.year < FIRST_COMPUTABLE:
        return _either(numbered, named if report.year <= nineties.LAST else None)
    return _either(lambda: ask(*candidates(report, read_links)), numbered if report.year <= trees.LAST else None)


def roll_of(year: int, lists: Lists, *, recall: bool = True) -> Roll:
    """Return the countries that have a report in an edition, as its lists name them.

    Raises:
        NotFoundError: There is no such edition.
        FetchError: No list of it could be read, or none is known.
    """
    from hrreport.parsing import read_links

    if year < trees.FIRST:
        raise FetchError(
            f"no list of the reports of {year} is known",
            hint="ask for a report by its country; 'hrreport countries' lists the names that are understood",
        )
    if year < FIRST_COMPUTABLE:
        return call_roll(year, lists, recall=recall)
    ways = tuple(Candidate(address) for address in index_addresses(find_edition(year)))
    page = lists.page(
        ways, lambda *page: bool(listed_countries(read_links(*page))), f"the list of the reports of {year}"
    )
    links = read_links(page.body, page.provenance.encoding)
    return Roll(tuple(country for country, _ in listed_countries(links)))


def _either(first: Callable[[], Snapshot | None], second: Callable[[], Snapshot | None] | None) -> Snapshot | None:
    """Return what the first way gives, or else the second; where both fail, the first says why.

    Raises:
        NotFoundError: The first way says that there is no such report.
        FetchError: Neither gave it.
    """
    try:
        return first()
    except FetchError as error:
        if second is None or (error.attempts and all(a.outcome in _NOBODY_ANSWERED for a in error.attempts)):
            raise
        try:
            return second()
        except FetchError as again:
            attempts = (*error.attempts, *again.attempts)
            raise type(error)(error.message, hint=error.hint, attempts=attempts, **dict(error.facts)) from again
        except NotFoundError:
            raise error from None


def _lost(report: ReportId, why: str) -> FetchError:
    add = f"hrreport add FILE --country {report.country} --year {report.year}"
    return FetchError(f"could not fetch {report}: {why}", hint=f"save its page from a browser, and run: {add}")
