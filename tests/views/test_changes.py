"""Changes between two reports as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.views.blocks import TableBlock, plain_text
from hrreport.views.changes import changes_document
from hrreport.wording.changes import NO_DIFFERENCE

if TYPE_CHECKING:
    from hrreport.model.change import Comparison
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


@pytest.fixture
def compared(editions: Editions) -> Comparison:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    return compare_reports(old, new, then=then, now=now)


def test_every_sentence_of_both_reports_is_in_the_changes(compared: Comparison, names: dict[str, str]) -> None:
    document = changes_document(compared, names)
    said = " ".join(text for table in tables(document) for row in table.rows for text in texts(row))
    for pair in compared.pairs:
        for quote in (*pair.old, *pair.new):
            assert quote.text in said
    runs = [run for t in tables(document) for r in t.rows for c in r.cells for line in c.lines for run in line]
    assert ("40", ("quoted", "deleted")) in {(run.text, run.marks) for run in runs}
    assert ("51", ("quoted", "inserted")) in {(run.text, run.marks) for run in runs}
    assert "word for word, under another topic: § 3.a ¶ 3, Torture and ill-treatment" in said
    assert "heading dropped: 6 → none" in said


def test_counts_of_some_topics_are_not_taken_for_those_of_the_reports(
    compared: Comparison, names: dict[str, str]
) -> None:
    some = str(changes_document(select(compared, topics=["torture"]), names).blocks)
    assert "Of 3 sentences of 2023 on what is shown, 1 repeated" in some
    assert "on what is shown" not in str(changes_document(compared, names).blocks)
    overview = changes_document(compared, names, passages=False)
    assert [block.text for block in overview.headings()] == ["Lengths and counts of the whole reports", "Topics"]


def test_an_exhibit_has_numbered_rows_and_none_of_our_judgments(compared: Comparison, names: dict[str, str]) -> None:
    exhibit = changes_document(select(compared, topics=["torture"]), names, exhibit=True, cite=cite)
    assert texts(tables(exhibit)[0].rows[0])[0] == "1"
    shown = str(exhibit.blocks)
    assert "Cited as arcadia 2023, § 1.c ¶ 1." in shown
    assert "serious abuses" not in shown
    assert "Lengths and counts" not in shown


def test_abuses_of_unknown_extent_are_no_change(ungraded: Pair, names: dict[str, str]) -> None:
    (old, then), (new, now) = ungraded
    document = changes_document(compare_reports(old, new, then=then, now=now), names)
    assert ["reported", "limited"] in [[cell.tone for cell in row.cells][2:4] for row in tables(document)[1].rows]
    assert "Assessment: abuses reported in both; extent known only in the second: limited" in str(document.blocks)


def test_a_report_beside_itself_does_not_differ(editions: Editions, names: dict[str, str]) -> None:
    report, analysis = editions["arcadia-2023"]
    document = changes_document(compare_reports(report, report, then=analysis, now=analysis), names)
    assert NO_DIFFERENCE in str(document.blocks)
