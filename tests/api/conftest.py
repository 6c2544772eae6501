"""The Python interface on a mirror of two abridgements in our own words, and on a library of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.pages.mirror import lay_out

import hrreport

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def mirror(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirror with Kazakhstan 2023 and 2024."""
    return lay_out(tmp_path_factory.mktemp("mirror"))


@pytest.fixture(scope="session")
def shared(mirror: Path, tmp_path_factory: pytest.TempPathFactory) -> hrreport.Reports:
    """Reports with a library that holds both; tests must not change it."""
    library = tmp_path_factory.mktemp("library") / "library.sqlite"
    reports = hrreport.Reports(hrreport.Settings(mirror=str(mirror), library=str(library)))
    reports.download("kazakhstan", "2023-2024")
    return reports


@pytest.fixture(scope="session")
def report(shared: hrreport.Reports) -> hrreport.CountryReport:
    """Kazakhstan 2023."""
    return shared.read("kazakhstan", 2023)
