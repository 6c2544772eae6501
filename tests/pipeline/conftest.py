"""A mirror of our own pages, a library beside it, and the means to use both."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

import pytest

from hrreport import tables
from hrreport.analysis import ANALYSIS_VERSION
from hrreport.fetching.fetcher import Fetcher
from hrreport.library.library import Library
from hrreport.model.retrieval import Snapshot
from hrreport.parsing import PARSER_VERSION
from hrreport.pipeline.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

EDITION = "www.state.gov/reports/2023-country-reports-on-human-rights-practices"


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A folder in which the pages of `put` are."""
    folder = tmp_path / "mirror"
    folder.mkdir()
    return folder


@pytest.fixture
def put(mirror: Path) -> Callable[..., Path]:
    """Put a country's page for 2023 into the mirror: the bundled abridgement, with some words changed."""

    def written(country: str, **words: str) -> Path:
        text = tables.text("samples/kazakhstan-2023.html").replace("Kazakhstan", country.title())
        text = text.replace("/kazakhstan/", f"/{country}/")
        for old, new in words.items():
            assert old in text
            text = text.replace(old, new)
        path = mirror / EDITION / country / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite", clock=now) as opened:
        yield opened


@pytest.fixture
def fetcher(mirror: Path) -> Iterator[Fetcher]:
    with Fetcher(mirror=str(mirror)) as opened:
        yield opened


@pytest.fixture
def told() -> list[str]:
    """What the reader was told."""
    return []


@pytest.fixture
def context(library: Library, fetcher: Fetcher, told: list[str]) -> Context:
    return Context(library, lambda: fetcher, now, told.append)


@pytest.fixture
def context_of_editions(editions: dict[str, tuple[Report, Analysis]], tmp_path: Path) -> Iterator[Context]:
    """A library with Arcadia 2005, 2023 and 2024, and Ruritania 2024."""
    report, _ = editions["arcadia-2023"]
    now = report.provenance.retrieved_at
    with Library(tmp_path / "library.sqlite", clock=lambda: now) as library:
        for each, analysis in editions.values():
            versions = {"parser_version": PARSER_VERSION, "analysis_version": ANALYSIS_VERSION}
            page = Snapshot(str(each.id).encode(), each.provenance)
            library.save((page,), each, analysis, **versions)

        def no_fetcher() -> NoReturn:
            raise AssertionError("nothing is fetched for a table")

        yield Context(library, no_fetcher, lambda: now, pytest.fail)
