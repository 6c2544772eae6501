"""Fixtures for pages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

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
