"""Chosen passages of several reports as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.matrix import compile_passages
from hrreport.model.elsewhere import NO_HEADING, NOTHING_ELSEWHERE
from hrreport.views.blocks import HeadingBlock, NoteBlock, QuotationBlock, plain_text
from hrreport.views.compilation import compilation_document

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]


def cite(report: object, place: object) -> str:
    return f"Cited as {report}, {place}."


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
