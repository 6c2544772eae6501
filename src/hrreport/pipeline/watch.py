"""Watching: the list of editions and the stored reports are asked for again, and what changed is news.

An address is asked conditionally, one after another; the fetcher keeps the pauses. What only concerns the page
around the text (template, date, navigation) is not news. A refusal, or no answer, is never taken for "gone".
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import field
from typing import TYPE_CHECKING, Any

from hrreport.catalogue import records
from hrreport.codec.holdings import news_json
from hrreport.codec.provenance import decode_provenance, encode_provenance
from hrreport.errors import FetchError, HrReportError, LibraryError, NotFoundError, OfflineError
from hrreport.model.news import NewsItem, UncheckedAddress, WatchResult
from hrreport.pipeline.obtain import VERSIONS, confirm, keep, read_stored
from hrreport.pipeline.retrieve import PageOpener, with_parts
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.codec.contract import Json
    from hrreport.errors import Attempt
    from hrreport.fetching.attempts import FoundPage
    from hrreport.library.library import Library
    from hrreport.library.loading import StoredReport
    from hrreport.model.change import SentencePair
    from hrreport.model.country import ReportId
    from hrreport.model.news import NewsKind
    from hrreport.model.retrieval import Candidate, Provenance, Snapshot
    from hrreport.parsing.report import OpenedPage
    from hrreport.pipeline.context import Context, Obtained

_LIVE = ("state.gov", "mirror")
"""Origins of copies that the address itself gave, so that it can confirm them."""
_NOTHING_THERE = ("missing", "unlisted")
_VERSION = 1
_MOST = 200
"""News that are remembered, the newest of all."""


@dataclass(slots=True)
class WatchNotes:
    """The notes of earlier rounds; each round adds its own."""

    listing: Provenance | None = None
    """Of the list of editions when it was last read."""
    editions: set[int] = field(default_factory=set)
    """Editions that were news."""
    gone: set[str] = field(default_factory=set)
    """Reports that are gone."""
    news: list[Json] = field(default_factory=list)
    """What was news, newest first, in the public form."""


def watch(ids: Iterable[ReportId], library: Library, context: Context) -> WatchResult:
    """Return what happened to the list of editions and to stored reports since they were last asked for.

    A revised text is kept beside the one before. What was news once is not told again.

    Raises:
        OfflineError: The network must not be used.
        LibraryError: The library could not be read.
    """
    if context.offline:
        raise OfflineError("nothing can be watched, since --offline was given", hint="leave out --offline")
    notes = read_notes(library, context)
    news: list[NewsItem] = []
    unasked: list[UncheckedAddress] = []
    try:
        news += _editions(library, context, notes)
    except HrReportError as error:
        unasked.append(_unasked(error, None))
    asked = 0
    for report_id in ids:
        stored = library.load(report_id)
        if stored is None or stored.provenance.origin == "sample":
            continue
        asked += 1
        context.progress(f"Asking for {report_id}")
        try:
            news += _ReportWatch(stored, library, context, notes).news()
        except HrReportError as error:
            unasked.append(_unasked(error, report_id))
    write_notes(library, context, notes, news)
    return WatchResult(context.clock(), tuple(news), tuple(unasked), asked)


def _unasked(error: HrReportError, report_id: ReportId | None) -> UncheckedAddress:
    reason = error.message.removeprefix(f"could not fetch {report_id}: ")
    return UncheckedAddress(reason, report_id, str(error.facts.get("url") or ""))


def _editions(library: Library, context: Context, notes: WatchNotes) -> Iterator[NewsItem]:
    """Yield the editions that the site lists and that were not known."""
    from hrreport.catalogue.editions import named_years
    from hrreport.locating.addresses import LISTING, edition_address
    from hrreport.model.retrieval import Candidate
    from hrreport.parsing.link_lists import read_links

    def years_on(page: Snapshot) -> frozenset[int]:
        return named_years(read_links(page.body, page.provenance.encoding))

    found = context.fetcher().look(
        notes.listing, (Candidate(LISTING),), lambda page: bool(years_on(page)), what="the list of editions"
    )
    if found.snapshot is None:
        return
    notes.listing = found.snapshot.provenance
    known = {edition.year for edition in records.editions()} | {report_id.year for report_id in library.ids()}
    for year in sorted(years_on(found.snapshot) - known - notes.editions):
        notes.editions.add(year)
        yield NewsItem("edition", year, context.clock(), edition_address(year))


class _ReportWatch:
    """One report that is asked for again."""

    def __init__(self, stored: StoredReport, library: Library, context: Context, notes: WatchNotes) -> None:
        self._stored = stored
        self._id = stored.id
        self._was = stored.provenance
        self._library = library
        self._context = context
        self._notes = notes

    def news(self) -> Iterator[NewsItem]:
        """Yield what happened to the report.

        Raises:
            HrReportError: It could not be asked for, or what came is not understood.
        """
        from hrreport.model.retrieval import Candidate

        address = self._was.requested_url or self._was.url
        if not address:
            raise FetchError("no address is known: it was added from a file")
        before = read_stored(self._stored, self._context)
        try:
            conditional = self._was.origin in _LIVE and not before.report.parts
            page, url = self._page((Candidate(address),), conditional=conditional)
        except (FetchError, NotFoundError) as error:
            if not self._is_nowhere(error.attempts):
                raise
            yield from self._elsewhere(address, before)
            return
        yield from self._still_there(url)
        moved = self._has_moved(url)
        if moved and page is None:
            page, url = self._page((Candidate(address),), conditional=False)
        same = page is None or page.snapshot.provenance.sha256 == self._was.sha256
        if page is None or (same and not moved and not before.report.parts):
            confirm(self._stored, self._context)
        else:
            yield from self._compared(page, before)
        if moved:
            yield self._news("moved", url, was_url=self._was.url)

    def _news(self, kind: NewsKind, url: str, **more: Any) -> NewsItem:
        return NewsItem(kind, self._id.year, self._context.clock(), url, self._id.country, **more)

    def _page(self, ways: tuple[Candidate, ...], *, conditional: bool) -> tuple[OpenedPage | None, str]:
        """Return the page that an address gives, ``None`` where it has not changed, and the address that answered."""
        opener = PageOpener(self._id)
        found: FoundPage = self._context.fetcher().look(
            self._was if conditional else None, ways, opener.accept, report_id=self._id
        )
        return opener.page_of(found.snapshot) if found.snapshot else None, found.url

    def _has_moved(self, url: str) -> bool:
        from hrreport.locating.addresses import same_page

        return not any(same_page(url, known) for known in (self._was.requested_url, self._was.url) if known)

    def _is_nowhere(self, attempts: tuple[Attempt, ...]) -> bool:
        """Return whether the site itself said that there is no such page; a mirror may only lack it."""
        had = "mirror" if self._context.fetcher().mirror_name else "state.gov"
        answers = [attempt for attempt in attempts if not (attempt.index and attempt.outcome == "ok")]
        all_say_so = bool(answers) and all(attempt.outcome in _NOTHING_THERE for attempt in answers)
        return all_say_so and self._was.origin == had

    def _elsewhere(self, address: str, before: Obtained) -> Iterator[NewsItem]:
        """Yield where the report is now, or that it is gone: its address is asked a second time, then all others."""
        from hrreport.locating.addresses import FIRST_COMPUTABLE, candidates
        from hrreport.model.retrieval import Candidate
        from hrreport.parsing.link_lists import read_links

        others = candidates(self._id, read_links) if self._id.year >= FIRST_COMPUTABLE else ()
        ways = (Candidate(address), *(way for way in others if way.origin == "state.gov"))
        try:
            page, url = self._page(ways, conditional=False)
        except (FetchError, NotFoundError) as error:
            if not self._is_nowhere(error.attempts):
                raise
            if str(self._id) not in self._notes.gone:
                self._notes.gone.add(str(self._id))
                yield self._news("gone", address, detail=_describe_gone(error.attempts, address))
            return
        assert page is not None  # noqa: S101  nothing was asked conditionally
        yield from self._still_there(url)
        yield from self._compared(page, before)
        if self._has_moved(url):
            yield self._news("moved", url, was_url=address)

    def _still_there(self, url: str) -> Iterator[NewsItem]:
        if str(self._id) in self._notes.gone:
            self._notes.gone.discard(str(self._id))
            yield self._news("back", url)

    def _compared(self, page: OpenedPage, before: Obtained) -> Iterator[NewsItem]:
        """Keep what a page has now, and yield what differs from the stored text."""
        from hrreport.comparison.changes import changed_headings, compare_reports
        from hrreport.library.contents import text_hash
        from hrreport.parsing.report import parse_opened

        pages = with_parts(page, self._id, self._context.fetcher(), self._context.progress)
        now = parse_opened(pages, self._id)
        if lost := [part.name for part in before.report.parts if part.id not in {p.id for p in now.parts}]:
            raise FetchError(f"the part on {', '.join(lost)} could not be fetched, so the text is not whole")
        if text_hash(before.report) == text_hash(now):
            self._library.save(tuple(each.snapshot for each in pages), now, before.analysis, **VERSIONS)
            return
        pairs = tuple(pair for pair in compare_reports(before.report, now).pairs if not _is_unchanged(pair))
        headings = changed_headings(before.report, now)
        keep(pages, self._id, self._context, needed=True)
        if pairs or headings:
            yield self._news("revised", page.snapshot.provenance.url, pairs=pairs, headings=headings)


def _is_unchanged(pair: SentencePair) -> bool:
    """Return whether a sentence is word for word in its old section, whose heading may have other words now."""
    if pair.kind != "moved":
        return pair.kind == "same"
    return [quote.locator.section for quote in pair.old] == [quote.locator.section for quote in pair.new]


def _describe_gone(attempts: tuple[Attempt, ...], address: str) -> str:
    """Return what was said of a report that is gone."""
    status = next((attempt.status for attempt in attempts if attempt.url == address and attempt.status), None)
    lists = {attempt.outcome for attempt in attempts if attempt.index}
    listed = "; its edition still lists it" if "ok" in lists else ""
    listed = "; its edition no longer lists it" if "unlisted" in lists else listed
    return f"its address answered twice that there is no such page{f' ({status})' if status else ''}{listed}"


# -- what is remembered between rounds, in the library ------------------------------------------


def read_notes(library: Library, context: Context) -> WatchNotes:
    """Return what is remembered; nothing where it cannot be read."""
    with suppress(LibraryError, ValueError, LookupError, TypeError):
        note: dict[str, Any] = json.loads(library.notes.recall(_notes_key(context)) or "{}")
        if note.get("version") == _VERSION:
            listing = decode_provenance(note["listing"]) if note["listing"] else None
            return WatchNotes(listing, set(note["editions"]), set(note["gone"]), list(note["news"]))
    return WatchNotes()


def write_notes(library: Library, context: Context, notes: WatchNotes, news: Iterable[NewsItem]) -> None:
    """Remember what was learned; where it cannot be, the reader is told."""
    found = [news_json(each, records.country_names()) for each in news]
    note = {
        "version": _VERSION,
        "listing": encode_provenance(notes.listing) if notes.listing else "",
        "editions": sorted(notes.editions),
        "gone": sorted(notes.gone),
        "news": [*reversed(found), *notes.news][:_MOST],
    }
    with context.noting_failures():
        library.notes.remember(_notes_key(context), json.dumps(note, ensure_ascii=False))


def _notes_key(context: Context) -> str:
    return f"watch of {context.fetcher().mirror_name or 'the web'}"
