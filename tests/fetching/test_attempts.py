"""The attempts to get a page: what is taken for it, and the error that names who refused what."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import Attempt, FetchError, NotFoundError, RefusedError
from hrreport.fetching.attempts import error_of_attempts
from hrreport.model.country import ReportId

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


TOGO = ReportId("togo", 2023)
PAGE = "https://www.state.gov/togo/"
MISSING = Attempt(PAGE, "missing", 404, "no such page")
COPY_MISSING = Attempt("https://2021-2025.state.gov/togo/", "missing", 404, "no such page")
NO_CAPTURE = Attempt("https://web.archive.org/cdx/search/cdx?url=x", "missing", 200, "no capture of the page")
INDEX = Attempt("https://www.state.gov/", "ok", 200, "leads to the page", index=True)
UNLISTED = Attempt("https://www.state.gov/", "unlisted", 200, "does not list it", index=True)
NO_INDEX = Attempt("https://2021-2025.state.gov/", "missing", 404, "no such page", index=True)
INDEX_REFUSED = Attempt("https://www.state.gov/", "refused", 403, "access refused", index=True)
INDEX_UNREAD = Attempt("https://www.state.gov/", "no-report", 200, "the index lists no country", index=True)
UNREAD = "www.state.gov: the index lists no country; 2021-2025.state.gov: 404, no such page (url"
CAPTURES = Attempt("https://web.archive.org/cdx/search/cdx?url=x", "ok", 200, "leads to the page")
REFUSED = Attempt("https://2021-2025.state.gov/togo/", "refused", 403, "access refused")
NOT_KEPT = Attempt("https://webarchive.library.unt.edu/eot2008/20081104/http://x/", "missing", 404, "no such page")
NOT_IN_LIBRARY = Attempt("http://dosfan.lib.uic.edu/ERC/democracy/Togo.html", "missing", 404, "no such page")
TIMEOUT = Attempt("https://web.archive.org/cdx/search/cdx?url=x", "timeout", None, "timed out after 30 s")


NOWHERE = "could not fetch togo 2023: its page was not found at any known address"


@pytest.mark.parametrize(
    "attempts",
    [[MISSING, UNLISTED], [MISSING, COPY_MISSING, UNLISTED, NO_CAPTURE], [MISSING, NO_INDEX, UNLISTED, NO_CAPTURE]],
)
def test_there_is_no_report_where_a_list_does_not_name_it_and_nobody_failed_to_answer(attempts: list[Attempt]) -> None:
    error = error_of_attempts(attempts, TOGO, PAGE)
    assert isinstance(error, NotFoundError)
    assert str(error) == "no report for togo in 2023"
    assert error.attempts == tuple(attempts)


@pytest.mark.parametrize(
    ("attempts", "said"),
    [
        ([MISSING, INDEX, NO_CAPTURE], "could not fetch togo 2023: its edition lists it, but its page was not found"),
        ([MISSING, INDEX, NO_INDEX], "could not fetch togo 2023: its edition lists it, but its page was not found"),
        ([MISSING, UNLISTED, INDEX], "could not fetch togo 2023: its edition lists it, but its page was not found"),
        ([MISSING, NO_INDEX, NO_CAPTURE], f"{NOWHERE}, nor was the list of its edition (url"),
        ([MISSING], f"{NOWHERE} (url"),
        ([MISSING, COPY_MISSING, CAPTURES, NO_CAPTURE], f"{NOWHERE} (url"),
        ([MISSING, INDEX_UNREAD, NO_INDEX], f"{NOWHERE}, and the list of its edition could not be read: {UNREAD}"),
    ],
)
def test_a_page_that_is_nowhere_leaves_it_open_unless_a_list_was_read(attempts: list[Attempt], said: str) -> None:
    error = error_of_attempts(attempts, TOGO, PAGE)
    assert type(error) is FetchError
    assert str(error).startswith(said)
    assert f"(url: {PAGE})" in str(error)
    assert error.attempts == tuple(attempts)
    assert "hrreport add FILE --country togo --year 2023" in str(error.hint)


def test_a_list_that_is_refused_leaves_it_open_as_a_refusal() -> None:
    error = error_of_attempts([MISSING, INDEX_REFUSED], TOGO, PAGE)
    assert type(error) is RefusedError
    assert str(error).startswith(f"{NOWHERE}, and the list of its edition could not be read: ")
    assert "403, access refused" in str(error)
    assert str(error.hint).startswith("try again later, or open the address in a browser")


@pytest.mark.parametrize(
    ("lists", "said"),
    [
        ([INDEX], "its edition lists it, but its page is not in the mirror"),
        ([NO_INDEX], "its page is not in the mirror, nor is the list of its edition"),
        ([], "its page is not in the mirror"),
    ],
)
def test_what_a_mirror_does_not_hold_is_said_to_be_missing_there(lists: list[Attempt], said: str) -> None:
    error = error_of_attempts([MISSING, *lists], TOGO, PAGE, mirrored=True)
    assert str(error) == f"could not fetch togo 2023: {said} (url: {PAGE})"
    assert str(error.hint).startswith("a mirror may hold only a part: ask without it, or open the address")
    assert str(error_of_attempts([MISSING], None, PAGE, mirrored=True)) == f"no such page in the mirror (url: {PAGE})"


@pytest.mark.parametrize(
    ("attempts", "kind"),
    [
        ([MISSING, REFUSED], RefusedError),
        ([MISSING, TIMEOUT], FetchError),
        ([NO_CAPTURE], FetchError),
        ([NO_CAPTURE, NOT_KEPT], FetchError),
        ([NOT_IN_LIBRARY], FetchError),
        ([REFUSED, NO_CAPTURE], RefusedError),
        ([MISSING, Attempt(PAGE, "no-report", 200, "a page without a report")], FetchError),
    ],
)
def test_a_source_that_could_not_be_asked_leaves_it_open(attempts: list[Attempt], kind: type) -> None:
    error = error_of_attempts(attempts, TOGO, PAGE)
    assert type(error) is kind
    assert isinstance(error, FetchError)
    assert error.attempts == tuple(attempts)


def test_the_line_says_who_refused_what_and_the_hint_what_to_do() -> None:
    error = error_of_attempts([MISSING, REFUSED, TIMEOUT, MISSING], TOGO, PAGE)
    assert str(error) == (
        "could not fetch togo 2023: www.state.gov: 404, no such page; 2021-2025.state.gov: 403, access refused; "
        "web.archive.org: timed out after 30 s (url: https://www.state.gov/togo/)"
    )
    assert error.hint == (
        "open the address in a browser, save the page, and run: hrreport add FILE --country togo --year 2023"
    )
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes


def test_a_page_that_is_no_report_is_named_by_its_address() -> None:
    assert str(error_of_attempts([MISSING], None, PAGE)) == f"no such page (url: {PAGE})"
    assert type(error_of_attempts([MISSING, INDEX], None, PAGE)) is NotFoundError
    assert type(error_of_attempts([MISSING, INDEX_REFUSED], None, PAGE)) is RefusedError
    error = error_of_attempts([REFUSED], None, PAGE)
    assert str(error).startswith("could not fetch the page: ")
    assert error.hint == "try again later, or open the address in a browser"
    error = error_of_attempts([REFUSED], None, PAGE, "the list of 2005")
    assert str(error).startswith("could not fetch the list of 2005: ")


def test_a_report_without_any_address_is_said_to_have_none() -> None:
    error = error_of_attempts([], TOGO, "")
    assert type(error) is FetchError
    assert str(error) == "could not fetch togo 2023: no address is known"
