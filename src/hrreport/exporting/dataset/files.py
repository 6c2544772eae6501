"""Write the tables of the dataset as Parquet files: group by group of rows, the same rows always as the same bytes.

Settings of the writer are fixed, and nothing of the time or the machine is written. The name of the writing
library and its version are, so bytes are compared between files that the same version of it wrote.
"""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from hrreport.errors import InputError
from hrreport.exporting.dataset.tables import dataset_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from types import TracebackType

    from hrreport.exporting.dataset.rows import Row
    from hrreport.exporting.dataset.tables import DatasetColumn

GROUP = 5_000
"""Rows of a row group; so many of each table are held."""
LEVEL = 3
"""Of the compression: higher ones take longer and gain little."""


class DatasetFiles:
    """The open Parquet files of all tables in one folder; a context manager.

    Raises:
        InputError: The library that writes Parquet is not installed.
    """

    def __init__(self, folder: Path) -> None:
        """Begin a file for each table."""
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError as error:
            raise InputError(
                "the dataset needs pyarrow, which is not installed", hint="install it: pip install 'hrreport[parquet]'"
            ) from error
        self._arrow = pa
        self._open = ExitStack()
        tables = dataset_tables()
        self._waiting: dict[str, list[Row]] = {table.name: [] for table in tables}
        self._schemas = {
            table.name: pa.schema([(column.name, self._type(column)) for column in table.columns]) for table in tables
        }
        settings = {"version": "2.6", "compression": "zstd", "compression_level": LEVEL}
        self._writers: dict[str, Any] = {
            table.name: self._open.enter_context(
                pq.ParquetWriter(folder / table.file, self._schemas[table.name], **settings)
            )
            for table in tables
        }
        self.rows = dict.fromkeys(self._waiting, 0)
        """How many rows each table has."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            for name in self._waiting:
                self._write(name, final=True)
        self._open.close()

    def add(self, rows: Mapping[str, Iterable[Row]]) -> None:
        """Add rows to their tables; they are written as soon as there is a group of them."""
        for name, added in rows.items():
            self._waiting[name] += added
            self._write(name)

    def _write(self, name: str, *, final: bool = False) -> None:
        waiting = self._waiting[name]
        while len(waiting) >= GROUP or (final and waiting):
            group, self._waiting[name] = waiting[:GROUP], waiting[GROUP:]
            waiting = self._waiting[name]
            schema = self._schemas[name]
            columns = zip(zip(*group, strict=True), schema, strict=True)
            arrays = [self._arrow.array(values, type=field.type) for values, field in columns]
            self._writers[name].write_table(self._arrow.Table.from_arrays(arrays, schema=schema))
            self.rows[name] += len(group)

    def _type(self, column: DatasetColumn) -> Any:
        pa = self._arrow
        kinds = {"integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_(), "strings": pa.list_(pa.string())}
        return kinds.get(column.type, pa.string())


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
