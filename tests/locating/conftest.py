"""An old web made of a dictionary, with lists in our own words, and a library to remember them in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import httpx
import pytest

from hrreport.fetching.fetcher import Fetcher
from hrreport.library.library import Library
from hrreport.locating.edition_lists import EditionLists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SITE = "https://2009-2017.state.gov/j/drl/rls/hrrpt/"
OTHER = "https://2001-2009.state.gov/g/drl/rls/hrrpt/"
CDX = "https://web.archive.org/cdx/search/cdx"
REGIONS = {
    "c1": "Africa",
    "c2": "East Asia and the Pacific",
    "c3": "Europe and Eurasia",
    "c4": "Near East and North Africa",
    "c5": "South Asia",
    "c6": "Western Hemisphere",
}


def page(*links: tuple[str, str], words: str = "") -> str:
    """A page of the old site, with the links that stand on each of them."""
    menu = "".join(f'<li><a target="_self" href="{address}">{name}</a></li>' for name, address in links)
    return (
        f'<html><body><ul class="breadcrumbs"><li><a href="//2009-2017.state.gov/index.htm">Home</a></li></ul>'
        f'<div class="l-wrap"><ul class="menu">{menu}</ul>{words}</div></body></html>'
    )


def report(country: str) -> str:
    """A report in a few words of our own."""
    return page(words=f"<div id='centerblock'><p>A report about {country}.</p></div>")


@dataclass
class OldWeb:
    """What each address answers: a page, or a status."""

    pages: dict[str, str | int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    SITE = SITE
    OTHER = OTHER
    page = staticmethod(page)
    report = staticmethod(report)

    def put_edition(self, year: int = 2005, **regions: dict[str, int]) -> None:
        """Put an index that leads to six regions, and the lists of those that are given."""
        self.pages[f"{SITE}{year}/index.htm"] = page(
            *((name, f"{SITE.removeprefix('https:')}{year}/{code}.htm") for code, name in REGIONS.items()),
            ("Preface", f"{year}/999.htm"),
        )
        for code, listed in regions.items():
            links = [(name, f"//2009-2017.state.gov/j/drl/rls/hrrpt/{year}/{n}.htm") for name, n in listed.items()]
            self.pages[f"{SITE}{year}/{code}.htm"] = page(*links)

    @property
    def lists_asked(self) -> list[str]:
        """The places of the old site that were asked for, in order."""
        return [url.removeprefix(SITE) for url in self.asked if url.startswith(SITE)]

    def handle(self, request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        self.asked.append(url)
        if url.startswith(CDX):
            url = f"{CDX}?url={request.url.params['url']}"
        answer = self.pages.get(url, "[]" if url.startswith(CDX) else 404)
        if isinstance(answer, int):
            return httpx.Response(answer, stream=httpx.ByteStream(b""))
        if "if-none-match" in request.headers:
            return httpx.Response(304, stream=httpx.ByteStream(b""))
        declared = {"content-type": "text/html; charset=utf-8", "etag": '"1"'}
        return httpx.Response(200, headers=declared, stream=httpx.ByteStream(answer.encode()))


@pytest.fixture
def web() -> OldWeb:
    return OldWeb()


@pytest.fixture
def fetcher(web: OldWeb) -> Iterator[Fetcher]:
    passed = [0.0]

    def sleep(seconds: float) -> None:
        passed[0] += seconds

    transport = httpx.MockTransport(web.handle)
    with Fetcher(transport=transport, timer=lambda: passed[0], sleep=sleep) as opened:
        yield opened


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite", clock=clock) as opened:
        yield opened


@pytest.fixture
def run(fetcher: Fetcher, library: Library) -> Callable[[], EditionLists]:
    """Give what reads lists in another run of the program."""
    return lambda: EditionLists(lambda: fetcher, library.notes)


@pytest.fixture
def lists(run: Callable[[], EditionLists]) -> EditionLists:
    """What reads lists in one run of the program."""
    return run()
