"""Reports beside each other as blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.comparison.matrix import matrix_of
from hrreport.views.blocks import TableBlock, plain_text
from hrreport.views.matrix import matrix_document

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


def cite(report: object, place: object) -> str:
    return f"Cited as {report}, {place}."


def test_a_matrix_has_assessment_figure_finding_and_place(editions: Editions, names: dict[str, str]) -> None:
    matrix = matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]])
    rows = {texts(row)[0]: row for row in tables(matrix_document(matrix, names, cite=cite))[0].rows}
    torture = rows["Torture and ill-treatment"]
    assert texts(torture)[1].startswith("serious abuses | 51 (lawyers) | Guards beat 51 detainees")
    assert texts(torture)[1].endswith("§ 3.a ¶ 1 | Cited as arcadia 2024, § 3.a ¶ 1.")
    assert [cell.tone for cell in torture.cells] == ["", "serious", "silent"]
    assert texts(rows["Press freedom"])[1] == "no heading"


def test_a_very_long_sentence_of_a_matrix_is_named_and_never_cut(editions: Editions, names: dict[str, str]) -> None:
    matrix = matrix_of([editions["arcadia-2024"]], ["torture"])
    row = next(row for row in matrix.rows if row.cells[0].finding)
    assert row.cells[0].finding is not None
    finding = replace(row.cells[0].finding, text="torture " * 61)
    long = replace(matrix, rows=(replace(row, cells=(replace(row.cells[0], finding=finding),)),))
    shown = texts(tables(matrix_document(long, names))[0].rows[-1])[1]
    assert f"[a sentence of 61 words] | {finding.locator}" in shown
