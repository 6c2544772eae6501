"""Views of a verdict on a quotation: where it is in a report, or what comes nearest to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.terminal.blocks import settings_of
from hrreport.terminal.document import Document, Rule
from hrreport.terminal.parts import head
from hrreport.views.blocks import ProseBlock, TextRun, runs
from hrreport.views.verdicts import LEGEND, sightings_document, verdict_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.quotation import LibraryVerdict, Verdict
    from hrreport.model.report import Report
    from hrreport.terminal.document import Setting
    from hrreport.views.blocks import BlockDocument
    from hrreport.views.verdicts import Cite
    from hrreport.wording.changes import Names

MARKS = runs(
    TextRun("words", ("deleted",)), " only in the quotation, ", TextRun("words", ("inserted",)), " only in the report"
)
"""What the marks in a nearest passage mean."""


def verdict_view(report: Report, verdict: Verdict, country: str, *, cite: Cite) -> Document:
    """Return a verdict as `verdict_document` has it, below the head of the report."""
    document = verdict_document(report, verdict, country, cite=cite)
    return Document((*head(report, country), Rule(), *_settings(document)))


def sightings_view(sightings: LibraryVerdict, names: Names, *, cite: Cite) -> Document:
    """Return in which of the stored reports a quotation is as `sightings_document` has it."""
    return Document(tuple(_settings(sightings_document(sightings, names, cite=cite))))


def _settings(document: BlockDocument) -> Iterator[Setting]:
    """Yield the blocks, with what the marks of a terminal mean in place of those in print."""
    here = ProseBlock(MARKS, small=True)
    return settings_of(replace(document, blocks=tuple(here if block == LEGEND else block for block in document.blocks)))
