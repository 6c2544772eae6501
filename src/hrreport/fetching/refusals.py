"""Refusals: responses with status 200 that are not a report page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.errors import EmptyPageError, ParseError
from hrreport.fetching.responses import NoResponse

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.retrieval import Snapshot

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


def check_page(page: Snapshot, accept: Callable[[Snapshot], bool]) -> None:
    """Check that a response is a report page.

    Args:
        page: What came back.
        accept: Returns whether a page is the one wanted; it may raise a `ParseError` that says why not.

    Raises:
        Unanswered: It is empty, of another type, a refusal, a page without a report, or another report.
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
    name = refusal_of(body)
    if name:
        raise NoResponse("blocked", f'a "{name}" page instead of the report', status=status)
    raise NoResponse("no-report", "a page without a report", status=status)


def refusal_of(body: bytes) -> str:
    """Return the name by which a refusal page is known, or an empty string for any other page.

    >>> refusal_of(b"<title>Access Denied</title>"), refusal_of(b"<title>Togo</title>")
    ('Access Denied', '')
    """
    begin = body[:_LOOKED_AT].lower()
    return next((name for name, words in _REFUSALS if re.search(words, begin)), "")
