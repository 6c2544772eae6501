"""The one exception tree of hrreport.

    HrReportError
      InputError (ValueError)         what was asked is wrong: unknown country, bad year, bad query
      NotFoundError (LookupError)     what was asked does not exist: no such report, section, entry
      FetchError                      we could not get an answer
        RefusedError                  a source answered, but would not give us the page
        OfflineError                  network access was turned off
      ParseError                      we have the page and do not understand it
        EmptyPageError                it is the page of a report, without its text
      LibraryError                    the local library cannot be used

``str(error)`` is one line: the message, then the facts that identify the case. ``error.hint``
is one sentence on what the reader can do, or ``None``. "We could not ask" is always a
`FetchError` and never a `NotFoundError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

Outcome = Literal[
    "ok", "missing", "unlisted", "refused", "blocked", "empty", "no-report", "network", "timeout", "too-large",
    "redirects", "wrong-type", "truncated", "busy", "offline", "pdf-only",
]  # fmt: skip
"""What came of asking one address.

``missing``: the source says that there is no such page (404, 410). ``unlisted``: a list of the
edition's reports was read and does not name the one wanted. ``refused``: 401, 403, and every other
status that is neither a success nor named here. ``blocked``: a success status with a refusal page.
``no-report``: a page without a report body. ``busy``: 429 or 503 until the attempts were used up.
``pdf-only``: the page of a report without its text, which offers a PDF.
"""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One address that was requested, and the result."""

    url: str
    outcome: Outcome
    status: int | None = None
    """HTTP status, or ``None`` where no answer came."""
    detail: str = ""
    """One phrase more for the reader: "Technical Difficulties page", "timed out after 30 s"."""
    index: bool = False
    """Whether the address is that of a list of the edition's reports; with ``ok``, it names the one wanted."""

    def __str__(self) -> str:
        place = f"{self.url} (list of reports)" if self.index else self.url
        status = "" if self.status is None else f"{self.status}, "
        return f"{place}: {status}{self.detail or self.outcome}"


class HrReportError(Exception):
    """Base of every error that hrreport raises on purpose."""

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        attempts: tuple[Attempt, ...] = (),
        **facts: object,
    ) -> None:
        """Describe the failure.

        Args:
            message: One line that names the offending value.
            hint: One sentence on what the reader can do.
            attempts: Every address that was tried, in order, with the result of each.
            facts: What identifies the case (`url`, `path`, ...); available as ``error.facts``.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.attempts = attempts
        self.facts: Mapping[str, object] = {k: v for k, v in facts.items() if v is not None}

    def __str__(self) -> str:
        shown = [f"{name}: {value}" for name, value in self.facts.items()]
        return " ".join(self.message.split()) + (f" ({', '.join(shown)})" if shown else "")

    def with_changes(
        self, message: str | None = None, *, hint: str | None = None, attempts: tuple[Attempt, ...] | None = None
    ) -> Self:
        """Return the same error, with the given parts replaced."""
        return type(self)(
            self.message if message is None else message,
            hint=self.hint if hint is None else hint,
            attempts=self.attempts if attempts is None else attempts,
            **dict(self.facts),
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.__dict__))


def _rebuild(kind: type[HrReportError], message: str, state: dict[str, object]) -> HrReportError:
    error = kind(message)
    error.__dict__.update(state)
    return error


class InputError(HrReportError, ValueError):
    """The input is wrong: an unknown country, an impossible year, a malformed query."""


class NotFoundError(HrReportError, LookupError):
    """The requested thing does not exist: no such report, section, paragraph or library entry."""


class FetchError(HrReportError):
    """No source gave an answer that could be used."""

    @property
    def nobody_answered(self) -> bool:
        """Return whether no source answered at all; a refusal is an answer."""
        return all(attempt.outcome in ("network", "timeout", "offline") for attempt in self.attempts)

    @property
    def nothing_found(self) -> bool:
        """Return whether every address answered "not found", which does not prove that there is no report."""
        return bool(self.attempts) and all(attempt.outcome == "missing" for attempt in self.attempts)


class RefusedError(FetchError):
    """A source answered, but with a refusal instead of the page."""


class OfflineError(FetchError):
    """The network was needed, and we were told not to use it."""


class ParseError(HrReportError):
    """The page was received and is not understood."""


class EmptyPageError(ParseError):
    """The page is that of a report, and its template was not filled; ``facts["pdf"]`` is the address of its PDF."""


class LibraryError(HrReportError):
    """The local library cannot be opened, read or written."""
