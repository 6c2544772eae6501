"""Obtaining one report: the library first, then the sources; a library that fails never keeps a report away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import httpx
import pytest

from hrreport.errors import EmptyPageError, FetchError, LibraryError, NotFoundError, OfflineError
from hrreport.fetching.fetcher import Fetcher
from hrreport.model.country import ReportId
from hrreport.pipeline.add import add_page
from hrreport.pipeline.obtain import obtain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.library.library import Library
    from hrreport.pipeline.context import Context

    Put = Callable[..., Path]


KENYA = ReportId("kenya", 2023)


def nobody() -> Fetcher:
    raise AssertionError("no source may be asked")


def test_what_is_stored_is_not_asked_for_again(context: Context, put: Put) -> None:
    put("kenya")
    first = obtain(KENYA, context)
    assert obtain(KENYA, replace(context, fetcher=nobody)) == first


def test_what_an_older_version_read_is_read_again_and_kept(context: Context, put: Put, library: Library) -> None:
    put("kenya")
    got = obtain(KENYA, context)
    stored = library.load(KENYA)
    assert stored
    library.replace_parsed(stored, got.report, got.analysis, parser_version="old", analysis_version="old")
    assert obtain(KENYA, replace(context, fetcher=nobody)) == got
    again = library.load(KENYA)
    assert again
    assert again.parser_version != "old"


class Broken:
    """A library that fails at what it is asked to do; the rest is done by a sound one."""

    def __init__(self, library: Library, *failing: str) -> None:
        self._library, self._failing = library, failing

    def __getattr__(self, name: str) -> object:
        if name in self._failing:

            def fails(*_args: object, **_more: object) -> object:
                raise LibraryError("the disk is full", hint="free some space")

            return fails
        return getattr(self._library, name)


@pytest.mark.parametrize("failing", ["load", "save"])
def test_a_library_that_fails_is_told_and_the_report_given(
    context: Context, put: Put, library: Library, told: list[str], failing: str
) -> None:
    put("kenya")
    broken = replace(context, library=Broken(library, failing))  # type: ignore[arg-type]
    assert obtain(KENYA, broken).report.id == KENYA
    assert told == ["Note: the disk is full; free some space"]


def test_a_new_reading_that_cannot_be_kept_is_given_all_the_same(
    context: Context, put: Put, library: Library, told: list[str]
) -> None:
    put("kenya")
    got = obtain(KENYA, context)
    stored = library.load(KENYA)
    assert stored
    library.replace_parsed(stored, got.report, got.analysis, parser_version="old", analysis_version="old")
    broken = replace(context, library=Broken(library, "replace_parsed"))  # type: ignore[arg-type]
    assert obtain(KENYA, broken) == got
    assert len(told) == 1


def test_a_stored_reading_that_is_damaged_is_made_again_from_the_page(
    context: Context, put: Put, library: Library, told: list[str]
) -> None:
    put("kenya")
    got = obtain(KENYA, context)
    library._opened.db.execute("UPDATE revision SET analysis = x'00'")
    assert obtain(KENYA, replace(context, fetcher=nobody)) == got
    assert "damaged" in told[0]
    assert obtain(KENYA, replace(context, fetcher=nobody)) == got
    assert len(told) == 1, "it was put right"


def test_a_refresh_that_fails_leaves_what_is_stored_and_says_so(context: Context, put: Put, mirror: Path) -> None:
    page = put("kenya")
    obtain(KENYA, context)
    page.write_text("<p>Technical Difficulties</p>")
    with pytest.raises(FetchError) as failed:
        obtain(KENYA, replace(context, refresh=True))
    assert "in the library is untouched" in (failed.value.hint or "")
    assert mirror.is_dir()


@pytest.mark.parametrize("failing", [(), ("touch",)])
def test_a_source_that_confirms_what_is_stored_is_believed(
    context: Context, put: Put, library: Library, told: list[str], failing: tuple[str, ...]
) -> None:
    body = put("kenya").read_bytes()

    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers.get("if-none-match") == '"1"':
            return httpx.Response(304, stream=httpx.ByteStream(b""))
        return httpx.Response(200, stream=httpx.ByteStream(body), headers={"etag": '"1"', "content-type": "text/html"})

    with Fetcher(mirror="http://mirror.example/", transport=httpx.MockTransport(answer)) as fetcher:
        web = replace(context, fetcher=lambda: fetcher)
        first = obtain(KENYA, web)
        before = library.load(KENYA)
        held = Broken(library, *failing)
        again = obtain(KENYA, replace(web, refresh=True, library=held))  # type: ignore[arg-type]
    after = library.load(KENYA)
    assert before
    assert after
    assert again == first
    assert (after.checked_at > before.checked_at) is not bool(failing)
    assert len(told) == len(failing)
    assert len(library.retrievals(KENYA)) == 1


class Site:
    """A site that sends each page with a tag, and confirms it by the tag."""

    def __init__(self, pages: dict[str, str]) -> None:
        self.pages = pages
        """Text by the last part of the address."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        text = self.pages.get(request.url.path.strip("/").rpartition("/")[2])
        if text is None:
            return httpx.Response(404, stream=httpx.ByteStream(b""))
        tag = f'"{len(text)}"'
        if request.headers.get("if-none-match") == tag:
            return httpx.Response(304, stream=httpx.ByteStream(b""))
        return httpx.Response(
            200, stream=httpx.ByteStream(text.encode()), headers={"etag": tag, "content-type": "text/html"}
        )


def test_a_page_that_is_confirmed_does_not_speak_for_its_parts(context: Context, put: Put, library: Library) -> None:
    text = put("china").read_text(encoding="utf-8")
    choice = '<p>READ A SECTION: <a href="../china/">China</a> | <a href="macau/">Macau</a></p>'
    site = Site({"china": text.replace("<h2", choice + "<h2", 1), "macau": text.replace("China", "Macau")})
    china = ReportId("china", 2023)
    with Fetcher(mirror="http://mirror.example/", transport=httpx.MockTransport(site)) as fetcher:
        web = replace(context, fetcher=lambda: fetcher, refresh=True)
        first = obtain(china, web)
        site.pages["macau"] = site.pages["macau"].replace("49 crisis centers", "fifty crisis centers")
        again = obtain(china, web)
    assert len(library.snapshots(china)) == 2
    assert not first.report.warnings
    assert [s.id for s in again.report.walk()] == [s.id for s in first.report.walk()]
    assert len(library.revisions(china)) == 2


PLACE = "reports/2023-country-reports-on-human-rights-practices/kenya/"


PDF = "https://www.state.gov/wp-content/uploads/KENYA.pdf"


UNFILLED = f"""<div class="report-meta__link--download-pdf"><a href="{PDF}">Download Report</a></div>
<div class="report__content"><section class="entry-content"><h2>Executive Summary Title</h2></section></div>"""


def dead(fault: str, other: str) -> httpx.Response:
    """What a dead address answers; `other` is the page of another report."""
    if fault == "404":
        return httpx.Response(404, stream=httpx.ByteStream(b""))
    if fault == "circle":
        return httpx.Response(301, headers={"location": f"/www.state.gov/{PLACE}"}, stream=httpx.ByteStream(b""))
    text = {"catch-all": "<h1>Page not found</h1>", "unfilled": UNFILLED, "another": other}[fault]
    return httpx.Response(200, headers={"content-type": "text/html"}, stream=httpx.ByteStream(text.encode()))


@pytest.mark.parametrize("fault", ["404", "circle", "catch-all", "unfilled", "another"])
def test_a_dead_address_is_passed_over_for_the_next_source(
    context: Context, put: Put, library: Library, fault: str
) -> None:
    good, other = put("kenya").read_bytes(), put("mali").read_text(encoding="utf-8")

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == f"/2021-2025.state.gov/{PLACE}":
            return httpx.Response(200, headers={"content-type": "text/html"}, stream=httpx.ByteStream(good))
        return dead(fault, other) if request.url.path.endswith(PLACE) else dead("404", other)

    with Fetcher(mirror="http://mirror.example/", transport=httpx.MockTransport(answer)) as fetcher:
        got = obtain(KENYA, replace(context, fetcher=lambda: fetcher))
    assert got.report.provenance.url == f"https://2021-2025.state.gov/{PLACE}"
    assert [snapshot.body for snapshot in library.snapshots(KENYA)] == [good]


def test_a_template_without_text_is_told_with_its_pdf_and_never_stored(
    context: Context, put: Put, library: Library
) -> None:
    page = put("kenya")
    page.write_text(UNFILLED, encoding="utf-8")
    with pytest.raises(FetchError) as caught:
        obtain(KENYA, context)
    assert str(caught.value).startswith(
        "could not fetch kenya 2023: www.state.gov: the page is a template without the text of the report "
        f"(pdf: {PDF}) (url: "
    )
    assert caught.value.hint == (
        "open the address in a browser, save the PDF that it offers, and run: "
        "hrreport add FILE.pdf --country kenya --year 2023"
    )
    with pytest.raises(EmptyPageError):
        add_page(page, KENYA, context)
    assert library.load(KENYA) is None


def test_a_part_whose_link_is_dead_is_found_where_its_edition_has_it(context: Context, put: Put) -> None:
    text = put("ukraine").read_text(encoding="utf-8")
    part = put("crimea").read_text(encoding="utf-8").replace("/crimea/", "/ukraine/russia-occupied-areas/")
    choice = '<p>READ A SECTION: <a href="/?post_type=x">Russia-occupied Areas</a></p>'
    site = Site({"ukraine": text.replace("<h2", choice + "<h2", 1), "russia-occupied-areas": part})
    with Fetcher(mirror="http://mirror.example/", transport=httpx.MockTransport(site)) as fetcher:
        report = obtain(ReportId("ukraine", 2023), replace(context, fetcher=lambda: fetcher)).report
    assert [p.name for p in report.parts] == ["Russia-occupied Areas"]
    assert report.parts[0].provenance.url.endswith("/ukraine/russia-occupied-areas/")
    assert not report.warnings


def put_list(mirror: Path, year: int, text: str) -> None:
    """Put a list of an edition's reports into the mirror."""
    folder = mirror / f"www.state.gov/reports/{year}-country-reports-on-human-rights-practices"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(f"<html><body><main><h1>{year}</h1>{text}</main></body></html>")


def test_what_does_not_exist_is_told_with_what_there_is(context: Context, put: Put, mirror: Path) -> None:
    put("kenya")
    obtain(KENYA, context)
    put_list(mirror, 2022, '<a href="mali/">Mali</a>')
    with pytest.raises(NotFoundError, match="no report for Kenya in 2022") as missing:
        obtain(ReportId("kenya", 2022), context)
    assert missing.value.hint == "stored editions: 2023"
    assert [a.outcome for a in missing.value.attempts if a.index] == ["unlisted", "missing"]


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ('<a href="kenya/">Kenya</a>', "its edition lists it, but its page is not in the mirror"),
        ('<a href="reports/9/">Kenya</a>', "its edition lists it, but its page is not in the mirror"),
        ("<p>Technical Difficulties</p>", "could not be read: www.state.gov: the index lists no"),
        (None, "its page is not in the mirror, nor is the list of its edition"),
    ],
)
def test_a_report_may_exist_unless_its_edition_was_read_and_does_not_list_it(
    context: Context, mirror: Path, listed: str | None, said: str
) -> None:
    if listed:
        put_list(mirror, 2022, listed)
    with pytest.raises(FetchError) as caught:
        obtain(ReportId("kenya", 2022), context)
    assert said in str(caught.value)
    assert "hrreport add FILE --country kenya --year 2022" in str(caught.value.hint)
    assert any(attempt.index for attempt in caught.value.attempts)


def test_a_list_is_asked_for_only_where_no_page_was_found(context: Context, put: Put, mirror: Path) -> None:
    put("kenya")
    (mirror / "www.state.gov/reports/2023-country-reports-on-human-rights-practices/index.html").write_text("<p>x</p>")
    asked: list[str] = []

    with Fetcher(mirror=str(mirror), watch=lambda attempt: asked.append(attempt.url)) as fetcher:
        obtain(KENYA, replace(context, fetcher=lambda: fetcher))
    assert len(asked) == 1


def test_offline_asks_nobody(context: Context) -> None:
    with pytest.raises(OfflineError):
        obtain(KENYA, replace(context, offline=True, fetcher=nobody))
