"""Verdicts as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.quoting import verify_text
from hrreport.views.blocks import QuotationBlock
from hrreport.views.verdicts import verdict_document

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]


def test_a_verdict_marks_the_quoted_words_and_what_differs(arcadia: Report) -> None:
    judged = verify_text(arcadia, "“[t]he law forbids torture.” x\n\nIn June officers shot two boatmen.")
    document = verdict_document(arcadia, judged, "Arcadia", cite=lambda _report, place: f"cited {place}")
    runs = [run for block in document.blocks if isinstance(block, QuotationBlock) for run in block.runs]
    marked = {run.text.strip(): run.marks for run in runs}
    assert marked["law forbids torture"] == ("hit",)
    assert (marked["June"], marked["May"]) == (("deleted",), ("inserted",))
    assert "2 quotations: 1 altered as marked, 1 differs." in str(document.blocks)
