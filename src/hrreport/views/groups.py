"""Parts that the documents on many countries share: tables of levels, remarks, sources at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.views.blocks import HeadingBlock, ProseBlock, TableBlock, TableCell, TableColumn, TableRow, TextRun, runs
from hrreport.views.heads import document_on
from hrreport.wording.changes import describe_missing_reports, title
from hrreport.wording.reports import moment, obtained

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.edition_change import EditionChanges, EditionDuties
    from hrreport.model.edition_matrix import EditionMatrix, GroupTrend
    from hrreport.model.report import Report
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names


def small_note(words: str) -> ProseBlock:
    """Return a remark on the answer."""
    return ProseBlock(runs(words), small=True)


def group_document(
    heading: str,
    reports: Sequence[Report],
    blocks: Iterable[AnyBlock],
    table: EditionMatrix | EditionChanges | EditionDuties | GroupTrend,
    names: Names,
    *,
    on_screen: bool = False,
) -> BlockDocument:
    """Return a document on many countries, where their reports come from at its end or, on a terminal, in its head."""
    cautions = (*table.cautions, *describe_missing_reports(table.gaps, names))
    made = document_on(heading, reports, blocks, names=names, cautions=cautions)
    if on_screen:
        return made
    return replace(made, sources=(), blocks=(*made.blocks, HeadingBlock(1, "Sources"), _sources(reports, names)))


def _sources(reports: Iterable[Report], names: Names) -> TableBlock:
    """Return where each report comes from: a table at the end, since they may be hundreds."""
    columns = (TableColumn("Report", width=0.4), TableColumn("Where from"))
    rows = []
    for report in reports:
        source = report.provenance
        got = f"{moment(source.retrieved_at)}, {obtained(source)}; SHA-256 {source.sha256}"
        address = TextRun(fold(source.url) or "no address: the page was given as a file", address=source.url)
        lines = (runs(TextRun(fold(title(report, names)), ("strong",))), runs(fold(report.title)))
        rows.append(TableRow((TableCell(lines), TableCell((runs(address), runs(fold(got)))))))
    return TableBlock(columns, tuple(rows))
