"""Rows of the dataset: as many cells as the table has columns, and ids that lead from one row to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue.topics import topic_entries
from hrreport.exporting.dataset.rows import moved_sentences, report_rows, topic_rows
from hrreport.exporting.dataset.tables import dataset_tables
from hrreport.model.country import Country

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


COLUMNS = {table.name: [column.name for column in table.columns] for table in dataset_tables()}


def test_every_row_has_the_columns_of_its_table(arcadia: Report, arcadia_analysis: Analysis) -> None:
    rows = report_rows(arcadia, arcadia_analysis, Country("arcadia", "Arcadia"), "0" * 64)
    rows |= topic_rows(topic_entries())
    assert set(rows) == set(COLUMNS) - {"revisions"}
    assert {name: {len(row) for row in found} for name, found in rows.items()} == {
        name: {len(COLUMNS[name])} for name in rows
    }


def test_rows_of_a_sentence_have_one_id_in_every_table(arcadia: Report, arcadia_analysis: Analysis) -> None:
    rows = report_rows(arcadia, arcadia_analysis, Country("arcadia", "Arcadia"), "0" * 64)
    assert [row[0] for row in rows["sentences"]] == [row[0] for row in rows["findings"]]
    assert {row[1] for row in rows["sentences"]} <= {row[0] for row in rows["paragraphs"]}
    (shot,) = rows["figures"]
    texts = {row[0]: row[5] for row in rows["sentences"]}
    assert str(texts[shot[0]]).startswith("In May")
    assert [row[2] for row in rows["issues"]] == ["arcadia-2023/summary/2/1"] * 2


def test_a_sentence_that_moves_in_a_revision_is_followed(build: Callable[..., Report]) -> None:
    before = build(2023, "1.c Torture | torture\nWardens beat men. It went on.\nThe court was closed.")
    after = build(2023, "1.c Torture | torture\nA new paragraph.\nWardens beat men. It stopped.\nThe court was closed.")
    moved, gone = moved_sentences(before, after)
    assert moved == ("arcadia-2023/1.c/1/1 > arcadia-2023/1.c/2/1", "arcadia-2023/1.c/2/1 > arcadia-2023/1.c/3/1")
    assert gone == ("arcadia-2023/1.c/1/2",)
    assert moved_sentences(before, before) == ((), ())
