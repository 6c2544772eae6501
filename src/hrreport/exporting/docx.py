"""Word: a report as a document to file, with headings, numbered paragraphs and a table of contents.

The numbers of paragraphs are words in the margin and not a list that Word counts: they stay what
they are when somebody takes paragraphs out, and so does every citation.
"""

from __future__ import annotations

import io
from datetime import UTC
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.exporting.html_page import provenance_facts
from hrreport.exporting.markup import spans
from hrreport.exporting.word_parts import (
    add_bookmark,
    add_field,
    add_link,
    add_reference,
    begin_field,
    bookmark,
    end_field,
    normalize_zip,
    rule,
    strip_illegal_xml,
    words,
)
from hrreport.exporting.word_styles import set_styles
from hrreport.wording.notices import notices
from hrreport.wording.reports import assessed, moment, obtained, publication_date, publisher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Paragraph, Report, Section

_STYLES = {"text": "Report Text", "item": "Report Item", "note": "Report Note"}
_LISTED = 2
"""Headings down to this level stand in the table of contents."""
_DEEPEST = 5
_AID = "Finding aid"
_ABOUT = "About this document"


def _new_document() -> Document:
    try:
        import docx
    except ImportError as error:
        raise InputError(
            "Word documents need the package python-docx, which is not installed",
            hint="install it with: pip install 'hrreport[docx]'",
        ) from error
    return docx.Document()


def _set_page(document: Document, citation: str) -> None:
    """Set the size of the page, the citation in its head and the number of the page in its foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Inches

    page = document.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin, page.right_margin = Inches(1.375), Inches(1.125)
    page.top_margin, page.bottom_margin = Inches(1.125), Inches(1)
    page.header.paragraphs[0].add_run(words(citation))
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add_field(foot, "PAGE", "1")
    foot.add_run(" / ")
    add_field(foot, "NUMPAGES", "1")


def _set_properties(document: Document, report: Report, country: str) -> None:
    said = document.core_properties
    said.title = words(f"{country} {report.id.year}: {report.title}")[:255]
    said.author = publisher(report)
    said.subject = "Country Reports on Human Rights Practices"
    said.comments = f"SHA-256 of the page: {report.provenance.sha256}"
    said.last_modified_by = "hrreport"
    said.created = said.modified = report.provenance.retrieved_at.astimezone(UTC).replace(tzinfo=None)
    said.revision = 1


def _headings(report: Report) -> list[tuple[int, str]]:
    """Return level and words of every heading of the document, in order."""
    top = min((section.level for section in report.sections), default=1)
    found = [(min(section.level - top + 1, _DEEPEST), words(section.title)) for section in report.walk()]
    return [*found, (1, _AID), (1, _ABOUT)]


def _add_contents(document: Document, headings: Sequence[tuple[int, str]]) -> None:
    """Add the table of contents: a field that lists the headings, and their pages once it is updated."""
    document.add_paragraph("Contents", "Contents Heading")
    listed = [(level, title, n) for n, (level, title) in enumerate(headings, 1) if level <= _LISTED]
    for level, title, number in listed:
        line = document.add_paragraph(style=f"toc {level}")
        if number == listed[0][2]:
            begin_field(line, f'TOC \\o "1-{_LISTED}" \\h \\z \\u')
        add_reference(line, title, bookmark(number))
        if number == listed[-1][2]:
            end_field(line)


def _add_heading(document: Document, level: int, title: str, number: int, *, new_page: bool) -> None:
    heading = document.add_heading(title, level)
    if new_page:
        heading.paragraph_format.page_break_before = True
    add_bookmark(heading, number)


def _add_passage(document: Document, section: Section, paragraph: Paragraph) -> None:
    """Add a paragraph with its number in the margin; what follows the tab is the report's."""
    line = document.add_paragraph(style=_STYLES[paragraph.form])
    line.add_run(section.locate(paragraph).pinpoint, "Pinpoint")
    line.add_run("\t")
    said = spans(paragraph)
    if paragraph.topic:
        label = line.add_run(f"{words(paragraph.topic)}:")
        label.bold = label.italic = True
        line.add_run(" " if said else "")
    for span in said:
        for piece in span.pieces:
            if piece.url:
                add_link(line, strip_illegal_xml(piece.text), piece.url)
            else:
                line.add_run(strip_illegal_xml(piece.text))
        line.add_run(span.gap)


def _add_table(document: Document, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
    """Add a table of words, its first row set off; widths in inches."""
    from docx.shared import Inches, Pt

    table = document.add_table(len(rows), len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    for row, line in zip(rows, table.rows, strict=True):
        for text, cell, width in zip(row, line.cells, widths, strict=True):
            cell.width = Inches(width)
            paragraph = cell.paragraphs[0]
            paragraph.style = "Remark"
            paragraph.paragraph_format.space_before = Pt(3)
            paragraph.add_run(text).bold = row is rows[0]
    rule(table)


def _add_aid(document: Document, report: Report, analysis: Analysis) -> None:
    """Add what each section comes to, and where its key findings stand."""
    rows = [("Section", "Assessment", "Key findings in")]
    for section in report.walk():
        if assessment := analysis.displayed_assessment(section.id):
            keys = dict.fromkeys(f.locator.pinpoint for f in analysis.of_section(section.id) if f.key)
            rows.append((words(section.title), assessed(assessment), ", ".join(keys)))
    _add_table(document, rows, (3.2, 1.3, 1.5))


def _add_provenance(document: Document, report: Report, citation: str) -> None:
    """Add where the words come from, and what was added to them."""
    facts = [(fact.name, strip_illegal_xml(fact.said)) for fact in provenance_facts(report)]
    _add_table(document, [("Title", words(report.title)), ("Citation", words(citation)), *facts], (1.6, 4.4))
    document.add_paragraph(
        "Set by hrreport from the page named above. The numbers of paragraphs, the table of contents, the finding aid "
        "and this page are hrreport’s and no part of the report.",
        "Remark",
    )


def report_docx(report: Report, analysis: Analysis, country: str, *, citation: str) -> bytes:
    """Return the whole report as a Word document; the same report gives the same bytes.

    Args:
        report: What is shown, every word of it.
        analysis: What was found in it, for the finding aid at the end.
        country: The country's name as shown to readers.
        citation: Stands at the head of every page.

    Raises:
        InputError: The package python-docx is not installed.
    """
    document = _new_document()
    set_styles(document)
    _set_page(document, citation)
    _set_properties(document, report, country)
    document.add_paragraph(words(f"{country} {report.id.year}"), "Title")
    document.add_paragraph(words(report.title), "Subtitle")
    day = publication_date(records.publication(report.id.year, report.published))
    told = [publisher(report), *((f"published {day}",) if day else ())]
    told.append(f"retrieved {moment(report.provenance.retrieved_at)}, {obtained(report.provenance)}")
    document.add_paragraph(words("; ".join(told)), "Remark")
    for notice in notices(report):
        document.add_paragraph(words(notice), "Notice")
    headings = _headings(report)
    _add_contents(document, headings)
    for number, (section, (level, title)) in enumerate(zip(report.walk(), headings, strict=False), 1):
        _add_heading(document, level, title, number, new_page=number == 1)
        for paragraph in section.paragraphs:
            _add_passage(document, section, paragraph)
    _add_heading(document, 1, _AID, len(headings) - 1, new_page=True)
    _add_aid(document, report, analysis)
    _add_heading(document, 1, _ABOUT, len(headings), new_page=True)
    _add_provenance(document, report, citation)
    out = io.BytesIO()
    document.save(out)
    return normalize_zip(out.getvalue())
