"""Edition lists: pages of the old tree that name an edition's reports, fetched once and stored, and walked through.

An edition's index names all countries, or leads to a list for each region. A report is said not to exist only when
every list was read now and understood: a remembered list proves what is listed, not what is missing.

A report of 2005, say, is found by `find_tail`; `index_pages` reads each list, and `older_addresses` makes addresses of
the tail.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from hrreport.catalogue import records
from hrreport.catalogue.countries import find_country
from hrreport.errors import FetchError, LibraryError, NotFoundError, OfflineError, RefusedError
from hrreport.locating.index_pages import own_links, read_index
from hrreport.locating.older_addresses import copies, index_tails
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrreport.fetching.fetcher import Fetcher
    from hrreport.locating.index_pages import IndexPage
    from hrreport.model.country import Country, ReportId
    from hrreport.model.retrieval import Candidate, Snapshot

LASTS = timedelta(days=90)
"""How long a list is relied on: those of old editions hardly change any more."""

_VERSION = 1
"""Of the form in which links are remembered."""

_OF_THAT_PAGE = frozenset({"missing", "no-report", "empty", "wrong-type"})
"""Outcomes that say nothing about the other pages of a host."""

_Links = tuple[tuple[str, str], ...]


class ListStore(Protocol):
    """A store of fetched lists: the notes of a library, or their proxy in another thread."""

    def remember(self, key: str, value: str, *, lasts: timedelta | None = None) -> None:
        """Keep a note over any of the same key."""
        ...

    def recall(self, key: str) -> str | None:
        """Return a note, or ``None``."""
        ...


@dataclass(frozen=True, slots=True)
class FetchedList:
    """A list, and whether it was remembered."""

    index: IndexPage
    recalled: bool = False


class EditionLists:
    """Reads lists: from what is remembered, else from the first source that has them, and that once."""

    def __init__(
        self,
        fetcher: Callable[[], Fetcher],
        notes: ListStore | None = None,
        *,
        progress: Callable[[str], None] = lambda _: None,
        offline: bool = False,
    ) -> None:
        """Prepare to read; nothing is asked yet.

        Args:
            fetcher: Gives the client.
            notes: Where lists are remembered; ``None`` for nowhere.
            progress: Told of each list that is asked for.
            offline: Whether only what is remembered will do.
        """
        self.fetcher = fetcher
        self._notes = notes
        self._progress = progress
        self._offline = offline
        self._read: dict[str, _Links] = {}

    def read(self, year: int, *tails: str, what: str, recall: bool = True) -> FetchedList:
        """Return a list of an edition.

        What is remembered are its links as printed, so that names learned since are understood.

        Args:
            year: The year covered.
            tails: Where the list may be in the old tree, the best first; links are relative to the last.
            what: What it is called, in errors.
            recall: Whether one remembered from earlier will do.

        Raises:
            FetchError: No source gave it.
        """
        key = f"links of {self.fetcher().mirror_name or 'the web'} {tails[0]}"
        if key not in self._read:
            links = self._recalled(key) if recall else None
            if links is not None:
                return FetchedList(read_index(year, links), recalled=True)
            self._read[key] = self._fetched(year, tails, what)
            self._remember(key, self._read[key])
        return FetchedList(read_index(year, self._read[key]))

    def page(self, ways: Sequence[Candidate], accept: Callable[[Snapshot], bool], what: str) -> Snapshot:
        """Return a page that lists reports, from the first source that gives it.

        Args:
            ways: The addresses to ask, in order.
            accept: Returns whether a page is such a list.
            what: What it is called, in errors.

        Raises:
            NotFoundError: Every source that could know says that there is no such page.
            FetchError: No source gave it.
        """
        if self._offline:
            raise OfflineError(f"{what} is not in the library, and --offline was given", hint="leave out --offline")
        self._progress(f"Reading {what}")
        return self.fetcher().fetch(ways, accept, what=what)

    def _fetched(self, year: int, tails: tuple[str, ...], what: str) -> _Links:
        from hrreport.parsing.link_lists import read_links

        base = copies(year, tails[-1])[0]

        def links_of(page: Snapshot) -> _Links:
            return own_links(year, base.page or base.url, read_links(page.body, page.provenance.encoding))

        try:
            page = self.page(copies(year, *tails), lambda page: bool(read_index(year, links_of(page))), what)
        except NotFoundError as error:
            raise FetchError(
                f"could not fetch {what}: {error.message}",
                hint='save the page of the report from a browser, and give it to "hrreport add"',
                attempts=error.attempts,
                url=error.facts.get("url"),
            ) from error
        return links_of(page)

    def _recalled(self, key: str) -> _Links | None:
        """Return the links of a remembered list, or ``None``; one that cannot be read is not remembered."""
        with suppress(LibraryError, ValueError, LookupError, TypeError):
            note = json.loads((self._notes and self._notes.recall(key)) or "{}")
            if note["version"] == _VERSION:
                return tuple((str(name), str(tail)) for name, tail in note["links"])
        return None

    def _remember(self, key: str, links: _Links) -> None:
        """Remember a list; where that is not possible, it is asked for again next time."""
        if self._notes is not None:
            with suppress(LibraryError):
                self._notes.remember(key, json.dumps({"version": _VERSION, "links": links}), lasts=LASTS)


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


def find_tail(report: ReportId, lists: EditionLists, *, recall: bool = True) -> str:
    """Return the tail of a report's page: its place in the old tree, on whatever site.

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
            if step.index and (tail := step.index.tail_of(country.slug)):
                return tail
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
