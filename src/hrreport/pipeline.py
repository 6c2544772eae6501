"""The use cases that cross rooms: obtain a report, refresh it, add a page saved by hand.

A report is looked for in the library first. What is stored is shown again without network or
HTML, unless the parser or the analysis has changed since: then it is read again from the kept
pages. Otherwise the sources are asked in order, and what they give is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hrreport import facts
from hrreport.analysis import ANALYSIS_VERSION
from hrreport.errors import FetchError, InputError, LibraryError, NotFoundError, OfflineError, ParseError
from hrreport.model.country import ReportId
from hrreport.parsing import PARSER_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from hrreport.atlas.lists import Lists
    from hrreport.atlas.walk import Roll
    from hrreport.fetching.fetcher import Fetcher
    from hrreport.library.library import Library
    from hrreport.library.reading import Stored
    from hrreport.model.country import Edition
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Candidate, Snapshot

SAMPLE = ReportId("kazakhstan", 2023)
"""The report of which an abridgement is bundled."""
_SAMPLE_PAGE = "samples/kazakhstan-2023.html"
_SAMPLE_MADE = "2026-11-22"
_NOBODY_ANSWERED = frozenset({"network", "timeout", "offline"})
"""Outcomes that mean that nobody answered at all; a refusal is an answer."""


def _ignore(_said: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Means:
    """What the use cases may use of the world outside."""

    library: Library | None
    """Where reports are kept; ``None`` where it cannot be used."""
    fetcher: Callable[[], Fetcher]
    """Gives the client; not called when nothing needs to be fetched."""
    clock: Callable[[], datetime]
    tell: Callable[[str], None]
    """Takes what the reader must know beside the answer."""
    progress: Callable[[str], None] = _ignore
    """Takes what is being done, for readers who want to follow it."""
    offline: bool = False
    refresh: bool = False
    sample: bool = True
    """Whether the bundled abridgement may stand in when no source can be reached."""


@dataclass(frozen=True, slots=True)
class Obtained:
    """A report, and what was found in it."""

    report: Report
    analysis: Analysis


def obtain(report_id: ReportId, means: Means) -> Obtained:
    """Return a report from the library, or else from the first source that gives it.

    Raises:
        NotFoundError: Every source that can know says that there is no such report.
        FetchError: No source gave it; ``attempts`` says who answered what.
        ParseError: A page was received and is not understood.
    """
    stored = _stored(report_id, means)
    if stored and not means.refresh:
        return _read(stored, means)
    try:
        snapshot = _fetch(report_id, means, stored)
    except FetchError as error:
        if stored:
            raise _untouched(error, stored) from error
        if report_id == SAMPLE and means.sample and all(a.outcome in _NOBODY_ANSWERED for a in error.attempts):
            return sample()
        raise
    if snapshot is None:
        assert stored is not None  # noqa: S101  only a stored copy can be confirmed
        _confirm(stored, means)
        return _read(stored, means)
    if stored:
        _read(stored, means)  # so that a revision is told by its words, not by a change of the parser
    return _keep(*_parts(snapshot, means), report_id, means)


def add_page(path: Path, report_id: ReportId, means: Means, *, force: bool = False) -> Obtained:
    """Keep a page that was saved by hand, and return the report that it holds.

    Args:
        path: A page saved from a browser, from a web archive, or from a site that published a copy.
        report_id: What it is said to be.
        means: Where it is kept.
        force: Whether to believe `report_id` though the page itself says otherwise.

    Raises:
        InputError: The file cannot be read, or says that it is another report.
        ParseError: It holds no report that is understood.
        LibraryError: There is no library to keep it in.
    """
    from hrreport.fetching.file import read_file
    from hrreport.parsing import claim, origin_of, recognise

    if means.library is None:
        raise LibraryError("the page was not added: the library cannot be used")
    page = read_file(path, clock=means.clock)
    try:
        snapshot = origin_of(page)
        claimed = claim(snapshot)
    except ParseError as error:
        raise ParseError(f"cannot read '{path}': {error.message}", hint=error.hint) from error
    if not recognise(snapshot.body, snapshot.provenance.encoding):
        raise ParseError(f"no report is recognised in '{path}'", hint="save the report's own page, as HTML")
    if claimed and claimed != report_id and not force:
        raise InputError(
            f"'{path}' says that it is the report on {claimed}, not {report_id}",
            hint="correct --country and --year, or give --force",
        )
    if stored := _stored(report_id, means):
        _read(stored, means)
    return _keep((snapshot,), (), report_id, means)


def sample() -> Obtained:
    """Return the bundled abridgement, parsed and analysed; its origin says what it is."""
    import hashlib
    from datetime import UTC, datetime

    from hrreport.model.retrieval import Provenance, Snapshot

    body = facts.text(_SAMPLE_PAGE).encode()
    digest = hashlib.sha256(body).hexdigest()
    made = datetime.fromisoformat(_SAMPLE_MADE).replace(tzinfo=UTC)
    provenance = Provenance("", f"hrreport:data/{_SAMPLE_PAGE}", made, "sample", digest, encoding="utf-8")
    return _understand((Snapshot(body, provenance),), SAMPLE)


def countries_of(year: int, means: Means) -> Roll:
    """Return the countries that have a report in an edition, as its lists name them.

    Raises:
        NotFoundError: There is no such edition.
        FetchError: No list of it could be read.
    """
    from hrreport.atlas.eras import roll_of

    return roll_of(year, _lists(means), recall=not means.refresh)


def known_editions(means: Means) -> tuple[Edition, ...]:
    """Return every edition, oldest first: those known and those that the site's listing page names.

    Where the listing page cannot be read, the reader is told, and the known ones are returned.
    """
    from hrreport.model.retrieval import Candidate
    from hrreport.parsing import read_links
    from hrreport.sources.addresses import LISTING
    from hrreport.sources.editions import discover_editions

    try:
        page = _index((Candidate(LISTING),), "the list of editions", means)
    except (FetchError, NotFoundError) as error:
        means.tell(f"Note: there may be newer editions; the site could not be asked: {error}")
        return facts.editions()
    return discover_editions(read_links(page.body, page.provenance.encoding))


def _index(addresses: tuple[Candidate, ...], what: str, means: Means) -> Snapshot:
    """Return a page that lists others."""
    from hrreport.parsing import read_links

    if means.offline:
        raise OfflineError(f"{what} is not in the library, and --offline was given", hint="leave out --offline")
    return means.fetcher().fetch(addresses, lambda body, encoding: bool(read_links(body, encoding)), what=what)


# -- the library -----------------------------------------------------------------------------


def _stored(report_id: ReportId, means: Means) -> Stored | None:
    if means.library is None:
        return None
    try:
        return means.library.load(report_id)
    except LibraryError as error:
        _note(error, means)
        return None


def _read(stored: Stored, means: Means) -> Obtained:
    """Return what is stored; what an older parser or analysis made is made again, and kept."""
    if stored.parser_version == PARSER_VERSION and stored.analysis_version == ANALYSIS_VERSION:
        report = stored.report()
        return Obtained(report, stored.analysis(report))
    assert means.library is not None  # noqa: S101  it gave what is stored
    again = _understand(means.library.snapshots(stored.id, revision=stored.revision), stored.id)
    try:
        means.library.replace_parsed(
            stored, again.report, again.analysis, parser_version=PARSER_VERSION, analysis_version=ANALYSIS_VERSION
        )
    except LibraryError as error:
        _note(error, means)
    return again


def _confirm(stored: Stored, means: Means) -> None:
    """Record that the source still has what is stored."""
    assert means.library is not None  # noqa: S101  it gave what is stored
    try:
        means.library.touch(stored.id)
    except LibraryError as error:
        _note(error, means)


def _keep(snapshots: tuple[Snapshot, ...], warnings: tuple[str, ...], report_id: ReportId, means: Means) -> Obtained:
    """Parse, analyse and keep; where it cannot be kept, the reader is told and gets it all the same."""
    got = _understand(snapshots, report_id, warnings)
    if means.library is not None:
        try:
            means.library.save(
                snapshots, got.report, got.analysis, parser_version=PARSER_VERSION, analysis_version=ANALYSIS_VERSION
            )
        except LibraryError as error:
            _note(error, means)
    return got


def _note(error: LibraryError, means: Means) -> None:
    means.tell(f"Note: {error}" + (f"; {error.hint}" if error.hint else ""))


# -- the sources -----------------------------------------------------------------------------


def _fetch(report_id: ReportId, means: Means, stored: Stored | None) -> Snapshot | None:
    """Return the report's page; ``None`` when the source confirms the stored one."""
    if means.offline:
        raise OfflineError(
            f"the report on {report_id} is not in the library, and --offline was given",
            hint="leave out --offline, or add a saved page with 'hrreport add'",
        )
    from hrreport.atlas.eras import fetch_report
    from hrreport.parsing import recognise
    from hrreport.sources.successions import see_instead

    held = stored.provenance if stored else None
    try:
        return fetch_report(report_id, _lists(means), recognise, stored=held, recall=not means.refresh)
    except NotFoundError as error:
        raise _no_report(report_id, means) from error
    except FetchError as error:
        if others := see_instead(report_id.country, report_id.year):
            other = f"or see {' and '.join(others)}, whose report of that year may cover it"
            error.hint = f"{error.hint}; {other}" if error.hint else other.removeprefix("or ")
        raise


def _lists(means: Means) -> Lists:
    """Return what reads the lists of old editions, and remembers them in the library."""
    from hrreport.atlas.lists import Lists

    notes = means.library.notes if means.library else None
    return Lists(means.fetcher, notes, tell=means.progress, offline=means.offline)


def _no_report(report_id: ReportId, means: Means) -> NotFoundError:
    """Return the error for a report that does not exist: under which name there is one, the editions held."""
    from hrreport.sources.countries import find_country
    from hrreport.sources.successions import see_instead

    held = [e.id.year for e in means.library.entries() if e.id.country == report_id.country] if means.library else []
    known = f"stored editions: {', '.join(map(str, sorted(held)))}" if held else "see 'hrreport editions'"
    others = see_instead(report_id.country, report_id.year)
    instead = f"; see {' and '.join(others)}" if others else ""
    name = find_country(report_id.country).name
    return NotFoundError(f"no report for {name} in {report_id.year}{instead}", hint=known)


def _untouched(error: FetchError, stored: Stored) -> FetchError:
    hint = f"the copy of {stored.checked_at:%Y-%m-%d} in the library is untouched; leave out --refresh to read it"
    return type(error)(error.message, hint=hint, attempts=error.attempts, **dict(error.facts))


def _parts(page: Snapshot, means: Means) -> tuple[tuple[Snapshot, ...], tuple[str, ...]]:
    """Return a page with the pages of its parts, and a warning for each part that was not obtained."""
    from hrreport.model.retrieval import Candidate
    from hrreport.parsing import part_links, recognise

    pages, warnings = [page], []
    for name, url in part_links(page):
        means.progress(f"Reading the part on {name}")
        try:
            pages.append(means.fetcher().fetch((Candidate(url),), recognise))
        except (FetchError, NotFoundError) as error:
            warnings.append(f"The part on {name} is missing: {error}")
    return tuple(pages), tuple(warnings)


def _understand(snapshots: tuple[Snapshot, ...], report_id: ReportId, warnings: tuple[str, ...] = ()) -> Obtained:
    from hrreport.analysis.reports import analyse_report
    from hrreport.parsing import parse_pages

    report = parse_pages(snapshots, report_id)
    if warnings:
        report = replace(report, warnings=(*report.warnings, *warnings))
    return Obtained(report, analyse_report(report))
