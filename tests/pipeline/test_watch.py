"""Watching stored reports and the list of editions, on a web of functions and on a mirror."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.corpus.pages import in_newest_template, in_oldest_template

from hrreport.errors import OfflineError
from hrreport.fetching.fetcher import Fetcher
from hrreport.library.contents import text_hash
from hrreport.locating.addresses import LISTING, edition_address
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page
from hrreport.pipeline.context import Context
from hrreport.pipeline.obtain import obtain
from hrreport.pipeline.watch import watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hrreport.library.library import Library
    from hrreport.model.news import WatchResult

KAZAKHSTAN = ReportId("kazakhstan", 2023)
EDITION = edition_address(2023)
PAGE = f"{EDITION}kazakhstan/"
COPY = PAGE.replace("www", "2021-2025")
TEXT = f"""<html><head><title>Kazakhstan - United States Department of State</title>
<link rel="canonical" href="{PAGE}"></head><body><h1>2023 Country Reports on Human Rights Practices: Kazakhstan</h1>
<div class="article-meta report-meta"></div><div class="report__content"><section class="entry-content">
<h2 id="report-toc__exec-summary" class="report__section-title">EXECUTIVE SUMMARY</h2>
<p>The situation did not change during the year.</p></section>
<section class="entry-content"><a class="accordion-title" href="#1"><h4 class="report-toc-section">Section 1.</h4>
<h3 id="report-toc__section-1" class="report__section-title"> Respect for the Integrity of the Person </h3></a>
<section class="entry-content"><h3 class="report__section-subtitle">B. DISAPPEARANCE</h3>
<p>There were no reports of disappearances. The state ran 49 crisis centers.</p></section></section>
</div></body></html>"""
LIST = f'<ul><li><a href="{EDITION}">2023</a></li></ul>'
REFUSED = (403, "<title>Access Denied</title>")


class Body(httpx.SyncByteStream):
    """The body of an answer, read once."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def __iter__(self) -> Iterator[bytes]:
        yield self.body


class Site:
    """State's site: which address answers what, as (status, text), or as an address to go to."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, str] | str] = {PAGE: (200, TEXT), LISTING: (200, LIST)}
        self.answers: list[tuple[str, int]] = []
        self.passed = 0.0

    def sleep(self, seconds: float) -> None:
        self.passed += seconds

    def handle(self, request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        found = self.pages.get(url, (404, "<p>Not here.</p>"))
        if isinstance(found, str):
            response = httpx.Response(301, headers={"location": found})
        else:
            status, text = found
            etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:8]}"'
            known = status == 200 and request.headers.get("if-none-match") == etag
            headers = {"etag": etag, "content-type": "text/html; charset=UTF-8"}
            body = Body(b"" if known else text.encode())
            response = httpx.Response(304 if known else status, headers=headers, stream=body)
        self.answers.append((url, response.status_code))
        return response


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def on_the_web(site: Site, library: Library) -> Iterator[Context]:
    """The means to use the site, with Kazakhstan's report stored."""
    web = httpx.MockTransport(site.handle)
    with Fetcher(transport=web, sleep=site.sleep, timer=lambda: site.passed) as fetcher:
        context = Context(library, lambda: fetcher, lambda: datetime.now(UTC), lambda _: None)
        obtain(KAZAKHSTAN, context)
        site.answers.clear()
        yield context


@pytest.fixture
def ask(on_the_web: Context, library: Library) -> Callable[[], WatchResult]:
    """Ask for everything once, and return what came of it."""
    return lambda: watch([KAZAKHSTAN], library, on_the_web)


def kinds(watched: WatchResult) -> list[str]:
    return [news.kind for news in watched.news]


def test_what_has_not_changed_is_asked_for_conditionally_and_is_no_news(
    ask: Callable[[], WatchResult], site: Site
) -> None:
    first, second = ask(), ask()
    assert (first.news, first.unasked, first.asked) == ((), (), 1)
    assert (second.news, second.unasked) == ((), ())
    assert site.answers == [(LISTING, 200), (PAGE, 304), (LISTING, 304), (PAGE, 304)]


def test_a_silent_edit_is_told_with_its_sentence_and_once(
    ask: Callable[[], WatchResult], site: Site, library: Library
) -> None:
    site.pages[PAGE] = (200, TEXT.replace("49 crisis centers", "50 crisis centers"))
    (news,) = ask().news
    (pair,) = news.pairs
    assert (news.kind, pair.kind) == ("revised", "reworded")
    assert "49 crisis centers" in pair.old[0].text
    assert "50 crisis centers" in pair.new[0].text
    assert len(library.revisions(KAZAKHSTAN)) == 2
    assert ask().news == ()
    assert site.answers[-1] == (PAGE, 304)


def test_a_heading_in_other_words_is_told_and_one_in_other_letters_is_not(
    ask: Callable[[], WatchResult], site: Site
) -> None:
    site.pages[PAGE] = (200, TEXT.replace(">B. DISAPPEARANCE<", ">b. Disappearance<"))
    assert ask().news == ()
    site.pages[PAGE] = (200, TEXT.replace(">B. DISAPPEARANCE<", ">b. Missing Persons<"))
    (news,) = ask().news
    assert (news.kind, news.pairs, news.headings) == (
        "revised",
        (),
        (("b. Disappearance", "b. Missing Persons"),),
    )


@pytest.mark.parametrize("written", [in_newest_template, in_oldest_template])
def test_another_template_date_or_navigation_is_no_news(
    written: Callable[[str], str], ask: Callable[[], WatchResult], site: Site
) -> None:
    other = written(TEXT).replace("<body>", '<body><nav><a href="/new/">News of the day</a></nav>', 1)
    assert other != TEXT
    site.pages[PAGE] = (200, other)
    watched = ask()
    assert (watched.news, watched.unasked) == ((), ())


def test_a_report_is_gone_where_every_address_of_the_site_says_so_and_is_told_once(
    ask: Callable[[], WatchResult], site: Site
) -> None:
    del site.pages[PAGE]
    site.pages[EDITION] = (200, f'<a href="{EDITION}japan/">Japan</a>')
    (news,) = ask().news
    assert news.kind == "gone"
    assert "no longer lists it" in news.detail
    assert [url for url, _ in site.answers].count(PAGE) == 2
    assert ask().news == ()
    site.pages[PAGE] = (200, TEXT)
    assert kinds(ask()) == ["back"]


@pytest.mark.parametrize("answer", [REFUSED, (200, "<title>Technical Difficulties</title>"), (503, ""), (200, "<p>x")])
@pytest.mark.parametrize("where", [PAGE, COPY, EDITION])
def test_a_refusal_is_never_taken_for_gone(
    answer: tuple[int, str], where: str, ask: Callable[[], WatchResult], site: Site
) -> None:
    site.pages.pop(PAGE)
    site.pages[where] = answer
    watched = ask()
    assert watched.news == ()
    (unasked,) = watched.unasked
    assert unasked.id == KAZAKHSTAN
    assert unasked.reason


@pytest.mark.parametrize("changed", [False, True])
def test_an_address_that_moved_is_told_with_what_changed_there(
    changed: bool, ask: Callable[[], WatchResult], site: Site
) -> None:
    site.pages[PAGE] = COPY
    site.pages[COPY] = (200, TEXT.replace("49 crisis", "50 crisis") if changed else TEXT)
    watched = ask()
    assert kinds(watched) == [*(["revised"] if changed else []), "moved"]
    assert (watched.news[-1].was_url, watched.news[-1].url) == (PAGE, COPY)
    assert ask().news == ()


def test_a_report_that_is_found_at_another_address_of_the_site_has_moved(
    ask: Callable[[], WatchResult], site: Site
) -> None:
    site.pages[COPY] = site.pages.pop(PAGE)
    (news,) = ask().news
    assert (news.kind, news.was_url, news.url) == ("moved", PAGE, COPY)


def test_a_new_edition_is_told_once_and_a_refused_list_is_said_apart(
    ask: Callable[[], WatchResult], site: Site
) -> None:
    site.pages[LISTING] = (200, LIST + f'<a href="{edition_address(2031)}">2031</a>')
    (news,) = ask().news
    assert (news.kind, news.year, news.country) == ("edition", 2031, "")
    assert ask().news == ()
    site.pages[LISTING] = REFUSED
    watched = ask()
    assert watched.news == ()
    assert [unasked.id for unasked in watched.unasked] == [None]


def test_a_mirror_that_lacks_a_page_of_the_web_says_nothing_about_it(
    on_the_web: Context, library: Library, fetcher: Fetcher
) -> None:
    watched = watch([KAZAKHSTAN], library, Context(library, lambda: fetcher, on_the_web.clock, on_the_web.notify))
    assert watched.news == ()
    assert {unasked.id for unasked in watched.unasked} == {None, KAZAKHSTAN}


def test_nothing_is_watched_offline(on_the_web: Context, library: Library) -> None:
    offline = Context(library, on_the_web.fetcher, on_the_web.clock, on_the_web.notify, offline=True)
    with pytest.raises(OfflineError):
        watch([KAZAKHSTAN], library, offline)


def test_a_part_is_compared_too_and_one_that_cannot_be_fetched_is_no_news(
    site: Site, on_the_web: Context, library: Library
) -> None:
    ukraine = ReportId("ukraine", 2023)
    whole, own = f"{EDITION}ukraine/", f"{EDITION}ukraine/crimea/"
    named = TEXT.replace(PAGE, whole).replace("Kazakhstan", "Ukraine")
    choice = f'<p>READ A SECTION: <a href="{own}">Crimea</a></p>'
    site.pages[whole] = (200, named.replace("<section", f"{choice}<section", 1))
    part = named.replace(whole, own).replace("Ukraine", "Crimea")
    site.pages[own] = (200, part)
    assert [each.id for each in obtain(ukraine, on_the_web).report.parts] == ["crimea"]
    site.pages[own] = REFUSED
    watched = watch([ukraine], library, on_the_web)
    assert watched.news == ()
    assert "the part on Crimea could not be fetched" in watched.unasked[0].reason
    site.pages[own] = (200, part.replace("49 crisis", "50 crisis"))
    (news,) = watch([ukraine], library, on_the_web).news
    assert [quote.locator.section for pair in news.pairs for quote in pair.new] == ["crimea:1.b"]


def test_real_pages_have_the_same_words_in_every_template(shared_site: Path) -> None:
    pages = sorted((shared_site / "www.state.gov/reports").glob("20*-country-reports-*/*/index.html"))
    folded = [page for page in pages if "accordion-title" in page.read_text("utf-8", "replace")]
    for page in folded[:: max(1, len(folded) // 3)][:3]:
        which = ReportId(page.parent.name, int(page.parent.parent.name[:4]))
        markup = page.read_text("utf-8", "replace")
        written = (markup, in_oldest_template(markup), in_newest_template(markup))
        assert len(set(written)) == 3
        nowhere = Provenance("https://www.state.gov/x/", "", datetime(2026, 1, 1, tzinfo=UTC), "mirror", "")
        reports = [parse_page(Snapshot(each.encode(), nowhere), which) for each in written]
        assert len({text_hash(report) for report in reports}) == 1, which
