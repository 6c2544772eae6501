"""Editions after each other as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.trend import trend_of
from hrreport.views.blocks import PictureBlock, TableBlock, plain_text
from hrreport.views.trend import trend_document

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.views.blocks import BlockDocument, TableRow

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]


def tables(document: BlockDocument) -> list[TableBlock]:
    return [block for block in document.blocks if isinstance(block, TableBlock)]


def texts(row: TableRow) -> list[str]:
    return [" | ".join(map(plain_text, cell.lines)) for cell in row.cells]


def test_a_trend_counts_each_edition_and_each_topic_that_was_asked_for(
    editions: Editions, names: dict[str, str]
) -> None:
    pairs = [editions["arcadia-2023"], editions["arcadia-2024"]]
    whole, _, told = tables(trend_document(trend_of(pairs, ["torture"]), names))
    assert [row.tone for row in whole.rows] == ["", "border"]
    assert texts(whole.rows[1])[1].endswith("(changed)")
    assert texts(told.rows[0]) == ["2023", "1.c", "serious abuses", "195", "3", "1", "51.3", "1", "51.3", "1"]
    assert "of the topic's text" in " ".join(column.title for column in told.columns)
    arcadia = [pair for name, pair in editions.items() if name.startswith("arcadia")]
    assert "only headings for parts of it" in str(tables(trend_document(trend_of(arcadia), names))[1])


def test_a_picture_stands_before_the_tables(editions: Editions, names: dict[str, str]) -> None:
    document = trend_document(trend_of([editions["arcadia-2023"]]), names)
    kinds = [type(block) for block in document.blocks]
    assert kinds.index(PictureBlock) < kinds.index(TableBlock)
