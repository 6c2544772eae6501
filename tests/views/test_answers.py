"""Answers as blocks: what each shows, before any format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.matrix import compile_passages, matrix_of
from hrreport.comparison.trend import trend_of
from hrreport.model.elsewhere import NO_HEADING, NOTHING_ELSEWHERE
from hrreport.model.finding import Analysis
from hrreport.model.locator import Locator
from hrreport.quoting import verify_text
from hrreport.views.blocks import HeadingBlock, NoteBlock, PictureBlock, QuotationBlock, TableBlock, plain_text
from hrreport.views.changes import changes_document
from hrreport.views.chart import matrix_svg, standalone, trend_svg
from hrreport.views.compilation import compilation_document
from hrreport.views.findings import findings_document, issues_document
from hrreport.views.matrix import matrix_document
from hrreport.views.summary import summary_document
from hrreport.views.trend import trend_document
from hrreport.views.verdicts import verdict_document
from hrreport.wording.changes import NO_DIFFERENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.change import Comparison
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary
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


def test_a_chart_names_its_axes_years_and_borders(editions: Editions, names: dict[str, str]) -> None:
    trend = trend_of([pair for name, pair in editions.items() if name.startswith("arcadia")])
    chart = trend_svg(trend, names)
    for words in (
        ">Arcadia, 20",
        ">Characters<",
        ">Characters (left)<",
        ">2024<",
        ">The outline changes<",
        "stroke-dasharray",
    ):
        assert words in chart
    assert "prefers-color-scheme:dark" in standalone(chart)
    assert "<style" not in chart, "a page of HTML allows no style but its own"
    grid = matrix_svg(matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]]), names)
    assert ">Ruritania 2024<" in grid
    assert ">Torture and ill-treatment<" in grid
    assert ">serious abuses reported<" in grid


def test_an_edition_without_text_has_no_point_on_the_line(build: Callable[..., Report]) -> None:
    empty = build(2013, "1.c Torture | torture")
    chart = trend_svg(trend_of([(empty, Analysis(empty.id, (), ()))]), {})
    assert chart.count("<circle") == 1, "that of the legend"
    assert 'd=""' not in chart


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


def test_notices_of_either_report_are_passed_on(compared: Comparison, names: dict[str, str]) -> None:
    report = replace(compared.old.report, warnings=("A part is missing.",))
    document = changes_document(replace(compared, old=replace(compared.old, report=report)), names)
    assert ("Notice on Arcadia 2023", "A part is missing.") in [(n.lead, plain_text(n.text)) for n in document.notes]


def test_a_compilation_has_every_paragraph_with_its_citation(editions: Editions, names: dict[str, str]) -> None:
    reports = [editions[name][0] for name in ("arcadia-2024", "ruritania-2024")]
    made = compile_passages(reports, ["women", "torture"])
    document = compilation_document(made, names, cite=cite)
    quoted = [block for block in document.blocks if isinstance(block, QuotationBlock)]
    paragraphs = [p for c in made.chapters for e in c.entries for x in e.excerpts for p in x.paragraphs]
    assert [plain_text(block.runs) for block in quoted[: len(paragraphs)]] == [p.text for p in paragraphs]
    assert all(block.citation.startswith("Cited as") for block in quoted)
    remarks = [block.remark for block in document.blocks if isinstance(block, HeadingBlock) and block.level == 2]
    assert "no heading; its words nowhere" in remarks
    assert NO_HEADING in "".join(plain_text(b.text) for b in document.blocks if isinstance(b, NoteBlock))
    assert NOTHING_ELSEWHERE in str(document.blocks)


def test_the_evidence_of_an_issue_stands_by_section_with_its_citation(
    arcadia: Report, arcadia_analysis: Analysis
) -> None:
    evidence = (Locator("1.c", 2, 1), Locator("1.a", 1, 1), Locator("1.c", 1, 1))
    analysis = replace(arcadia_analysis, issues=(replace(arcadia_analysis.issues[0], evidence=evidence),))
    document = issues_document(arcadia, analysis, "Arcadia", cite=lambda place: f"cited {place}")
    quoted = [block for block in document.blocks if isinstance(block, QuotationBlock)]
    assert [block.pinpoint for block in quoted] == ["§ 1.c ¶ 2", "§ 1.c ¶ 1", "§ 1.a ¶ 1"]
    assert [block.citation for block in quoted] == [f"cited {block.pinpoint}" for block in quoted]


def test_what_is_to_be_filed_can_be_without_assessments(
    arcadia: Report, arcadia_analysis: Analysis, arcadia_summary: Summary
) -> None:
    for made in (
        findings_document(arcadia, arcadia_analysis.findings, "Arcadia", assess=False),
        summary_document(arcadia, arcadia_summary, "Arcadia", assess=False),
    ):
        shown = str(made.blocks)
        assert "abuse, key" not in shown
        assert "■" not in shown
        assert "no reports'" not in shown


def test_a_running_summary_has_places_and_no_verdict(arcadia: Report, arcadia_summary: Summary) -> None:
    document = summary_document(arcadia, replace(arcadia_summary, running=True), "Arcadia")
    assert "In brief" not in [block.text for block in document.headings()]
    assert "On June 3, a court sentenced a sergeant to 7.5 years. […] The appeal was pending." in str(document.blocks)


def test_a_verdict_marks_the_quoted_words_and_what_differs(arcadia: Report) -> None:
    judged = verify_text(arcadia, "“[t]he law forbids torture.” x\n\nIn June officers shot two boatmen.")
    document = verdict_document(arcadia, judged, "Arcadia", cite=lambda _report, place: f"cited {place}")
    runs = [run for block in document.blocks if isinstance(block, QuotationBlock) for run in block.runs]
    marked = {run.text.strip(): run.marks for run in runs}
    assert marked["law forbids torture"] == ("hit",)
    assert (marked["June"], marked["May"]) == (("deleted",), ("inserted",))
    assert "2 quotations: 1 altered as marked, 1 differs." in str(document.blocks)


def test_a_picture_stands_before_the_tables(editions: Editions, names: dict[str, str]) -> None:
    document = trend_document(trend_of([editions["arcadia-2023"]]), names)
    kinds = [type(block) for block in document.blocks]
    assert kinds.index(PictureBlock) < kinds.index(TableBlock)
