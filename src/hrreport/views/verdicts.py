"""Verdicts: where a quotation is in a report, in which stored reports it is, or what comes nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    HeadingBlock,
    ListBlock,
    ListEntry,
    NoteBlock,
    ProseBlock,
    QuotationBlock,
    TextRun,
    runs,
    small_note,
)
from hrreport.views.heads import document_on
from hrreport.wording.changes import title
from hrreport.wording.verdicts import (
    CONVENTIONS,
    OUTSIDE,
    also_in,
    describe_sightings,
    describe_verdict,
    nearness,
    pieces,
    remarks,
    warning,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hrreport.model.locator import Locator
    from hrreport.model.quotation import LibraryVerdict, Nearest, QuotedSpan, Verdict
    from hrreport.model.report import Report
    from hrreport.views.blocks import AnyBlock, BlockDocument, Mark, Runs
    from hrreport.wording.changes import Names
    from hrreport.wording.verdicts import Piece

    Cite = Callable[[Report, Locator], str]

_MARKS: dict[Piece, tuple[Mark, ...]] = {"same": (), "quoted": ("deleted",), "printed": ("inserted",)}
LEGEND = small_note("Words struck through are only in the quotation, words underlined only in the report.")
"""What the marks in a nearest passage mean, in print."""


def verdict_document(report: Report, verdict: Verdict, country: str, *, cite: Cite) -> BlockDocument:
    """Return where a quotation is in a report, the quoted words marked, or what comes nearest to it.

    Args:
        report: The report that it was looked for in.
        verdict: What was found.
        country: The country's name as shown to readers.
        cite: Makes the citation of a place.
    """
    names = {report.id.country: country}
    blocks = (_quotation(verdict.quotation), *_verdict(report, verdict, cite))
    return document_on(f"{title(report, names)}: quotation", (report,), blocks, names=names)


def sightings_document(sightings: LibraryVerdict, names: Names, *, cite: Cite) -> BlockDocument:
    """Return in which of the stored reports a quotation is, or the one that comes nearest to it.

    Args:
        sightings: What was found.
        names: Names of countries as shown to readers, by slug.
        cite: Makes the citation of a place.
    """
    outcome = ProseBlock(runs(fold(describe_sightings(sightings))), tone=sightings.judgment)
    blocks: list[AnyBlock] = [_quotation(sightings.quotation), outcome]
    for report, verdict in sightings.verdicts:
        blocks += [HeadingBlock(1, title(report, names)), *_verdict(report, verdict, cite)]
    if sightings.others:
        blocks.append(ProseBlock(runs(fold(also_in(sightings, names)))))
    return document_on("Quotation", [report for report, _ in sightings.verdicts], blocks, names=names)


def _quotation(text: str) -> QuotationBlock:
    return QuotationBlock(runs(fold(text)), form="note")


def _list(lines: Iterable[str]) -> Iterator[ListBlock]:
    if entries := tuple(ListEntry(runs(fold(line))) for line in lines):
        yield ListBlock(entries)


def _verdict(report: Report, verdict: Verdict, cite: Cite) -> Iterator[AnyBlock]:
    yield ProseBlock(runs(TextRun(fold(describe_verdict(verdict)), ("strong",))), tone=verdict.judgment)
    yield from _list((*(CONVENTIONS[one] for one in verdict.conventions), *[OUTSIDE] * bool(verdict.quotations)))
    for place in verdict.places:
        yield from _place(report, place, cite)
    if verdict.more:
        yield ProseBlock(runs(f"{verdict.more:,} further places are not shown."))
    for part in verdict.parts:
        yield _quotation(part.quotation)
        yield from _verdict(report, part, cite)
    if verdict.nearest:
        yield ProseBlock(runs(fold(" ".join(nearness(verdict.nearest)))))
        yield _path(report, verdict.nearest.locators[0])
        yield QuotationBlock(difference(verdict.nearest))
        yield LEGEND
    for number, each in enumerate(verdict.quotations, start=1):
        yield HeadingBlock(1, f"Quotation {number}")
        yield _quotation(each.quotation)
        yield from _verdict(report, each, cite)


def _path(report: Report, locator: Locator) -> ProseBlock:
    return small_note(" › ".join(section.title for section in report.path(locator.section)))


def _place(report: Report, place: QuotedSpan, cite: Cite) -> Iterator[AnyBlock]:
    yield HeadingBlock(2, fold(where(place.locators)))
    yield _path(report, place.locators[0])
    words = (TextRun(each.text, ("hit",) if each.role == "quoted" else ()) for each in place.stretches)
    yield QuotationBlock(runs(*words), citation=fold(cite(report, place.locators[0])))
    yield from _list(remarks(place))
    yield from (NoteBlock(runs(fold(warning(caveat))), "Caution") for caveat in place.caveats)


def difference(nearest: Nearest) -> Runs:
    """Return the nearest passage with the words marked that only the quotation has, or only the report."""
    return runs(*(TextRun(words, _MARKS[kind]) for kind, words in pieces(nearest)))
