"""A whole report as a document: every word of it, and at the end, where it is asked for, a finding aid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.views.blocks import (
    NO_SOURCE,
    ContentsBlock,
    HeadingBlock,
    ListBlock,
    ListEntry,
    PageBreak,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    cells_of,
    runs,
    small_note,
)
from hrreport.views.heads import document_on
from hrreport.views.passages import paragraph_block
from hrreport.wording.changes import title
from hrreport.wording.reports import PARAGRAPHS_COUNTED, assessed, counted, degree, describe_guess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report, Section
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.views.passages import SourceFinder


def report_document(
    report: Report,
    country: str,
    *,
    citation: str = "",
    aid: Analysis | None = None,
    finder: SourceFinder | None = None,
) -> BlockDocument:
    """Return a whole report with a table of contents, the number of each paragraph in the margin.

    Args:
        report: What is shown, every word of it.
        country: The country's name as shown to readers.
        citation: How the report is cited; at the head of every page.
        aid: What was found in it, for a finding aid at the end; without it the document has none.
        finder: Finds where the words of a paragraph are; without it no pinpoint leads there.
    """
    names = {report.id.country: country}
    top = min((section.level for section in report.sections), default=1)
    blocks: list[AnyBlock] = [PageBreak(), ContentsBlock(2), PageBreak()]
    for section in report.walk():
        blocks.append(HeadingBlock(section.level - top + 1, fold(section.title), section.id))
        for paragraph in section.paragraphs:
            place = section.locate(paragraph)
            anchor = f"{section.anchor}-p{paragraph.number}"
            source = finder.source(place) if finder else NO_SOURCE
            blocks.append(paragraph_block(paragraph, place.pinpoint, id=anchor, source=source))
    if aid:
        blocks += [PageBreak(), *_aid(report, aid)]
    colophon = (
        f"Set by hrreport from the page named at the head; {PARAGRAPHS_COUNTED}. They, the table of contents"
        f"{', the finding aid' if aid else ''} and this note are hrreport’s and no part of the report."
    )
    return document_on(
        title(report, names),
        (report,),
        blocks,
        names=names,
        subtitle=report.title,
        citation=citation,
        colophon=colophon,
    )


def _aid(report: Report, analysis: Analysis) -> Iterator[AnyBlock]:
    """Yield what each section comes to, and where its key findings are."""
    yield HeadingBlock(1, "Finding aid")
    yield small_note("The program’s assessment of each section’s own text, and where it found what is key.")
    rows = []
    for section in report.walk():
        if assessment := analysis.displayed_assessment(section.id):
            keys = dict.fromkeys(f.locator.pinpoint for f in analysis.of_section(section.id) if f.key)
            heading, places = cells_of((section.title, ", ".join(keys)))
            rows.append(TableRow((heading, TableCell((runs(assessed(assessment)),), degree(assessment)), places)))
    columns = (
        TableColumn("Section", width=3.2),
        TableColumn("Assessment", width=1.3),
        TableColumn("Key findings in", width=1.5),
    )
    yield TableBlock(columns, tuple(rows))


def outline_document(report: Report, analysis: Analysis | None, country: str) -> BlockDocument:
    """Return the outline as a list in a list: heading, assessment, paragraphs, words.

    Args:
        report: The report.
        analysis: What was found in it; without it no assessment is shown.
        country: The country's name as shown to readers.
    """

    def entry(section: Section) -> ListEntry:
        assessment = assessed(analysis.displayed_assessment(section.id)) if analysis else ""
        size = f"{counted(len(section.paragraphs), 'paragraph')}, {counted(section.words, 'word')}"
        facts = (f"§ {section.id}", assessment, size if section.paragraphs else "", describe_guess(section))
        words = f"{section.title} ({', '.join(filter(None, facts))})"
        return ListEntry(runs(fold(words)), tuple(map(entry, section.sections)))

    names = {report.id.country: country}
    blocks = (ListBlock(tuple(map(entry, report.sections))),)
    return document_on(f"{title(report, names)}: sections", (report,), blocks, names=names, subtitle=report.title)
