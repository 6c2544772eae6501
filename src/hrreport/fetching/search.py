"""The search for one page: candidates in order, whether an answer is the page or a refusal, and what came of each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.errors import Attempt, EmptyPageError, ParseError
from hrreport.fetching.sources import NOT_MODIFIED, NoResponse, host_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.errors import Outcome
    from hrreport.fetching.sources import Budget, PageSource, SourceAnswer
    from hrreport.model.retrieval import Candidate, Provenance, Snapshot

_UNREACHABLE = ("busy", "network", "timeout")
"""Outcomes after which a host is not asked again."""
_TURNED_AWAY = ("refused", "blocked")
"""Outcomes after which a host is not asked for ways to the page it would not give."""
_DEEPEST = 3
"""Levels of leads: an index of years, of regions, of countries."""
_ARCHIVE = "internet-archive"
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


class PageSearch:
    """One search for one page; used once."""

    def __init__(
        self,
        source: PageSource,
        accept: Callable[[Snapshot], bool],
        *,
        snapshot_of: Callable[[Candidate, SourceAnswer], Snapshot],
        budget: Budget,
        stored: Provenance | None,
        watch: Callable[[Attempt], None],
        check: Callable[[Snapshot, Callable[[Snapshot], bool]], None],
    ) -> None:
        """Search a source for a page that is accepted; see `Fetcher.fetch`."""
        self._source = source
        self._accept = accept
        self._snapshot_of = snapshot_of
        self._budget = budget
        self._stored = stored
        self._watch = watch
        self._check = check
        self._asked: set[str] = set()
        self._closed: dict[str, set[str]] = {}
        self.attempts: list[Attempt] = []

    def run(self, candidates: Iterable[Candidate], depth: int = 0) -> FoundPage | None:
        """Return the first candidate whose answer is the page, or ``None``; `attempts` says why."""
        for candidate in candidates:
            if candidate.url in self._asked or self._is_pointless(candidate):
                continue
            if self._budget.left <= 0:
                self._note(candidate, "timeout", f"not asked: the {self._budget.total:.0f} s for one report are over")
                return None
            self._asked.add(candidate.url)
            try:
                found = self._try(candidate, depth)
            except NoResponse as failure:
                self._note(candidate, failure.outcome, failure.detail, failure.status)
                if not (
                    candidate.captured_at and failure.outcome == "blocked"
                ):  # a capture of a refusal refuses nobody
                    self._closed.setdefault(host_of(candidate.url), set()).add(failure.outcome)
                continue
            if found:
                return found
        return None

    def _try(self, candidate: Candidate, depth: int) -> FoundPage | None:
        answer = self._source.ask(candidate.url, validators=self._validators(candidate), budget=self._budget)
        if candidate.leads is None:
            snapshot = None if answer.status == NOT_MODIFIED else self._snapshot_of(candidate, answer)
            if snapshot:
                self._check(snapshot, self._accept)
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
        stored = self._stored
        if stored is None or candidate.leads or candidate.url not in (stored.requested_url, stored.url):
            return {}
        headers = {"If-None-Match": stored.etag, "If-Modified-Since": stored.last_modified}
        return {name: value for name, value in headers.items() if value}

    def _is_pointless(self, candidate: Candidate) -> bool:
        outcomes = self._closed.get(host_of(candidate.url), set())
        return any(o in _UNREACHABLE for o in outcomes) or (
            candidate.leads is not None and any(o in _TURNED_AWAY for o in outcomes)
        )

    def _note(self, candidate: Candidate, outcome: Outcome, detail: str, status: int | None = None) -> None:
        attempt = Attempt(candidate.url, outcome, status, detail, index=_is_index(candidate))
        self.attempts.append(attempt)
        self._watch(attempt)


def _is_index(candidate: Candidate) -> bool:
    """Return whether a candidate is a list of reports; an archive's leads are captures of one page."""
    return candidate.leads is not None and candidate.origin != _ARCHIVE


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
