"""Parquet files of the dataset: every row, in groups, and the same rows as the same bytes."""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import InputError
from hrreport.exporting.dataset.files import GROUP, DatasetFiles, file_sha256

if TYPE_CHECKING:
    from pathlib import Path

parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")


def write(folder: Path, rows: int) -> Path:
    folder.mkdir()
    with DatasetFiles(folder) as files:
        for number in range(rows):
            files.add({"topics": [(f"topic-{number}", "A name", "", ("other",), ())]})
    assert files.rows["topics"] == rows
    assert files.rows["reports"] == 0
    return folder / "topics.parquet"


def test_the_same_rows_are_the_same_bytes_in_groups(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, GROUP + 1) for name in ("one", "other"))
    assert file_sha256(one) == file_sha256(other) == hashlib.sha256(one.read_bytes()).hexdigest()
    read = parquet.ParquetFile(one)
    assert [read.metadata.row_group(n).num_rows for n in range(read.metadata.num_row_groups)] == [GROUP, 1]
    assert parquet.read_table(tmp_path / "one" / "reports.parquet").num_rows == 0


def test_without_its_library_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match="needs pyarrow") as caught:
        DatasetFiles(tmp_path)
    assert "hrreport[parquet]" in (caught.value.hint or "")
