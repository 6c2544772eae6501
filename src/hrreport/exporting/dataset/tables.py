"""The tables of the dataset: their columns, types and keys, as ``data/dataset`` has them."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from hrreport import tables
from hrreport.values import dataclass

FORMAT = 1
"""Raised when a table, a column or a rule of ids changes."""
RETRIEVAL_COLUMNS = (
    "report", "requested_url", "url", "origin", "retrieved_at", "sha256", "captured_at", "publisher"
)  # fmt: skip
"""Columns of the list of retrievals, which is written as CSV and is not part of the version."""
ColumnType = Literal["string", "strings", "integer", "number", "boolean"]


@dataclass(frozen=True, slots=True)
class DatasetColumn:
    """One column of a table."""

    name: str
    type: ColumnType
    """``strings`` is a list of strings."""
    key: bool
    """Whether it is of the table's primary key."""
    references: str
    """The table whose key its values are, or empty."""
    description: str


@dataclass(frozen=True, slots=True)
class DatasetTable:
    """One table."""

    name: str
    description: str
    columns: tuple[DatasetColumn, ...]

    @property
    def file(self) -> str:
        """Name of its file."""
        return f"{self.name}.parquet"

    @property
    def key(self) -> tuple[str, ...]:
        """Columns of its primary key."""
        return tuple(column.name for column in self.columns if column.key)

    @property
    def references(self) -> tuple[tuple[str, str, str], ...]:
        """Each column that refers to one row of another table, with that table and its key."""
        keys = {table.name: table.key for table in dataset_tables()}
        return tuple(
            (column.name, column.references, keys[column.references][0])
            for column in self.columns
            if column.references and column.type == "string"
        )


@cache
def dataset_tables() -> tuple[DatasetTable, ...]:
    """Return the tables, those that others refer to before them."""
    columns: dict[str, list[DatasetColumn]] = {}
    for row in tables.rows("dataset/columns.csv"):
        column = DatasetColumn(
            row["column"], cast("ColumnType", row["type"]), row["key"] == "yes", row["references"], row["description"]
        )
        columns.setdefault(row["table"], []).append(column)
    descriptions = {row["table"]: row["description"] for row in tables.rows("dataset/tables.csv")}
    return tuple(DatasetTable(name, descriptions[name], tuple(found)) for name, found in columns.items())
