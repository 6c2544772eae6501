"""Parquet: as many rows as were given, in groups, and a word on what is missing."""

from __future__ import annotations

import io
import sys

import pytest

from hrreport.errors import InputError
from hrreport.exporting.parquet import write_rows


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match="needs pyarrow") as caught:
        write_rows([], io.BytesIO())
    assert "hrreport[parquet]" in (caught.value.hint or "")


def test_parquet_holds_only_some_rows_at_a_time() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    file = io.BytesIO()
    rows = ({"country": "arcadia", "year": n, "path": ["a", "b"], "topic": None} for n in range(20_001))
    assert write_rows(rows, file) == 20_001
    read = parquet.ParquetFile(file)
    assert read.metadata.num_row_groups == 2
    assert read.read().to_pylist()[-1] == {"country": "arcadia", "year": 20_000, "path": ["a", "b"], "topic": None}
    empty = io.BytesIO()
    assert write_rows((), empty) == 0
    assert "text" in parquet.read_schema(empty).names
