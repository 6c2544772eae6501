"""What every view is held against: the expected pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture
def expected() -> Callable[[str], str]:
    """Return the expected page by its name in ``expected``."""
    return lambda name: (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")
