"""Small cases of a sentence and what it should give, in files of TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest


def read_cases(folder: str, name: str, table: str = "case") -> list[Any]:
    """Return the parameters of the cases in a table of a file, by title."""
    file = Path(__file__).parent.parent / folder / f"{name}.toml"
    return [pytest.param(case, id=case["title"]) for case in tomllib.loads(file.read_text(encoding="utf-8"))[table]]
