"""What the documents on many countries are made of: two countries in two editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.model.edition_matrix import CountryGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

OLD = "1.c Torture | torture\nGuards beat men. The law forbids torture.\n\n1.c/prisons Prisons | prisons\nIt rained."
NEW = "3.a Torture | torture\nThere were no reports of torture. The law forbids torture."


@pytest.fixture(scope="session")
def both() -> CountryGroup:
    """Two countries."""
    return CountryGroup("Both", ("ruritania", "arcadia"))


@pytest.fixture(scope="session")
def report_pairs(build: Callable[..., Report]) -> list[tuple[Report, Report]]:
    """The reports of both on 2023 and 2024."""
    return [(build(2023, OLD, country), build(2024, NEW, country)) for country in ("ruritania", "arcadia")]
