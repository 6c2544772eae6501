"""The attempts to get one page: candidates in order, what came of each, and the error where none gave it.

An answer is the page, or a refusal that says so on a page of its own.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import TYPE_CHECKING

from hrreport.errors import Attempt, EmptyPageError, FetchError, NotFoundError, ParseError, RefusedError
from hrreport.fetching.sources import CUT_OFF, NOT_MODIFIED, NoResponse, host_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hrreport.errors import Outcome
    from hrreport.fetching.sources import Budget, PageSource, SourceAnswer
    from hrreport.model.country import ReportId
    from hrreport.model.retrieval import Candidate, Provenance, Snapshot

_UNREACHABLE = frozenset(("busy", "network", "timeout"))
"""Outcomes after which a host is not asked again."""
_TURNED_AWAY = frozenset(("refused", "blocked"))
"""Outcomes after which a host is not asked for ways to the page it would not give."""
_DEEPEST = 3
"""Levels of leads: an index of years, of regions, of countries."""
_ARCHIVES = ("web.archive.org", "webarchive.library.unt.edu", "dosfan.lib.uic.edu")
"""Hosts that keep what they found, so that what is not there may exist."""
_READABLE = frozenset(("", "text/html", "application/xhtml+xml", "text/plain"))
_LOOKED_AT = 20_000
"""Bytes of a page in which a refusal says that it is one."""
_REFUSALS = (
    ("Technical Difficulties", rb"technical difficulties"),
    ("Access Denied", rb"access denied|permission to access"),
    ("Just a moment", rb"just a moment|checking your browser|attention required"),
    ("captcha", rb"captcha|are you a (?:human|robot)|unusual traffic|pardon our interruption"),
    ("Request blocked", rb"request (?:was |has been )?(?:blocked|unsuccessful|rejected)"),
    ("Too Many Requests", rb"too many requests|rate limit"),
)
"""What refusal pages are known by, and words of theirs."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """The page that was found."""

    snapshot: Snapshot | None
    """``None`` where its source says that it has not changed."""
    url: str
    """The address that answered, after redirects."""


@dataclass(slots=True)
class CandidateWalk:
    """One walk through the candidates for one page; used once."""

    source: PageSource
    snapshot_of: Callable[[Candidate, SourceAnswer], Snapshot]
    check: Callable[[Snapshot], None]
    """Raises what speaks against a page that came back."""
    budget: Budget
    stored: Provenance | None
    """The provenance of the copy at hand, which need not be sent again."""
    watch: Callable[[Attempt], None]
    attempts: list[Attempt] = field(default_factory=list)
    _asked: set[str] = field(default_factory=set)
    _closed: dict[str, set[str]] = field(default_factory=dict)
    """What came of asking each host that gave no page."""

    def run(self, candidates: Iterable[Candidate], depth: int = 0) -> FoundPage | None:
        """Return the first candidate whose answer is the page, or ``None``; `attempts` says why."""
        for candidate in candidates:
            if candidate.url in self._asked or self._is_pointless(candidate):
                continue
            if self.budget.left <= 0:
                self._note(candidate, "timeout", f"not asked: the {self.budget.total:.0f} s for one report are over")
                return None
            self._asked.add(candidate.url)
            try:
                found = self._try(candidate, depth)
            except NoResponse as failure:
                self._note(candidate, failure.outcome, failure.detail, failure.status)
                refused_then = candidate.captured_at and failure.outcome == "blocked"
                if not refused_then:  # a capture of a refusal refuses nobody
                    self._closed.setdefault(host_of(candidate.url), set()).add(failure.outcome)
                continue
            if found:
                return found
        return None

    def _try(self, candidate: Candidate, depth: int) -> FoundPage | None:
        answer = self.source.ask(candidate.url, validators=self._validators(candidate), budget=self.budget)
        if candidate.leads is None:
            snapshot = None if answer.status == NOT_MODIFIED else self.snapshot_of(candidate, answer)
            if snapshot:
                self.check(snapshot)
            self._note(candidate, "ok", "", answer.status)
            return FoundPage(snapshot, answer.url)
        try:
            ways = candidate.leads(answer.body, answer.encoding)
        except ParseError as error:
            raise NoResponse("no-report", error.message, status=answer.status) from error
        if not ways:
            if _is_index(candidate):
                raise NoResponse("unlisted", "does not list it", status=answer.status)
            raise NoResponse("missing", "no capture of the page", status=answer.status)
        if depth >= _DEEPEST:
            raise NoResponse("no-report", "leads on and on", status=answer.status)
        self._note(candidate, "ok", "leads to the page", answer.status)
        return self.run(ways, depth + 1)

    def _validators(self, candidate: Candidate) -> dict[str, str]:
        """Return the headers that ask for the page only if it is not the one that is stored."""
        stored = self.stored
        if stored is None or candidate.leads or candidate.url not in (stored.requested_url, stored.url):
            return {}
        headers = {"If-None-Match": stored.etag, "If-Modified-Since": stored.last_modified}
        return {name: value for name, value in headers.items() if value}

    def _is_pointless(self, candidate: Candidate) -> bool:
        final = _UNREACHABLE if candidate.leads is None else _UNREACHABLE | _TURNED_AWAY
        return not final.isdisjoint(self._closed.get(host_of(candidate.url), ()))

    def _note(self, candidate: Candidate, outcome: Outcome, detail: str, status: int | None = None) -> None:
        attempt = Attempt(candidate.url, outcome, status, detail, index=_is_index(candidate))
        self.attempts.append(attempt)
        self.watch(attempt)


def _is_index(candidate: Candidate) -> bool:
    """Return whether a candidate is a list of reports; an archive's leads are captures of one page."""
    return candidate.leads is not None and candidate.origin != "internet-archive"


def check_page(page: Snapshot, accept: Callable[[Snapshot], bool]) -> None:
    """Check that a response is a report page.

    Args:
        page: What came back.
        accept: Returns whether a page is the one wanted; it may raise a `ParseError` that says why not.

    Raises:
        NoResponse: It is empty, of another type, a refusal, a page without a report, or another report.
    """
    status, body, media_type = page.provenance.status, page.body, page.provenance.media_type
    if not body.strip():
        raise NoResponse("empty", "an empty answer", status=status)
    if body[:1024].lstrip().startswith(b"%PDF-"):
        raise NoResponse("wrong-type", "a PDF instead of a page", status=status)
    if media_type not in _READABLE:
        raise NoResponse("wrong-type", f"{media_type[:60]} instead of a page", status=status)
    try:
        if accept(page):
            return
    except EmptyPageError as error:
        raise NoResponse("pdf-only" if error.facts.get("pdf") else "no-report", str(error), status=status) from error
    except ParseError as error:
        raise NoResponse("no-report", error.message, status=status) from error
    name = _refusal_of(body)
    if name:
        raise NoResponse("blocked", f'a "{name}" page instead of the report', status=status)
    raise NoResponse("no-report", "a page without a report", status=status)


def check_pdf(pdf: Snapshot, accept: Callable[[Snapshot], bool]) -> None:
    """Let an answer pass that is a PDF, and the one wanted.

    Raises:
        NoResponse: It is empty, a refusal, or anything else.
    """
    status = pdf.provenance.status
    if not pdf.body.strip():
        raise NoResponse("empty", "an empty answer", status=status)
    if not pdf.body[:1024].lstrip().startswith(b"%PDF-"):
        if name := _refusal_of(pdf.body):
            raise NoResponse("blocked", f'a "{name}" page instead of the PDF', status=status)
        raise NoResponse("wrong-type", "something else instead of a PDF", status=status)
    if not accept(pdf):
        raise NoResponse("no-report", "another PDF", status=status)


def _refusal_of(body: bytes) -> str:
    """Return the name by which a refusal page is known, or an empty string for any other page.

    >>> _refusal_of(b"<title>Access Denied</title>"), _refusal_of(b"<title>Togo</title>")
    ('Access Denied', '')
    """
    begin = body[:_LOOKED_AT].lower()
    return next((name for name, words in _REFUSALS if re.search(words, begin)), "")


# -- the error of the attempts ---------------------------------------------------------------


def error_of_attempts(
    attempts: Sequence[Attempt],
    report_id: ReportId | None,
    page: str,
    what: str = "the page",
    *,
    mirrored: bool = False,
) -> NotFoundError | FetchError:
    """Return the error of attempts of which none gave the page.

    That there is no such report is concluded only where a list of its edition was read and does not
    name it, and nobody failed to answer. No page at the addresses that are known proves nothing, nor
    does an archive without a capture, nor a refusal.

    Args:
        attempts: What was asked, and what came of each.
        report_id: The report that was looked for, or ``None`` for another page.
        page: The address to open by hand, or empty.
        what: What another page is called.
        mirrored: Whether a mirror was asked, which may hold only a part.
    """
    failed = [attempt for attempt in attempts if attempt.outcome != "ok"]
    gone = _are_gone([attempt for attempt in failed if not attempt.index])
    lists = [attempt for attempt in attempts if attempt.index]
    answers = {attempt.outcome for attempt in lists}
    place = " in the mirror" if mirrored else ""
    asked = tuple(attempts)
    url = page or None
    if report_id is None and gone and answers <= {"ok", "unlisted", "missing"}:
        return NotFoundError(f"no such page{place}", attempts=asked, url=url)
    if report_id and gone and "unlisted" in answers and answers <= {"unlisted", "missing"}:
        return NotFoundError(f"no report for {report_id.country} in {report_id.year}", attempts=asked)
    only_pdf = [attempt for attempt in failed if attempt.outcome == "pdf-only"]
    hint = _by_hand(report_id, pdf=bool(only_pdf))
    if failed and all(attempt.detail.startswith(CUT_OFF) for attempt in failed):
        url = None  # nobody can open it
        why, hint = _cut_off(report_id, mirrored=mirrored)
    elif not failed:
        why = "no address is known"
    elif report_id and gone and ("ok" in answers or "unlisted" not in answers):
        why = _why_open(lists, mirrored=mirrored)
        hint = f"{'a mirror may hold only a part: ask without it' if mirrored else 'try again later'}, or {hint}"
    else:
        why = _describe_answers(only_pdf or failed)
    kind = RefusedError if any(attempt.outcome in ("busy", *_TURNED_AWAY) for attempt in failed) else FetchError
    return kind(f"could not fetch {report_id or what}: {why}", hint=hint, attempts=asked, url=url if failed else None)


def _are_gone(pages: Sequence[Attempt]) -> bool:
    """Return whether nobody has a page, and the site itself said so."""
    return all(attempt.outcome == "missing" for attempt in pages) and any(
        host_of(attempt.url) not in _ARCHIVES for attempt in pages
    )


def _why_open(lists: Sequence[Attempt], *, mirrored: bool) -> str:
    """Return why a report whose page is nowhere may exist: its edition lists it, or could not be asked."""
    nowhere = "is not in the mirror" if mirrored else "was not found at any known address"
    if any(attempt.outcome == "ok" for attempt in lists):
        return f"its edition lists it, but its page {nowhere}"
    if not lists:
        return f"its page {nowhere}"
    if all(attempt.outcome == "missing" for attempt in lists):
        return f"its page {nowhere}, nor {'is' if mirrored else 'was'} the list of its edition"
    reason = _describe_answers([replace(attempt, index=False) for attempt in lists])
    return f"its page {nowhere}, and the list of its edition could not be read: {reason}"


def _describe_answers(attempts: Sequence[Attempt]) -> str:
    """Return which hosts gave which answer, each answer once."""
    places: dict[str, dict[str, None]] = {}
    for attempt in attempts:
        answer = ("" if attempt.status in (None, 200) else f"{attempt.status}, ") + attempt.detail
        place = f"{'list of reports at ' if attempt.index else ''}{host_of(attempt.url)}"
        places.setdefault(answer, {})[place] = None
    return "; ".join(f"{', '.join(named)}: {answer}" for answer, named in places.items())


def _cut_off(report_id: ReportId | None, *, mirrored: bool) -> tuple[str, str]:
    """Return why nothing could be reached, said once, and what can be done without a connection."""
    add = (
        f", or add a saved page: hrreport add FILE --country {report_id.country} --year {report_id.year}"
        if report_id
        else ""
    )
    if mirrored:
        return "no connection to the mirror", f"see whether its address is right{add}"
    return CUT_OFF, f"try again when there is one{add}"


def _by_hand(report_id: ReportId | None, *, pdf: bool = False) -> str:
    if report_id is None:
        return "try again later, or open the address in a browser"
    save, file = ("save the PDF that it offers", "FILE.pdf") if pdf else ("save the page", "FILE")
    return (
        f"open the address in a browser, {save}, and run: "
        f"hrreport add {file} --country {report_id.country} --year {report_id.year}"
    )
