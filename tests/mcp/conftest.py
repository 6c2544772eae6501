"""A library of two reports in our own words, and a client of the SDK that asks the server."""

from __future__ import annotations

import asyncio
import json
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from tests.pages.mirror import lay_out

import hrreport
from hrreport.api.reports import Reports
from hrreport.mcp.paging import BUDGET

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

T = TypeVar("T")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two reports in our own words."""
    folder = tmp_path_factory.mktemp("shelf")
    path = folder / "library.sqlite"
    settings = hrreport.Settings(mirror=str(lay_out(folder / "mirror")), library=str(path))
    hrreport.Reports(settings).download("kazakhstan", "2023-2024")
    return path


@pytest.fixture(scope="session")
def reports(library: Path) -> Reports:
    return Reports(hrreport.Settings(offline=True, library=str(library), no_sample=True))


def in_a_loop(work: Coroutine[Any, Any, T]) -> T:
    """Return what a coroutine gives, run in a thread of its own: the tests of pages may have a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="session")
def ask(reports: Reports) -> Callable[..., list[Any]]:
    """Make some calls by a client of the SDK, and return their results."""
    mcp = pytest.importorskip("mcp")
    from hrreport.mcp.server import make_server

    def asked(*calls: tuple[str, dict[str, Any]]) -> list[Any]:
        async def run() -> list[Any]:
            async with mcp.Client(make_server(reports)) as client:
                return [await client.call_tool(name, arguments) for name, arguments in calls]

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return in_a_loop(run())

    return asked


@pytest.fixture
def answer(ask: Callable[..., list[Any]]) -> Callable[..., dict[str, Any]]:
    """Return the answer of one call, which is the same as text and as a value."""

    def answered(name: str, **arguments: Any) -> dict[str, Any]:
        (result,) = ask((name, arguments))
        assert not result.is_error, result.content[0].text
        assert len(result.content[0].text) <= BUDGET
        found: dict[str, Any] = json.loads(result.content[0].text)
        assert found == result.structured_content
        return found

    return answered
