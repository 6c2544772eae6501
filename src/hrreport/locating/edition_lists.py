"""Edition lists: pages of the old tree that name an edition's reports, fetched once and stored."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from hrreport.errors import FetchError, LibraryError, NotFoundError, OfflineError
from hrreport.locating.index_pages import own_links, read_index
from hrreport.locating.numbered_pages import copies
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrreport.fetching.fetcher import Fetcher
    from hrreport.locating.index_pages import IndexPage
    from hrreport.model.retrieval import Candidate, Snapshot

LASTS = timedelta(days=90)
"""How long a list is relied on: those of old editions hardly change any more."""

_VERSION = 1
"""Of the form in which links are remembered."""

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
            tails: The places where the list may be, the best first; the last is the one that links are relative to.
            what: What it is called, in errors.
            recall: Whether one remembered from earlier will do.

        Raises:
            FetchError: No source gave it.
        """
        key = f"links of {self.fetcher().place or 'the web'} {tails[0]}"
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
                hint="save the report's page from a browser, and give it to 'hrreport add'",
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
