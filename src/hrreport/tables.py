"""Read the data files in ``hrreport/data``, each once, when it is first needed.

CSV is for what every start needs (it is read fast), TOML for what only parsing needs.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


@cache
def text(name: str) -> str:
    """Return a data file's text; `name` is its path below ``hrreport/data``."""
    return (_DATA / name).read_text(encoding="utf-8")


def names(folder: str, ending: str) -> tuple[str, ...]:
    """Return the stems of the data files in a folder that have an ending, sorted."""
    return tuple(sorted(p.stem for p in (_DATA / folder).glob(f"*{ending}")))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV data file by the names in its first line."""
    import csv

    header, *lines = csv.reader(text(name).splitlines())
    return tuple(dict(zip(header, line, strict=True)) for line in lines if line)


def rows_about(name: str, country: str, year: int) -> list[dict[str, str]]:
    """Return the rows of a CSV data file that are about a country in an edition.

    A row without a first or a last year is about all editions before or after the other.
    """
    return [
        row
        for row in rows(name)
        if row["country"] == country and int(row["first"] or 0) <= year <= int(row["last"] or year)
    ]


@cache
def table(name: str) -> dict[str, Any]:
    """Return a TOML data file as a dictionary; callers must not change it."""
    import tomllib

    return tomllib.loads(text(name))
