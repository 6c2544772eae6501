"""The verdict on a search without a page: one error whose one line says who refused what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.errors import FetchError, NotFoundError, RefusedError
from hrreport.fetching.pace import host_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.country import ReportId
    from hrreport.model.retrieval import Attempt

_ARCHIVES = ("web.archive.org", "webarchive.library.unt.edu", "dosfan.lib.uic.edu")
"""Hosts that keep what they found, so that what is not there may exist."""
_REFUSALS = ("busy", "refused", "blocked")


def conclude(
    attempts: Sequence[Attempt], wanted: ReportId | None, page: str, what: str = "the page"
) -> NotFoundError | FetchError:
    """Return the error that a search without a page comes to.

    That there is no such report is concluded only where the site itself said so, and nobody else
    failed to answer: an archive without a capture proves nothing, and neither does a refusal.

    Args:
        attempts: What was asked, and what came of each.
        wanted: The report that was looked for, or ``None`` for another page.
        page: The address to open by hand, or empty.
        what: What another page is called.
    """
    failed = [attempt for attempt in attempts if attempt.outcome != "ok"]
    missing = [attempt for attempt in failed if attempt.outcome == "missing"]
    url = page or None
    if failed == missing and any(host_of(attempt.url) not in _ARCHIVES for attempt in missing):
        if wanted:
            return NotFoundError(f"no report for {wanted.country} in {wanted.year}")
        return NotFoundError("no such page", url=url)
    what = str(wanted) if wanted else what
    if not failed:
        return FetchError(f"could not fetch {what}: no address is known", hint=_by_hand(wanted))
    said = "; ".join(dict.fromkeys(_said(attempt) for attempt in failed))
    kind = RefusedError if any(attempt.outcome in _REFUSALS for attempt in failed) else FetchError
    return kind(f"could not fetch {what}: {said}", hint=_by_hand(wanted), attempts=tuple(attempts), url=url)


def _said(attempt: Attempt) -> str:
    """Return who said what, in one phrase."""
    status = "" if attempt.status in (None, 200) else f"{attempt.status}, "
    return f"{host_of(attempt.url)}: {status}{attempt.detail}"


def _by_hand(wanted: ReportId | None) -> str:
    if wanted is None:
        return "try again later, or open the address in a browser"
    return (
        "open the address in a browser, save the page, and run: "
        f"hrreport add FILE --country {wanted.country} --year {wanted.year}"
    )
