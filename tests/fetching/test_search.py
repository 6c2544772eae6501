"""Answers that look like success and are not report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.errors import FetchError, RefusedError

if TYPE_CHECKING:
    from tests.fetching.conftest import World

CASES = [
    (b"", "text/html", "empty", "an empty answer"),
    (b" \r\n ", "text/html", "empty", "an empty answer"),
    (b"%PDF-1.7 A report", "text/html", "wrong-type", "a PDF instead of a page"),
    (b"A report", "application/pdf", "wrong-type", "application/pdf instead of a page"),
    (b"A report", "image/png", "wrong-type", "image/png instead of a page"),
    (
        b"<h1>We're sorry, this site is currently experiencing technical difficulties.</h1>",
        "text/html",
        "blocked",
        'a "Technical Difficulties" page instead of the report',
    ),
    (b"<TITLE>Access Denied</TITLE>", "text/html", "blocked", 'a "Access Denied" page instead of the report'),
    (b"<title>Just a moment...</title>", "text/html", "blocked", 'a "Just a moment" page instead of the report'),
    (b"<p>Please solve the CAPTCHA.</p>", "text/html", "blocked", 'a "captcha" page instead of the report'),
    (b"<h1>Page not found</h1>", "text/html", "no-report", "a page without a report"),
]


@pytest.mark.parametrize(("body", "media_type", "outcome", "said"), CASES)
def test_what_is_no_report_is_never_returned_and_told_apart(
    world: World, body: bytes, media_type: str, outcome: str, said: str
) -> None:
    world.put(world.PAGE, world.page(body, headers={"content-type": media_type}))
    kind = RefusedError if outcome == "blocked" else FetchError
    with pytest.raises(kind, match=said) as caught:
        world.fetch()
    assert [attempt.outcome for attempt in caught.value.attempts] == [outcome]


def test_a_report_that_speaks_of_refusals_is_a_report(world: World) -> None:
    body = b"<p>A report: access denied to visitors for technical difficulties, officials said.</p>"
    world.put(world.PAGE, world.page(body))
    assert world.fetch().body == body


@pytest.mark.parametrize("media_type", ["text/html; charset=x", "application/xhtml+xml", "text/plain", "TEXT/HTML"])
def test_a_page_may_be_of_any_readable_type(world: World, media_type: str) -> None:
    world.put(world.PAGE, world.page(headers={"content-type": media_type}))
    assert world.fetch().body == world.REPORT
