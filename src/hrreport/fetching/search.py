"""The search for one page: candidates in order, and what came of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import Attempt, ParseError
from hrreport.fetching.refusals import check_page
from hrreport.fetching.responses import NOT_MODIFIED, NoResponse
from hrreport.fetching.throttle import host_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.errors import Outcome
    from hrreport.fetching.limits import Budget
    from hrreport.fetching.responses import PageSource, SourceAnswer
    from hrreport.model.retrieval import Candidate, Provenance, Snapshot

_UNREACHABLE = ("busy", "network", "timeout")
"""Outcomes after which a host is not asked again."""
_TURNED_AWAY = ("refused", "blocked")
"""Outcomes after which a host is not asked for ways to the page it would not give."""
_DEEPEST = 3
"""Levels of leads: an index of years, of regions, of countries."""
_ARCHIVE = "internet-archive"


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
        check: Callable[[Snapshot, Callable[[Snapshot], bool]], None] = check_page,
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
