"""The tables of the dataset: every column is described, and refers to a table that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.exporting.dataset.tables import dataset_tables

if TYPE_CHECKING:
    from hrreport.exporting.dataset.tables import DatasetTable

TABLES = dataset_tables()
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@every_table
def test_a_table_and_its_columns_are_described(table: DatasetTable) -> None:
    assert table.description
    assert all(column.description for column in table.columns)
    assert len({column.name for column in table.columns}) == len(table.columns)
    assert table.file == f"{table.name}.parquet"


@every_table
def test_a_reference_is_to_the_key_of_a_table_before_it(table: DatasetTable) -> None:
    keys = {other.name: other.key for other in TABLES}
    before = [other.name for other in TABLES[: TABLES.index(table) + 1]]
    for column, other, key in table.references:
        assert column in {each.name for each in table.columns}
        assert other in before
        assert keys[other] == (key,)
