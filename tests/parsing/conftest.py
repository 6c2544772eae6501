"""Fixtures for pages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.parsing.fragments import fragments_of

from hrreport.errors import ParseError
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import open_report

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def recognize() -> Callable[..., bool]:
    """Return a function of bytes that returns whether they are a page that holds a report."""

    def recognized(body: bytes, encoding: str = "") -> bool:
        nowhere = Provenance("", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "", encoding=encoding)
        try:
            open_report(Snapshot(body, nowhere))
        except ParseError:
            return False
        return True

    return recognized


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test of ``test_NAME.py`` that takes a fragment each case of ``fragments/NAME.txt``."""
    if "fragment" in metafunc.fixturenames:
        cases = fragments_of(metafunc.module.__name__.rpartition("test_")[2])
        metafunc.parametrize("fragment", cases, ids=[case.title for case in cases])
