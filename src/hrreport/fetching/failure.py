"""The failure of a search for a page: one error whose line names who refused what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.errors import FetchError, NotFoundError, RefusedError
from hrreport.fetching.sources import CUT_OFF, host_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.errors import Attempt
    from hrreport.model.country import ReportId

_ARCHIVES = ("web.archive.org", "webarchive.library.unt.edu", "dosfan.lib.uic.edu")
"""Hosts that keep what they found, so that what is not there may exist."""
_REFUSALS = ("busy", "refused", "blocked")


def search_error(
    attempts: Sequence[Attempt],
    report_id: ReportId | None,
    page: str,
    what: str = "the page",
    *,
    mirrored: bool = False,
) -> NotFoundError | FetchError:
    """Return the error of a search that found no page.

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
    kind = RefusedError if any(attempt.outcome in _REFUSALS for attempt in failed) else FetchError
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
    """Return who said what, each thing that was said once."""
    places: dict[str, dict[str, None]] = {}
    for attempt in attempts:
        places.setdefault(_answer(attempt), {})[_place(attempt)] = None
    return "; ".join(f"{', '.join(named)}: {reason}" for reason, named in places.items())


def _answer(attempt: Attempt) -> str:
    """Return what was said, in one phrase."""
    return ("" if attempt.status in (None, 200) else f"{attempt.status}, ") + attempt.detail


def _place(attempt: Attempt) -> str:
    return f"{'list of reports at ' if attempt.index else ''}{host_of(attempt.url)}"


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
