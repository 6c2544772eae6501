"""Checked documents: every quotation of and citation to a report, with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    ListBlock,
    ListEntry,
    ProseBlock,
    QuotationBlock,
    TableBlock,
    TableColumn,
    TableRow,
    TextRun,
    cells_of,
    plain_text,
    runs,
    small_note,
)
from hrreport.views.heads import document_on
from hrreport.views.verdicts import LEGEND, difference
from hrreport.wording.changes import name_of
from hrreport.wording.checked import SCOPE, by_need, describe_finding, details, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.checked import CheckedFiling, CheckedQuotation
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names

_COLUMNS = (
    TableColumn("No.", "end", 0.5),
    TableColumn("Where", width=1.5),
    TableColumn("Outcome", width=1.7),
    TableColumn("Quotation or citation", width=4),
)


def checked_document(filings: Sequence[CheckedFiling], names: Names) -> BlockDocument:
    """Return what became of documents: a table of each, then each finding with its differences marked.

    Args:
        filings: The documents.
        names: Names of countries as shown to readers, by slug.
    """
    blocks: list[AnyBlock] = []
    for filing in filings:
        blocks += [HeadingBlock(1, fold(filing.name)), ProseBlock(runs(TextRun(summary(filing), ("strong",))))]
        if filing.findings:
            rows = (_row(n, finding) for n, finding in by_need(filing))
            blocks.append(TableBlock(_COLUMNS, tuple(rows), row_heads=False))
        for number, finding in by_need(filing):
            blocks += _finding(number, finding, names)
    blocks.append(small_note(SCOPE))
    reports = list({one.id: one for filing in filings for one in filing.reports.values()}.values())
    return document_on(f"Checked: {', '.join(filing.name for filing in filings)}", reports, blocks, names=names)


def _row(number: int, finding: CheckedQuotation) -> TableRow:
    words = (str(number), finding.where, describe_finding(finding), finding.quotation or finding.citation)
    return TableRow(cells_of(words), "wrong" if finding.wrong else "")


def _finding(number: int, finding: CheckedQuotation, names: Names) -> Iterator[AnyBlock]:
    yield HeadingBlock(2, fold(f"{number}. {finding.where}"))
    if finding.quotation:
        yield QuotationBlock(runs(fold(finding.quotation)), form="note")
    if finding.citation:
        yield small_note(finding.citation)
    report = f" {name_of(finding.report, names)}" if finding.report else ""
    report += f", {finding.right_place}" if finding.report and finding.right_place else ""
    outcome = runs(TextRun(describe_finding(finding), ("strong",)), TextRun(report, ("small",)))
    yield ProseBlock(outcome, tone=finding.verdict)
    if lines := tuple(ListEntry(runs(fold(line))) for line in details(finding)):
        yield ListBlock(lines)
    if finding.judged and finding.judged.nearest:
        yield QuotationBlock(difference(finding.judged.nearest), remarks=(plain_text(LEGEND.runs),))
