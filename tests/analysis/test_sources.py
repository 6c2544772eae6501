"""To whom a sentence attributes its information."""

from __future__ import annotations

from typing import Any

import pytest
from tests.corpus.cases import read_cases

from hrreport.analysis.sources import find_sources


@pytest.mark.parametrize("case", read_cases("analysis/cases", "sources"))
def test_sources_are_found_by_name(case: dict[str, Any]) -> None:
    assert [s.name for s in find_sources(case["input"])] == case["expected"]
